"""A record as a document: ids and chains made from a seed, what follows from it, and the digest that fits."""

from __future__ import annotations

import base64
import random
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import msgspec

from course.learning.derived import derived
from course.records.canonical import canonical
from course.records.course_data import CourseData
from course.records.document import FORMAT, VERSION, Derived
from course.records.hashing import hash_of, integrity_of
from course.records.log import log_of
from course.records.reading import Reading, read

Raw = dict[str, Any]  # an event or a record as JSON


class Pen:
    """Writes the events of one record; each follows the one before on its device."""

    def __init__(self, course: CourseData, locale: str = "en") -> None:
        self.events: list[Raw] = []
        self._course = {"version": course.version, "contentHash": course.content_hash}
        self._locale = locale
        self._last: dict[str, Raw] = {}

    def write(self, device: str, at: int, kind: str, body: Raw) -> None:
        """Add an event."""
        before = self._last.get(device)
        event = {
            "id": uuid(at, f"{device}/{at}"),
            "device": device,
            "seq": before["seq"] + 1 if before else 1,
            "prev": hash_of(before) if before else None,
            "at": at,
            "locale": self._locale,
            "course": self._course,
            "type": kind,
            "body": body,
        }
        self._last[device] = event
        self.events.append(event)


def facts(
    course: CourseData, events: Sequence[Raw], pseudonym: str, created_at: int, exported_at: int
) -> Raw:
    """Return a record without what follows from it and without a digest."""
    seqs: dict[str, list[int]] = {}
    for event in events:
        seqs.setdefault(event["device"], []).append(event["seq"])
    return {
        "format": FORMAT,
        "schemaVersion": VERSION,
        "record": {
            "id": uuid(created_at, pseudonym),
            "createdAt": created_at,
            "exportedAt": exported_at,
            "generator": {"name": "imr-trainer-course", "version": course.version},
        },
        "learner": {"pseudonyms": [pseudonym]},
        "course": {"id": course.id, "version": course.version, "contentHash": course.content_hash},
        "devices": [
            {"deviceId": device, "firstSeq": min(found), "lastSeq": max(found)}
            for device, found in sorted(seqs.items())
        ],
        "events": sorted(events, key=lambda event: str(event["id"])),
        "extensions": {},
    }


def completed(document: Raw, course: CourseData) -> Raw:
    """Return a whole record: with what follows from its events as of its export."""
    read_again = read(canonical(sealed(document, _NOTHING)), course.id)
    if not isinstance(read_again, Reading):
        raise AssertionError(read_again.message)
    found = derived(log_of(read_again.record), course, read_again.record.identity.exported_at)
    return sealed(document, msgspec.to_builtins(found))


def sealed(document: Raw, computed: Raw) -> Raw:
    """Return a record with this as what follows from it, and the digest that fits."""
    whole = {key: value for key, value in document.items() if key != "integrity"} | {"derived": computed}
    return whole | {"integrity": integrity_of(whole)}


def token(chance: random.Random) -> str:
    """Return 128 bits in base32, as pseudonyms and devices are written."""
    return base64.b32encode(chance.randbytes(16)).decode().lower().rstrip("=")


def uuid(moment: int, name: str) -> str:
    """Return a UUIDv7 (RFC 9562) of a moment, with 72 bits of a name's hash in place of chance."""
    chance = int.from_bytes(sha256(name.encode()).digest()[:9])
    high, low = chance >> 62 & 0xFFF, chance & (1 << 62) - 1
    digits = f"{moment:012x}7{high:03x}{1 << 63 | low:016x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


_NOTHING: Raw = {
    "computedBy": {"method": "none", "version": "0.0.0", "parametersHash": "sha256:" + "0" * 64},
    "competencies": [],
    "units": [],
}
msgspec.convert(_NOTHING, Derived)
