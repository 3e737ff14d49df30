"""Events of one record, their hashes, and everything odd about them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from course.records.hashing import hash_of
from course.records.log import Log, log_of
from tests.records.made import SECOND, START, Browser, Raw, facts, record_of
from tests.records.vector_files import text_of


def text() -> str:
    """Return the file."""
    return text_of(
        "record -> hash of each event, and gaps, forks, conflicts, voids and breaks", cases=list(_cases())
    )


def log_json(log: Log) -> dict[str, Any]:
    """Return what is odd about a record, as JSON."""
    return {
        "conflicts": list(log.conflicts),
        "voided": list(log.voided),
        "gaps": [{"device": gap.device, "first": gap.first, "last": gap.last} for gap in log.gaps],
        "forks": [{"device": fork.device, "seq": fork.seq, "ids": list(fork.ids)} for fork in log.forks],
        "breaks": list(log.breaks),
        "unknownTypes": list(log.unknown_types),
        "misdated": list(log.misdated),
    }


def _cases() -> Iterator[dict[str, Any]]:
    for name, make in CASES.items():
        document = make()
        record = record_of(document)
        yield {
            "name": name,
            "document": document,
            "hashes": {kept.hash: kept.id for kept in record.events},
            "log": log_json(log_of(record)),
        }


def _four() -> list[Raw]:
    browser = Browser()
    for number in range(4):
        browser.answer(f"judge-0{number + 1}", START + number * SECOND)
    return browser.events


def whole() -> Raw:
    return facts(_four())


def no_events() -> Raw:
    return facts([])


def two_devices() -> Raw:
    second = Browser("e")
    second.answer("judge-01", START + 1)
    return facts([*_four(), *second.events])


def gap_inside() -> Raw:
    events = _four()
    return facts([events[0], events[3]])


def gap_at_start() -> Raw:
    return facts(_four()[2:])


def gap_at_end() -> Raw:
    document = facts(_four()[:2])
    document["devices"][0]["lastSeq"] = 4
    return document


def device_without_events() -> Raw:
    document = facts(_four())
    document["devices"].append({"deviceId": "e" * 26, "firstSeq": 1, "lastSeq": 3})
    return document


def gap_beyond_counting() -> Raw:
    document = facts(_four()[:1])
    document["devices"][0]["lastSeq"] = 2**53 - 1
    return document


def score_edited() -> Raw:
    events = copy.deepcopy(_four())
    events[1]["body"]["scoreMilli"] = 0
    return facts(events)


def last_event_edited() -> Raw:
    events = copy.deepcopy(_four())
    events[3]["body"]["scoreMilli"] = 0
    return facts(events)


def first_event_with_prev() -> Raw:
    events = copy.deepcopy(_four())
    events[0]["prev"] = hash_of(events[3])
    return facts(events)


def later_event_without_prev() -> Raw:
    events = copy.deepcopy(_four())
    events[2]["prev"] = None
    return facts(events)


def fork() -> Raw:
    first, second = Browser(), Browser()
    for browser, item in ((first, "judge-02"), (second, "judge-03")):
        browser.answer("judge-01", START)
        browser.answer(item, START + (SECOND if browser is first else 2 * SECOND))
    third = first.answer("judge-04", START + 3 * SECOND)
    return facts([*first.events[:2], second.events[1], third])


def conflict() -> Raw:
    events = _four()
    other = copy.deepcopy(events[1])
    other["body"]["scoreMilli"] = 0
    return facts([*events, other])


def void() -> Raw:
    browser = Browser()
    wrong = browser.answer("judge-01", START)
    browser.answer("judge-02", START + SECOND)
    browser.void(wrong, START + 2 * SECOND)
    return facts(browser.events)


def void_of_a_void() -> Raw:
    browser = Browser()
    wrong = browser.answer("judge-01", START)
    first = browser.void(wrong, START + SECOND)
    browser.void(first, START + 2 * SECOND)
    return facts(browser.events)


def void_in_conflict() -> Raw:
    document = void()
    other = copy.deepcopy(document["events"][2])
    other["body"]["reason"] = "mistake"
    document["events"].append(other)
    return document


def void_of_what_is_not_here() -> Raw:
    document = void()
    del document["events"][0]
    return document


def unknown_kind() -> Raw:
    browser = Browser()
    browser.write("peer.review", {"any": ["thing", {"at": 1}]}, START)
    browser.answer("judge-01", START + SECOND)
    return facts(browser.events)


CASES: dict[str, Callable[[], Raw]] = {
    "whole": whole,
    "no events": no_events,
    "two devices": two_devices,
    "gap inside": gap_inside,
    "gap at the start": gap_at_start,
    "gap at the end, by what the file declares": gap_at_end,
    "a device declared, none of its events here": device_without_events,
    "a declared gap that nobody should count through": gap_beyond_counting,
    "a score edited: the event after it breaks": score_edited,
    "the last event edited: no chain breaks": last_event_edited,
    "a first event with prev": first_event_with_prev,
    "a later event without prev": later_event_without_prev,
    "fork": fork,
    "conflict": conflict,
    "void": void,
    "a void cannot be voided": void_of_a_void,
    "a void in conflict voids nothing": void_in_conflict,
    "a void of what is not here": void_of_what_is_not_here,
    "unknown kind of event": unknown_kind,
}
