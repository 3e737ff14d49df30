"""Merge the records of one trainer: nothing is lost, and their order does not matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from course.records import refusals
from course.records.canonical import Json, canonical, utf16_order
from course.records.document import Device, Identity, Learner
from course.records.record import Record, StoredEvent, version_number
from course.records.refusals import Refusal

Key = TypeVar("Key")


def merge(records: Sequence[Record], same_person: bool = False) -> Record | Refusal:
    """Merge records of one course and one person.

    Records under different pseudonyms are merged only with `same_person`.
    """
    courses = sorted({record.course.id for record in records})
    if len(courses) > 1:
        return refusals.other_course(courses[1], courses[0])
    if not same_person and not _share_pseudonyms(records):
        return refusals.different_people()
    return _joined(records)


def _joined(records: Sequence[Record]) -> Record:
    latest = max(records, key=_head)
    first = min((record.identity for record in records), key=lambda one: (one.created_at, one.id))
    pseudonyms = sorted({name for record in records for name in record.learner.pseudonyms})
    events = {stored.order: stored for record in records for stored in record.events}
    return Record(
        schema_version=max((record.schema_version for record in records), key=version_number),
        identity=Identity(
            id=first.id,
            created_at=first.created_at,
            exported_at=latest.identity.exported_at,
            generator=latest.identity.generator,
        ),
        learner=Learner(pseudonyms=pseudonyms, alias=latest.learner.alias),
        course=latest.course,
        devices=tuple(_devices(records, events.values())),
        events=tuple(events[order] for order in sorted(events)),
        extensions=_greatest(record.extensions for record in records),
        unknown=_greatest(record.unknown for record in records),
    )


def _head(record: Record) -> tuple[int, bytes]:
    """Return the sort key by which generator, course version and alias are those of the latest export."""
    head = [record.identity.generator, record.course, record.learner.alias or None]
    return record.identity.exported_at, _rank(msgspec.to_builtins(head))


def _devices(records: Sequence[Record], events: Iterable[StoredEvent]) -> Iterator[Device]:
    """Yield each device once, with all of the stretch that any file names or any event shows."""
    stretches: dict[str, set[int]] = {}
    for record in records:
        for device in record.devices:
            stretches.setdefault(device.device_id, set()).update((device.first_seq, device.last_seq))
    for stored in events:
        stretches.setdefault(stored.event.device, set()).add(stored.event.seq)
    for name in sorted(stretches):
        yield Device(device_id=name, first_seq=min(stretches[name]), last_seq=max(stretches[name]))


def _greatest(parts: Iterable[Mapping[Key, Json]]) -> dict[Key, Json]:
    """Unite objects; where two differ, keep the value that is greater as canonical text, in any order."""
    found: dict[Key, Json] = {}
    for part in parts:
        for key, value in part.items():
            if key not in found or _rank(value) > _rank(found[key]):
                found[key] = value
    return found


def _rank(value: Json) -> bytes:
    return utf16_order(canonical(value).decode())


def _share_pseudonyms(records: Sequence[Record]) -> bool:
    """Say whether pseudonyms that records have in common link all of them."""
    linked: list[set[str]] = []
    for record in records:
        names = set(record.learner.pseudonyms)
        for group in [group for group in linked if group & names]:
            names |= group
            linked.remove(group)
        linked.append(names)
    return len(linked) <= 1
