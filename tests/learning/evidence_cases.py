"""Small records in which one rule of evidence decides."""

from __future__ import annotations

from collections.abc import Callable

from tests.learning import dialogue_cases
from tests.records.made import DAY, SECOND, START, Browser, Raw, item_hash, uuid_at

Events = list[Raw]
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE


def _browser(*answers: tuple[int, int]) -> Browser:
    """Answer one item at given times (from the start) with given credit."""
    browser = Browser()
    for at, score in answers:
        browser.answer("judge-01", START + at, score)
    return browser


def nothing() -> Events:
    return []


def first_response() -> Events:
    return _browser((0, 1000)).events


def second_within_three_weeks() -> Events:
    return _browser((0, 0), (21 * DAY - 1, 1000)).events


def second_after_three_weeks() -> Events:
    return _browser((0, 0), (21 * DAY, 1000)).events


def second_after_three_weeks_for_worse() -> Events:
    return _browser((0, 1000), (21 * DAY, 500)).events


def practice_starts_the_weeks_anew() -> Events:
    return _browser((0, 0), (10 * DAY, 1000), (30 * DAY, 1000)).events


def cold_after_practice() -> Events:
    return _browser((0, 0), (10 * DAY, 1000), (31 * DAY, 1000)).events


def not_cold_by_its_own_word() -> Events:
    browser = Browser()
    browser.answer("judge-01", START, cold=False)
    return browser.events


def first_on_each_of_two_devices() -> Events:
    one, other = Browser("d"), Browser("e")
    one.answer("judge-01", START + HOUR, 1000)
    other.answer("judge-01", START, 0)
    return [*one.events, *other.events]


def dont_know() -> Events:
    browser = Browser()
    browser.answer("judge-01", START, 0, dontKnow=True, response=None, certainty=None)
    return browser.events


def dont_know_with_credit() -> Events:
    browser = Browser()
    browser.answer("judge-01", START, 1000, dontKnow=True, response=None)
    return browser.events


def revealed() -> Events:
    browser = Browser()
    browser.answer("judge-01", START, 0, revealed=True, response=None)
    return browser.events


def answered_soon_after_a_reveal() -> Events:
    browser = Browser()
    browser.answer("judge-01", START, 0, revealed=True, response=None)
    browser.answer("judge-01", START + DAY)
    return browser.events


def answered_long_after_a_reveal() -> Events:
    browser = Browser()
    browser.answer("judge-01", START, 0, revealed=True, response=None)
    browser.answer("judge-01", START + 22 * DAY)
    return browser.events


def reveal_leaves_older_evidence() -> Events:
    browser = _browser((0, 1000))
    browser.answer("judge-01", START + 30 * DAY, 0, revealed=True, response=None)
    return browser.events


def superseded() -> Events:
    browser = Browser()
    browser.answer("judge-01", START, itemHash=item_hash("as it was"))
    return browser.events


def superseded_then_answered_anew() -> Events:
    browser = Browser()
    browser.answer("judge-01", START, itemHash=item_hash("as it was"))
    browser.answer("judge-01", START + 30 * DAY, 0)
    return browser.events


def superseded_then_answered_too_soon() -> Events:
    browser = Browser()
    browser.answer("judge-01", START, itemHash=item_hash("as it was"))
    browser.answer("judge-01", START + DAY, 1000)
    return browser.events


def retired() -> Events:
    browser = Browser()
    browser.answer("no-longer-here", START)
    browser.answer("no-longer-here", START + DAY)
    return browser.events


def voided() -> Events:
    browser = Browser()
    browser.void(browser.answer("judge-01", START), START + HOUR)
    return browser.events


def voided_but_seen() -> Events:
    browser = Browser()
    browser.void(browser.answer("judge-01", START), START + HOUR)
    browser.answer("judge-01", START + DAY)
    return browser.events


def in_conflict() -> Events:
    (event,) = _browser((0, 1000)).events
    return [event, event | {"body": event["body"] | {"scoreMilli": 0}}]


def several_competencies() -> Events:
    browser = Browser()
    browser.answer("safe-1", START, 0)
    return browser.events


def strands() -> Events:
    browser = Browser()
    for item in ("know-1", "judge-01", "plan-1"):
        browser.answer(item, START, 500)
    return browser.events


def _placement_begun(browser: Browser) -> Raw:
    body = {"attemptId": browser.attempt, "bankId": "placement", "seed": 1, "mode": "placement"}
    return browser.write("attempt.started", body, START)


def in_placement() -> Events:
    browser = Browser()
    _placement_begun(browser)
    browser.answer("judge-01", START + SECOND)
    browser.answer("judge-02", START + 2 * SECOND, attemptId=uuid_at(START, "another attempt"))
    return browser.events


def in_a_voided_placement() -> Events:
    browser = Browser()
    begun = _placement_begun(browser)
    browser.answer("judge-01", START + SECOND)
    browser.void(begun, START + HOUR)
    return browser.events


