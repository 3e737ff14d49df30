"""Records whose events meet in every way they can."""

from __future__ import annotations

import copy

from tests.records import chain_vectors
from tests.records.made import DAY, SECOND, START, Browser, Raw, facts

Inputs = list[Raw]


def browser_with(device: str, *items: str, start: int = START) -> Browser:
    browser = Browser(device)
    for number, item in enumerate(items):
        browser.answer(item, start + number * SECOND)
    return browser


def one_record() -> Inputs:
    return [facts(browser_with("d", "judge-01").events)]


def itself() -> Inputs:
    return one_record() * 2


def nothing_and_something() -> Inputs:
    return [facts([]), *one_record()]


def two_devices() -> Inputs:
    return [
        facts(browser_with("d", "judge-01", "judge-02").events),
        facts(browser_with("e", "judge-03").events),
    ]


def three_devices_interleaved() -> Inputs:
    return [
        facts(browser_with(device, "judge-01", "judge-02", start=START + offset).events)
        for offset, device in enumerate("gef")
    ]


def older_and_newer() -> Inputs:
    events = browser_with("d", "judge-01", "judge-02", "judge-03").events
    return [facts(events[:1]), facts(events)]


def halves_that_close_a_gap() -> Inputs:
    events = browser_with("d", "judge-01", "judge-02", "judge-03").events
    return [facts([events[0], events[2]]), facts(events[1:2])]


def halves_that_leave_a_gap() -> Inputs:
    events = browser_with("d", "judge-01", "judge-02", "judge-03", "judge-04").events
    return [facts(events[:1]), facts(events[3:])]


def fork() -> Inputs:
    one = browser_with("d", "judge-01", "judge-02")
    other = browser_with("d", "judge-01")
    other.answer("judge-03", START + 5 * SECOND)
    return [facts(one.events), facts(other.events)]


def conflict() -> Inputs:
    events = browser_with("d", "judge-01", "judge-02").events
    other = copy.deepcopy(events)
    other[0]["body"]["scoreMilli"] = 0
    return [facts(events), facts(other)]


def conflict_of_three() -> Inputs:
    inputs = [facts(browser_with("d", "judge-01").events) for _ in range(3)]
    for number, document in enumerate(inputs):
        document["events"][0]["body"]["scoreMilli"] = number
    return inputs


def void_after_its_target() -> Inputs:
    browser = browser_with("d", "judge-01", "judge-02")
    before = list(browser.events)
    browser.void(before[0], START + DAY)
    return [facts(before), facts(browser.events)]


def void_from_another_device() -> Inputs:
    one, other = browser_with("d", "judge-01"), Browser("e")
    # its clock is behind, so the void sorts before what it voids
    other.void(one.events[0], START - DAY)
    return [facts(one.events), facts(other.events)]


def void_beside_an_answer_of_the_same_id() -> Inputs:
    one, other = browser_with("d", "judge-01"), Browser("e")
    other.void(one.events[0], START + DAY)
    clashing = one.events[0] | {
        "type": "event.void",
        "body": {"target": other.events[0]["id"], "reason": "x"},
    }
    return [facts(one.events), facts([clashing]), facts(other.events)]


def unknown_kind() -> Inputs:
    browser = browser_with("d", "judge-01")
    browser.write("peer.review", {"stars": 3}, START + DAY)
    return [facts(browser.events), *two_devices()]


def equal_times() -> Inputs:
    return [facts(browser_with(device, "judge-01").events) for device in "de"]


def devices_declared_differently() -> Inputs:
    events = browser_with("d", "judge-01", "judge-02", "judge-03").events
    short, long = facts(events[:2]), facts(events)
    long["devices"][0]["lastSeq"] = 7
    return [short, long]


def everything_at_once() -> Inputs:
    return [make() for make in chain_vectors.CASES.values()]
