"""Longer records in which decisions are taken, kept, withdrawn and left to age."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tests.learning.dialogue_cases import choose
from tests.records.course_made import CASE_ITEMS, JUDGE_ITEMS
from tests.records.made import DAY, SECOND, START, Browser, Raw, item_hash, uuid_at

Events = list[Raw]
Case = tuple[Callable[[], Events], int]  # the events, and how many days after the start one looks
ODD = JUDGE_ITEMS[::2]


def answered(scores: Sequence[int], items: Iterable[str] = JUDGE_ITEMS, day: int = 0) -> Browser:
    """Answer items, one second after the other."""
    return answer_more(Browser(), scores, items, day)


def answer_more(browser: Browser, scores: Sequence[int], items: Iterable[str], day: int) -> Browser:
    for number, (item, score) in enumerate(zip(items, scores, strict=False)):
        browser.answer(item, START + day * DAY + number * SECOND, score)
    return browser


def finished(browser: Browser, day: int) -> Browser:
    """Finish the set an hour into a day."""
    browser.finish(START + day * DAY + 3600 * SECOND)
    return browser


def nothing() -> Events:
    return []


def no_set_finished() -> Events:
    return answered([1000] * 15).events


def all_right() -> Events:
    return finished(answered([1000] * 15), 0).events


def all_wrong() -> Events:
    return finished(answered([0] * 15), 0).events


def half_right() -> Events:
    return finished(answered([1000, 0] * 8), 0).events


def eleven_items() -> Events:
    return finished(answered([1000] * 11), 0).events


def twelve_items() -> Events:
    return finished(answered([1000] * 12), 0).events


def one_unit() -> Events:
    return finished(answered([1000] * 10 + [1000] * 2, [*ODD, "plan-1", "safe-1"]), 0).events


def partial_credit() -> Events:
    return finished(answered([500, 667, 333, 1000] * 5), 0).events


def right_after_the_set() -> Events:
    browser = finished(answered([1000] * 15), 0)
    return answer_more(browser, [0] * 5, JUDGE_ITEMS[15:], 1).events


def never_shown_and_as_sure() -> Events:
    browser = answered([1000] * 15)
    return finished(answer_more(browser, [0] * 4 + [1000] * 11, JUDGE_ITEMS, 30), 30).events


def wrong_at_first() -> Events:
    browser = finished(answered([0] * 20), 0)
    finished(answer_more(browser, [1000] * 20, JUDGE_ITEMS, 30), 30)
    return finished(answer_more(browser, [1000] * 12, JUDGE_ITEMS, 60), 60).events


def twelve_of_four_cases() -> Events:
    return finished(answered([1000] * 12, CASE_ITEMS), 0).events


def eighteen_of_six_cases() -> Events:
    return finished(answered([1000] * 18, CASE_ITEMS), 0).events


def shown_then_lost() -> Events:
    browser = finished(answered([1000] * 15), 0)
    return finished(answer_more(browser, [0] * 12, JUDGE_ITEMS, 30), 30).events


def shown_and_eleven_wrong() -> Events:
    browser = finished(answered([1000] * 15), 0)
    return finished(answer_more(browser, [0] * 11, JUDGE_ITEMS, 30), 30).events


def shown_and_eleven_wrong_and_one_right() -> Events:
    browser = finished(answered([1000] * 15), 0)
    finished(answer_more(browser, [0] * 11, JUDGE_ITEMS, 30), 30)
    return finished(answer_more(browser, [1000], JUDGE_ITEMS[11:], 31), 31).events


def kept_at_26_of_30() -> Events:
    browser = finished(answered([1000] * 15), 0)
    return finished(answer_more(browser, [0] * 4 + [1000] * 11, JUDGE_ITEMS, 30), 30).events


def wrong_then_learned() -> Events:
    browser = finished(answered([0] * 20), 0)
    finished(answer_more(browser, [1000] * 20, JUDGE_ITEMS, 30), 30)
    return finished(answer_more(browser, [1000] * 20, JUDGE_ITEMS, 60), 60).events


def harm_missed() -> Events:
    return finished(answered([1000] * 19 + [0], [*JUDGE_ITEMS[:19], "safe-1"]), 0).events


def harm_missed_right_the_same_day() -> Events:
    browser = answered([1000] * 19 + [0], [*JUDGE_ITEMS[:19], "safe-1"])
    browser.answer("safe-1", START + 1800 * SECOND)
    return finished(browser, 0).events


def harm_missed_right_next_day() -> Events:
    browser = answered([1000] * 19 + [0], [*JUDGE_ITEMS[:19], "safe-1"])
    browser.answer("safe-1", START + DAY)
    return finished(browser, 1).events


def harm_right_then_missed_in_practice() -> Events:
    browser = finished(answered([1000] * 20, [*JUDGE_ITEMS[:19], "safe-1"]), 0)
    browser.answer("safe-1", START + DAY, 0)
    return finished(browser, 1).events


def harm_revealed() -> Events:
    browser = answered([1000] * 19, JUDGE_ITEMS[:19])
    browser.answer("safe-1", START + 60 * SECOND, 0, revealed=True, response=None)
    return finished(browser, 0).events


def harm_missed_then_voided() -> Events:
    browser = answered([1000] * 20)
    missed = browser.answer("safe-1", START + 2400 * SECOND, 0)
    browser.void(missed, START + 2401 * SECOND)
    return finished(browser, 1).events


def harm_missed_voided_and_right_later() -> Events:
    browser = answered([1000] * 20)
    missed = browser.answer("safe-1", START + 2400 * SECOND, 0)
    browser.void(missed, START + 2401 * SECOND)
    browser.answer("safe-1", START + 2 * DAY, 1000)
    return finished(browser, 3).events


def harm_right_answer_voided() -> Events:
    browser = answered([1000] * 20)
    browser.answer("safe-1", START + 2400 * SECOND, 0)
    right = browser.answer("safe-1", START + 2 * DAY, 1000)
    browser.void(right, START + 2 * DAY + SECOND)
    return finished(browser, 3).events


def harm_missed_in_conflict() -> Events:
    browser = answered([1000] * 20)
    missed = browser.answer("safe-1", START + 2400 * SECOND, 0)
    events = finished(browser, 1).events
    return [*events, missed | {"body": missed["body"] | {"scoreMilli": 1000}}]


def item_changed_since() -> Events:
    browser = Browser()
    for number, item in enumerate(JUDGE_ITEMS[:13]):
        version = "as it was" if number < 2 else item
        browser.answer(item, START + number * SECOND, itemHash=item_hash(version))
    return finished(browser, 0).events


def dialogue_decides() -> Events:
    browser = answered([1000] * 14)
    for number, node in enumerate(("opening", "middle", "end")):
        choose(browser, 1, node, {"EDU1": 1000, "SAF1": 500}, START + (60 + number) * SECOND)
    talk_finished(browser, START + 90 * SECOND)
    return browser.events


def planning_answered() -> Browser:
    """Answer every item of the unit `planning`."""
    return answer_more(Browser(), [1000] * 11, [*JUDGE_ITEMS[1::2], "know-2"], 0)


def talk_finished(browser: Browser, at: int) -> None:
    body = {"dialogueId": "first-talk", "dialogueHash": item_hash("first-talk"), "run": 1}
    browser.write("dialogue.finished", body, at)


def rated(browser: Browser, element: str, at: int, version: str = "first-look") -> None:
    body = {"exerciseId": "first-look", "exerciseHash": item_hash(version), "element": element, "value": 3}
    browser.write("rating.given", body, at)


def talk_begun() -> Events:
    browser = Browser()
    choose(browser, 1, "opening", {"EDU1": 1000}, START)
    return browser.events


def talk_left_unfinished() -> Events:
    browser = planning_answered()
    choose(browser, 1, "opening", {"EDU1": 1000}, START + 40 * SECOND)
    rated(browser, "agenda", START + 50 * SECOND)
    rated(browser, "home-practice", START + 51 * SECOND)
    return browser.events


def rating_incomplete() -> Events:
    browser = planning_answered()
    talk_finished(browser, START + 40 * SECOND)
    rated(browser, "agenda", START + 50 * SECOND)
    rated(browser, "home-practice", START + 51 * SECOND, "as it was")
    return browser.events


def rating_of_an_exercise_that_is_no_more() -> Events:
    browser = Browser()
    body = {"exerciseId": "gone", "exerciseHash": item_hash("gone"), "element": "agenda", "value": 3}
    browser.write("rating.given", body, START)
    return browser.events


def units_done() -> Events:
    browser = planning_answered()
    talk_finished(browser, START + 25 * SECOND)
    rated(browser, "agenda", START + 26 * SECOND)
    rated(browser, "home-practice", START + 27 * SECOND)
    ce = {"unitId": "asking", "minutes": 30, "dueDate": "2026-06-30", "assigner": "Supervisor"}
    browser.write("ce.assigned", ce, START + 30 * SECOND)
    return finished(browser, 0).events


def continuing_education_completed() -> Events:
    browser = Browser()
    ce = {"unitId": "asking", "minutes": 30, "dueDate": "2026-06-30", "assigner": "Supervisor"}
    browser.write("ce.assigned", ce, START)
    browser.write("ce.completed", ce | {"minutes": 25}, START + DAY)
    return browser.events


def placed(browser: Browser, scores: Sequence[int], items: Iterable[str], day: int) -> Browser:
    """Answer items in a placement check of their own."""
    practice, browser.attempt = browser.attempt, uuid_at(START + day * DAY, "placement")
    body = {"attemptId": browser.attempt, "bankId": "placement", "seed": 1, "mode": "placement"}
    browser.write("attempt.started", body, START + day * DAY - SECOND)
    finished(answer_more(browser, scores, items, day), day)
    browser.attempt = practice
    return browser


def placement_alone() -> Events:
    return placed(Browser(), [1000] * 20, JUDGE_ITEMS, 0).events


def placement_alone_all_wrong() -> Events:
    return placed(Browser(), [0] * 20, JUDGE_ITEMS, 0).events


def placement_and_five() -> Events:
    browser = placed(Browser(), [1000] * 15, JUDGE_ITEMS, 0)
    return finished(answer_more(browser, [1000] * 5, JUDGE_ITEMS[15:], 1), 1).events


def placement_and_six() -> Events:
    browser = placed(Browser(), [1000] * 14, JUDGE_ITEMS, 0)
    return finished(answer_more(browser, [1000] * 6, JUDGE_ITEMS[14:], 1), 1).events


def shown_then_placed_rightly() -> Events:
    browser = finished(answered([1000] * 15), 0)
    return placed(browser, [1000] * 15, JUDGE_ITEMS, 30).events


def shown_then_placed_wrongly() -> Events:
    browser = finished(answered([1000] * 15), 0)
    return placed(browser, [0] * 15, JUDGE_ITEMS, 30).events


def not_yet_then_placed_rightly() -> Events:
    browser = finished(answered([0] * 15), 0)
    return placed(browser, [1000] * 15, JUDGE_ITEMS, 30).events


def clock_ahead() -> Events:
    return finished(answered([1000] * 15, day=400), 400).events


CASES: dict[str, Case] = {
    "nothing": (nothing, 1),
    "no set finished: nothing is decided": (no_set_finished, 1),
    "all right: shown": (all_right, 1),
    "all wrong: not yet": (all_wrong, 1),
    "half right: not yet": (half_right, 1),
    "11 items decide nothing": (eleven_items, 1),
    "12 items decide": (twelve_items, 1),
    "12 items of one unit decide nothing": (one_unit, 1),
    "partial credit": (partial_credit, 1),
    "answers after the last set wait": (right_after_the_set, 2),
    "shown, then lost": (shown_then_lost, 31),
    "shown, then 11 wrong: not looked at yet": (shown_and_eleven_wrong, 31),
    "shown, then 11 wrong and 1 right: lost": (shown_and_eleven_wrong_and_one_right, 32),
    "26 of 30 after shown: still shown": (kept_at_26_of_30, 31),
    "26 of 30, never shown": (never_shown_and_as_sure, 31),
    "wrong, then learned": (wrong_then_learned, 61),
    "32 of the latest 40, and 12 wrong before": (wrong_at_first, 61),
    "12 items of four cases are too few": (twelve_of_four_cases, 1),
    "18 items of six cases decide": (eighteen_of_six_cases, 1),
    "a harm item missed": (harm_missed, 1),
    "a harm item right on the same day": (harm_missed_right_the_same_day, 1),
    "a harm item right on the next day": (harm_missed_right_next_day, 2),
    "a harm item missed in practice": (harm_right_then_missed_in_practice, 2),
    "a harm item revealed": (harm_revealed, 1),
    "a harm item missed and voided": (harm_missed_then_voided, 2),
    "a harm item missed, voided, and right later": (harm_missed_voided_and_right_later, 4),
    "a harm item missed, and its right answer voided": (harm_right_answer_voided, 4),
    "a harm item missed, and in conflict": (harm_missed_in_conflict, 2),
    "two items changed since": (item_changed_since, 1),
    "turns of a dialogue decide": (dialogue_decides, 1),
    "all right, 364 days later": (all_right, 364),
    "all right, a year later: half": (all_right, 366),
    "all right, two years later: a quarter": (all_right, 731),
    "all right, ten years later": (all_right, 3651),
    "all wrong, three years later": (all_wrong, 1100),
    "a placement check alone, all right: nothing is decided": (placement_alone, 1),
    "a placement check alone, all wrong: nothing is decided": (placement_alone_all_wrong, 1),
    "a placement check and 5 answers elsewhere": (placement_and_five, 2),
    "a placement check and 6 answers elsewhere: shown": (placement_and_six, 2),
    "shown, then placed rightly: still shown": (shown_then_placed_rightly, 31),
    "shown, then placed wrongly: lost": (shown_then_placed_wrongly, 31),
    "not yet, then placed rightly: still not yet": (not_yet_then_placed_rightly, 31),
    "a clock that was ahead": (clock_ahead, 1),
    "a unit done, another assigned": (units_done, 1),
    "a unit begun by a dialogue": (talk_begun, 1),
    "a unit with a dialogue that was not finished": (talk_left_unfinished, 1),
    "a unit with an element that was not rated as it stands": (rating_incomplete, 1),
    "a rating of an exercise that is no more": (rating_of_an_exercise_that_is_no_more, 1),
    "continuing education completed": (continuing_education_completed, 2),
}