def in_placement_by_one_of_two_beginnings() -> Events:
    browser = Browser()
    begun = _placement_begun(browser)
    browser.answer("judge-01", START + SECOND)
    return [begun | {"body": begun["body"] | {"mode": "practice"}}, *browser.events]


def events_out_of_order() -> Events:
    return _browser((0, 0), (21 * DAY, 1000)).events[::-1]


def clock_set_back_an_hour() -> Events:
    """After fourteen minutes the clock goes back an hour; the second answer is the later one."""
    browser = Browser()
    browser.answer("judge-01", START, 0)
    browser.answer("judge-02", START + 14 * MINUTE, 0)
    browser.answer("judge-01", START - 46 * MINUTE, 1000)
    return browser.events


def clock_set_back_by_summer_time() -> Events:
    """A device that took local time for UTC, in the night in which the hour from two to three comes twice."""
    browser = Browser()
    for minutes, score in ((0, 0), (30, 1000), (5, 1000), (35, 1000)):
        browser.answer("judge-01", START + minutes * MINUTE, score)
    return browser.events


def clock_once_ahead() -> Events:
    """Ahead for one answer; three weeks after the first, an answer is cold all the same."""
    browser = _browser((0, 0), (400 * DAY, 1000))
    browser.answer("judge-02", START + DAY)
    browser.answer("judge-01", START + 22 * DAY, 500)
    return browser.events


def clock_ahead_from_the_first_answer() -> Events:
    """Nothing says when it was, but that it was before the first answer under the right clock."""
    browser = _browser((400 * DAY, 0))
    browser.answer("judge-02", START)
    browser.answer("judge-01", START + 21 * DAY, 1000)
    return browser.events


def clock_years_back() -> Events:
    """A flat battery: one answer is dated 1970."""
    browser = Browser()
    browser.answer("judge-01", START, 0)
    browser.answer("judge-02", START + MINUTE)
    browser.answer("judge-01", 0, 1000)
    browser.answer("judge-03", START + 2 * MINUTE)
    return browser.events


def two_devices_an_hour_apart() -> Events:
    """Clocks of two devices are compared as they are, and each device keeps its own order."""
    one, other = Browser("d"), Browser("e")
    one.answer("judge-01", START + HOUR, 1000)
    one.answer("judge-02", START + HOUR + MINUTE, 1000)
    other.answer("judge-02", START, 0)
    other.answer("judge-01", START - MINUTE, 0)
    return [*other.events, *one.events]


def harm_put_right_under_a_clock_set_back() -> Events:
    """A later day by number of the chain, an earlier one by the clock: it is not known to be a later day."""
    browser = Browser()
    browser.answer("safe-1", START + 2 * DAY, 0)
    browser.answer("judge-01", START + 2 * DAY + MINUTE)
    browser.answer("safe-1", START, 1000)
    return browser.events


CASES: dict[str, Callable[[], Events]] = {
    "nothing": nothing,
    "the first response counts": first_response,
    "a second within 21 days is practice": second_within_three_weeks,
    "a second after 21 days takes its place": second_after_three_weeks,
    "for worse too": second_after_three_weeks_for_worse,
    "practice starts the 21 days anew": practice_starts_the_weeks_anew,
    "cold again 21 days after practice": cold_after_practice,
    "not cold by its own word": not_cold_by_its_own_word,
    "of two first responses the earlier counts": first_on_each_of_two_devices,
    "I don't know counts as nothing earned": dont_know,
    "I don't know never earns": dont_know_with_credit,
    "a reveal is no evidence": revealed,
    "soon after a reveal is practice": answered_soon_after_a_reveal,
    "long after a reveal counts": answered_long_after_a_reveal,
    "a reveal leaves older evidence": reveal_leaves_older_evidence,
    "superseded": superseded,
    "superseded, then answered anew": superseded_then_answered_anew,
    "superseded, then answered too soon": superseded_then_answered_too_soon,
    "retired, counted once": retired,
    "voided": voided,
    "voided, but it was seen": voided_but_seen,
    "in conflict": in_conflict,
    "an item of two competencies": several_competencies,
    "know is knowledge, judge and plan are judgement": strands,
    "given in a placement check": in_placement,
    "a voided placement check was one all the same": in_a_voided_placement,
    "a placement check by one of two beginnings": in_placement_by_one_of_two_beginnings,
    "the order in the file does not matter": events_out_of_order,
    "a clock set back an hour": clock_set_back_an_hour,
    "a clock set back by summer time": clock_set_back_by_summer_time,
    "a clock once 400 days ahead": clock_once_ahead,
    "a clock 400 days ahead from the first answer": clock_ahead_from_the_first_answer,
    "a clock back in 1970": clock_years_back,
    "two devices an hour apart": two_devices_an_hour_apart,
    "harm put right under a clock set back": harm_put_right_under_a_clock_set_back,
    **dialogue_cases.CASES,
}
