"""What is odd about a record without being wrong: notes for those who read it, never a verdict.

Each can have an honest reason: a clock that was set, a question known from paper, a very fast reader.
The browser has the same rules in `site_templates/runtime/record/plausibility.ts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from course.records.course_data import CourseData
from course.records.course_keys import BestWorstKey, ChooseKey, CourseKeys, Key, MatchKey, OrderKey
from course.records.events import DialogueChoice, Event, ItemResponse, SupervisorObservation
from course.records.log import Log
from course.records.record import Record
from course.records.scalars import DAY

NoteCode = Literal[
    "misdated",
    "other-id-time",
    "after-export",
    "ahead",
    "before-record",
    "no-latency",
    "faster-than-reading",
    "nothing-presented",
    "other-presented",
    "unchecked-path",
    "no-devices",
    "observed-later",
]

SECOND = 1000
MINUTE = 60 * SECOND
LAST_MOMENT = 253_402_300_799_999  # of the year 9999, which no date here may exceed
# twice as fast as 300 words a minute, the upper end for most adults (Brysbaert 2019, Journal of Memory and
# Language 109, 104047)
FASTEST_READING = 600  # words a minute


@dataclass(frozen=True)
class Note:
    """What is odd, and the ids of the events or devices that show it, in the order of the log."""

    code: NoteCode
    about: tuple[str, ...]


def plausibility(
    record: Record, log: Log, course: CourseData, keys: CourseKeys, now: int
) -> tuple[Note, ...]:
    """Return what is odd about a record at the moment `now`; each kind once."""
    dated = [(stored.id, stored.event.at) for stored in record.events]
    exported = record.identity.exported_at
    found: dict[NoteCode, Iterable[str]] = {
        "misdated": log.misdated,
        "other-id-time": (one for one, at in dated if abs(_time_of(one) - at) > SECOND),
        # the browser gives events of one moment different times, so the last may be a little after it
        "after-export": (one for one, at in dated if at > exported + SECOND),
        "ahead": (one for one, at in dated if at > now + MINUTE),
        "before-record": (one for one, at in dated if at < record.identity.created_at - SECOND),
        **_of_answers(log, course, keys),
        "unchecked-path": _without_path(log, course, keys),
        "no-devices": _without_device(record),
        "observed-later": _observed_later(log.events, exported),
    }
    notes = (Note(code, tuple(dict.fromkeys(about))) for code, about in found.items())
    return tuple(note for note in notes if note.about)


def _of_answers(log: Log, course: CourseData, keys: CourseKeys) -> dict[NoteCode, Iterable[str]]:
    """Look at the answers that someone gave, as far as they count and their items are as they were."""
    none, fast, nothing, other = [], [], [], []
    for event in log.valid_events():
        if not isinstance(event, ItemResponse) or event.body.revealed:
            continue
        body = event.body
        if body.latency_ms == 0:
            none.append(event.id)
        if not body.presented:
            nothing.append(event.id)
        item, key = course.items.get(body.item_id), keys.items.get(body.item_id)
        if item is None or key is None or item.hash != body.item_hash:
            continue
        # people who see a question again, or give it up, need not read all of it
        if body.cold and not body.dont_know and 0 < body.latency_ms < key.words * MINUTE // FASTEST_READING:
            fast.append(event.id)
        if body.presented and sorted(body.presented) != sorted(_to_present(key.key, key.ids)):
            other.append(event.id)
    return {
        "no-latency": none,
        "faster-than-reading": fast,
        "nothing-presented": nothing,
        "other-presented": other,
    }


def _without_path(log: Log, course: CourseData, keys: CourseKeys) -> Iterator[str]:
    """Yield the replies that count, though the talk around them was another one, so none knows the path."""
    for event in log.valid_events():
        if not isinstance(event, DialogueChoice):
            continue
        body = event.body
        dialogue, key = course.dialogues.get(body.dialogue_id), keys.dialogues.get(body.dialogue_id)
        node = dialogue.nodes.get(body.node) if dialogue else None
        if node and key and node.hash == body.node_hash and key.hash != body.dialogue_hash:
            yield event.id


def _to_present(key: Key, ids: list[str]) -> Iterable[str]:
    match key:
        case ChooseKey() | OrderKey() | BestWorstKey():
            return ids
        case MatchKey(pairs=pairs):
            return pairs
    assert_never(key)


def _without_device(record: Record) -> Iterator[str]:
    """Yield the devices that wrote events and are not in the list of devices."""
    listed = {device.device_id for device in record.devices}
    return (stored.event.device for stored in record.events if stored.event.device not in listed)


def _observed_later(events: Iterable[Event], exported: int) -> Iterator[str]:
    """Yield the observations that bear the date of a day after the export, in any time zone."""
    last = _day_of(min(exported + DAY, LAST_MOMENT))
    return (
        event.id for event in events if isinstance(event, SupervisorObservation) and event.body.date > last
    )


def _day_of(moment: int) -> str:
    import datetime

    return (datetime.date(1970, 1, 1) + datetime.timedelta(days=moment // DAY)).isoformat()


def _time_of(uuid7: str) -> int:
    """Return the milliseconds since 1970 that a UUID of version 7 begins with (RFC 9562, 5.7)."""
    return int(uuid7[:8] + uuid7[9:13], 16)
