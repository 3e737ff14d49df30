"""The events of a record in the order they happened, and everything that is odd about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from course.records.events import Event, EventVoid, UnknownEvent
from course.records.order import in_order
from course.records.record import Record, StoredEvent

Kind = TypeVar("Kind", bound=Event)
Place = tuple[str, int]


@dataclass(frozen=True)
class Gap:
    """Events of a device that this record should hold and does not."""

    device: str
    first: int
    last: int


@dataclass(frozen=True)
class Fork:
    """Different events at one place of a device's chain."""

    device: str
    seq: int
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Log:
    """`events`: all of known kind, in the order in which they happened.

    `excluded`: ids of events that do not count: voided, in conflict, or disagreeing with the keys.
    `conflicts`: ids that several different events have.
    `misdated`: ids of events with a date that does not agree with the order; their `at` is the moment that
    is believed instead.
    `breaks`: ids of events whose `prev` is not the hash of the event before on the same device, in the order
    in which they were written.
    `disagreeing`: ids of events that the keys of the course contradict, once they are compared with them.
    """

    events: tuple[Event, ...]
    misdated: tuple[str, ...]
    conflicts: tuple[str, ...]
    voided: tuple[str, ...]
    gaps: tuple[Gap, ...]
    forks: tuple[Fork, ...]
    breaks: tuple[str, ...]
    unknown_types: tuple[str, ...]
    disagreeing: tuple[str, ...] = ()

    @cached_property
    def excluded(self) -> frozenset[str]:
        return frozenset((*self.conflicts, *self.voided, *self.disagreeing))

    def valid_events(self) -> Iterator[Event]:
        """Yield the events that are not excluded, by time."""
        excluded = self.excluded
        return (event for event in self.events if event.id not in excluded)

    def valid(self, kind: type[Kind]) -> Sequence[Kind]:
        """Return the events of one kind that are not excluded, by time."""
        found: Sequence[Kind] = self._valid.get(kind, ())
        return found

    @cached_property
    def _valid(self) -> dict[type[Event], list[Any]]:
        found: defaultdict[type[Event], list[Any]] = defaultdict(list)
        for event in self.valid_events():
            found[type(event)].append(event)
        return dict(found)


def log_of(record: Record) -> Log:
    """Look through the events of a record."""
    known = [stored.event for stored in record.events if isinstance(stored.event, Event)]
    conflicts = _conflicts(record.events)
    by_place: dict[Place, list[StoredEvent]] = defaultdict(list)
    for stored in record.events:
        by_place[stored.event.device, stored.event.seq].append(stored)
    events, misdated = in_order(known)
    return Log(
        events=events,
        misdated=misdated,
        conflicts=conflicts,
        voided=_voided(known, frozenset(conflicts)),
        gaps=tuple(_gaps(record, by_place)),
        forks=tuple(_forks(by_place)),
        breaks=tuple(_breaks(record.events, by_place)),
        unknown_types=tuple(
            sorted({stored.event.type for stored in record.events if isinstance(stored.event, UnknownEvent)})
        ),
    )


def _conflicts(events: Sequence[StoredEvent]) -> tuple[str, ...]:
    ids = [stored.id for stored in events]
    return tuple(dict.fromkeys(one for one, other in pairwise(ids) if one == other))


def _voided(events: Sequence[Event], conflicts: frozenset[str]) -> tuple[str, ...]:
    """Return what is voided. A void itself cannot be, or the order of reading would matter."""
    voids = [event for event in events if isinstance(event, EventVoid)]
    targets = {void.body.target for void in voids if void.id not in conflicts}
    return tuple(
        sorted({event.id for event in events if event.id in targets and not isinstance(event, EventVoid)})
    )


def _gaps(record: Record, by_place: Mapping[Place, object]) -> Iterator[Gap]:
    seen: dict[str, list[int]] = {device.device_id: [] for device in record.devices}
    for device, seq in by_place:
        seen.setdefault(device, []).append(seq)
    declared = {device.device_id: device.last_seq for device in record.devices}
    for device in sorted(seen):
        end = max((*seen[device], declared.get(device, 0))) + 1
        for before, after in pairwise(sorted((0, *seen[device], end))):
            if after > before + 1:
                yield Gap(device, before + 1, after - 1)


def _forks(by_place: Mapping[Place, Sequence[StoredEvent]]) -> Iterator[Fork]:
    several = [(place, here) for place, here in by_place.items() if len(here) > 1]
    for (device, seq), here in sorted(several, key=lambda one: one[0]):
        ids = tuple(sorted({stored.id for stored in here}))
        if len(ids) > 1:
            yield Fork(device, seq, ids)


def _breaks(events: Sequence[StoredEvent], by_place: Mapping[Place, Sequence[StoredEvent]]) -> Iterator[str]:
    broken = {}
    for stored in events:
        event = stored.event
        before = by_place.get((event.device, event.seq - 1), ())
        # where the event before is missing, that is a gap, and nothing can be said here
        follows = event.prev in [other.hash for other in before] if before else event.prev is not None
        if not (event.prev is None if event.seq == 1 else follows):
            broken[event.id] = event.seq
    return iter(broken)
