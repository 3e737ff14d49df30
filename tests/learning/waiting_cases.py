"""Records of a course in which some parts of a unit are for those with more time."""

from __future__ import annotations

from collections.abc import Callable

from course.records.course_data import UnitData
from tests.learning.profile_cases import Events, answer_more, planning_answered, rated, talk_finished
from tests.records.course_made import CASE_ITEMS, JUDGE_ITEMS, course_made
from tests.records.made import SECOND, START, Browser

# of `planning` one question, the dialogue and the rating exercise may wait; of `cases`, every question
WAITING = JUDGE_ITEMS[1]
COURSE = course_made(
    units=[
        UnitData(id="asking", minutes=20),
        UnitData(id="planning", minutes=25, more=15),
        UnitData(id="cases", minutes=0, more=12),
    ],
    waits=sorted(["first-talk", "first-look", WAITING, *CASE_ITEMS]),
)


def _needed() -> Browser:
    browser = planning_answered()
    browser.events = [one for one in browser.events if one["body"].get("itemId") != WAITING]
    return browser


def all_but_what_waits() -> Events:
    return _needed().events


def all_but_one_that_is_needed() -> Events:
    browser = planning_answered()
    return [one for one in browser.events if one["body"].get("itemId") != "know-2"]


def only_what_waits() -> Events:
    browser = Browser()
    talk_finished(browser, START)
    return browser.events


def all_of_a_unit_in_which_everything_waits() -> Events:
    return answer_more(Browser(), [1000] * len(CASE_ITEMS), CASE_ITEMS, 0).events


def everything() -> Events:
    browser = planning_answered()
    talk_finished(browser, START + 25 * SECOND)
    rated(browser, "agenda", START + 26 * SECOND)
    rated(browser, "home-practice", START + 27 * SECOND)
    return browser.events


CASES: dict[str, Callable[[], Events]] = {
    "all but what waits: done, without its minutes": all_but_what_waits,
    "all but one that is needed: in progress": all_but_one_that_is_needed,
    "only something that waits: in progress": only_what_waits,
    "all of a unit in which everything waits: done": all_of_a_unit_in_which_everything_waits,
    "everything: done, with all minutes": everything,
}
