"""Merging loses nothing and does not depend on order: shown on logs with every oddity there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.records import writing
from course.records.document import Device
from course.records.log import log_of
from course.records.merge import merge
from course.records.record import Record, StoredEvent
from tests.faults import times
from tests.records import merge_vectors
from tests.records.made import DAY, LEARNER, SECOND, START, Browser, Raw, bytes_of, facts, record_of, uuid_at

LOGS = times(1_000, 100_000)
PARTS_OF_RUN = times(1, 10)  # so that both workers draw, and neither for half an hour


@dataclass(frozen=True)
class Part:
    """What is drawn for one record: which events of the pool, and what its head says."""

    events: frozenset[int]
    head: int
    last_seq: int


@cache
def pool() -> tuple[Raw, ...]:
    """Return events with forks, conflicts, voids and unknown kinds; leaving some out makes gaps."""
    one, other, fork = Browser("d"), Browser("e"), Browser("d")
    for number in range(4):
        one.answer(f"judge-0{number + 1}", START + number * SECOND)
        other.answer(f"judge-0{number + 1}", START + number * SECOND, 500)
    fork.answer("judge-01", START)
    fork.answer("judge-09", START + DAY)
    one.void(other.events[1], START - DAY)
    other.void(one.events[0], START + DAY)
    other.void(one.events[-1], START + 2 * DAY)
    one.write("peer.review", {"stars": 3}, START + DAY)
    clashing = [
        event | {"body": event["body"] | {"scoreMilli": score}}
        for event in (one.events[2], other.events[2])
        for score in (1, 2)
    ]
    void_clashing = one.events[4] | {"locale": "nl"}
    return (*one.events, *other.events, fork.events[1], *clashing, void_clashing)


def head(number: int) -> Raw:
    """Return one of many ways in which heads of records differ."""
    identity = facts([])["record"]
    return {
        "schemaVersion": ("1.0.0", "1.2.0", "1.10.0", "1.02.0")[number % 4],
        "record": identity
        | {
            "id": uuid_at(START, f"record {number % 2}"),
            "createdAt": START + number // 2 % 2,
            "exportedAt": START + number // 4 % 2,
        },
        "learner": {
            "pseudonyms": sorted({LEARNER, "bcd"[number % 3] * 26}),
            "alias": f"alias {number // 3 % 3}",
        },
        "extensions": {"org.example.a": number % 5} if number % 2 else {},
        **({"later": {"key": number % 4}} if number % 4 else {}),
    }


@cache
def stored(number: int) -> StoredEvent:
    return record_of(facts([pool()[number]])).events[0]


@cache
def bare(number: int) -> Record:
    """Return a record with a head and no events; reading a whole file for each would take longest."""
    return record_of(facts([], **head(number)))


def record(part: Part) -> Record:
    events = sorted((stored(number) for number in part.events), key=lambda kept: kept.order)
    devices = facts([pool()[number] for number in part.events])["devices"]
    for device in devices:
        device["lastSeq"] = max(device["lastSeq"], part.last_seq)
    return replace(
        bare(part.head),
        events=tuple(events),
        devices=tuple(msgspec.convert(device, Device) for device in devices),
    )


PARTS = st.builds(
    Part,
    events=st.frozensets(st.integers(0, len(pool()) - 1)),
    head=st.integers(0, 35),
    last_seq=st.integers(1, 9),
)


def merged(*records: Record) -> Record:
    found = merge(records)
    assert isinstance(found, Record), found
    return found


@pytest.mark.parametrize("part_of_run", range(PARTS_OF_RUN))
@settings(max_examples=LOGS // PARTS_OF_RUN, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=PARTS, two=PARTS, three=PARTS)
def test_merging_is_commutative_associative_and_idempotent(
    part_of_run: int, one: Part, two: Part, three: Part
) -> None:
    a, b, c = record(one), record(two), record(three)
    together = merged(a, b, c)
    whole = bytes_of(together)

    assert bytes_of(merged(c, a, b)) == whole
    assert bytes_of(merged(merged(a, b), c)) == whole
    assert bytes_of(merged(a, merged(c, b))) == whole
    assert bytes_of(merged(together, together, b)) == whole
    assert _odd(together) == _odd(merged(merged(b, c), a))


def test_a_record_put_together_here_is_what_its_file_holds() -> None:
    made = record(Part(frozenset(range(len(pool()))), head=5, last_seq=9))

    assert record_of(writing.facts(made)) == made


@settings(max_examples=100, deadline=None)
@given(PARTS, PARTS)
def test_merging_keeps_every_event(one: Part, two: Part) -> None:
    a, b = record(one), record(two)

    found = {kept.order for kept in merged(a, b).events}

    assert found == {kept.order for kept in (*a.events, *b.events)}


@pytest.mark.parametrize("case", merge_vectors.CASES)
def test_the_order_of_files_does_not_matter(case: str) -> None:
    make, same_person = merge_vectors.CASES[case]
    records = [record_of(document) for document in make()]
    first = merge(records, same_person)

    for order in _orders(records):
        found = merge(order, same_person)
        if isinstance(first, Record) and isinstance(found, Record):
            assert bytes_of(first) == bytes_of(found)
        else:
            assert found == first


def _orders(records: Sequence[Record]) -> Sequence[Sequence[Record]]:
    return list(permutations(records)) if len(records) < 4 else [records[::-1]]


def _odd(record: Record) -> object:
    log = log_of(record)
    return log.conflicts, log.voided, log.gaps, log.forks, log.breaks, log.unknown_types, log.misdated
