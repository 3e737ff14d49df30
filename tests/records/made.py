"""Records to test with: made event by event, as browsers write them, and the same on every run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from course.records import writing
from course.records.canonical import canonical
from course.records.document import FORMAT, VERSION
from course.records.hashing import hash_of, integrity_of
from course.records.reading import Reading, read
from course.records.record import Record

Raw = dict[str, Any]

COURSE = "imr-trainer-course"
SECOND = 1000
DAY = 86_400_000
START = 1_767_261_600_000  # 1 January 2026, 10:00 UTC
LEARNER = "a" * 26
OTHER_LEARNER = "b" * 26
CONTENT = "sha256:" + "c" * 64


def item_hash(name: str) -> str:
    """Return a hash as an item has one."""
    return "sha256:" + sha256(name.encode()).hexdigest()


def uuid_at(moment: int, name: str) -> str:
    """Return a UUIDv7 that is the same for the same moment and name."""
    chance = int.from_bytes(sha256(name.encode()).digest()[:9])
    high, low = chance >> 62 & 0xFFF, chance & (1 << 62) - 1
    digits = f"{moment:012x}7{high:03x}{1 << 63 | low:016x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


class Browser:
    """One device that writes events, each chained to the one before."""

    def __init__(self, device: str = "d") -> None:
        self.device = (device * 26)[:26]
        self.events: list[Raw] = []
        self.attempt = uuid_at(START, f"attempt on {device}")

    def write(self, kind: str, body: Mapping[str, Any], at: int) -> Raw:
        """Write the next event."""
        seq = len(self.events) + 1
        event = {
            "id": uuid_at(at, f"{self.device}/{seq}"),
            "device": self.device,
            "seq": seq,
            "prev": hash_of(self.events[-1]) if self.events else None,
            "at": at,
            "locale": "en",
            "course": {"version": "0.1.0", "contentHash": CONTENT},
            "type": kind,
            "body": dict(body),
        }
        self.events.append(event)
        return event

    def answer(self, item: str, at: int, score: int = 1000, **changes: Any) -> Raw:
        """Answer an item; `changes` overwrites parts of the body."""
        body = {
            "attemptId": self.attempt,
            "itemId": item,
            "itemHash": item_hash(item),
            "presented": ["one", "two", "three"],
            "response": ["one"],
            "certainty": 2,
            "dontKnow": False,
            "revealed": False,
            "cold": True,
            "scoreMilli": score,
            "latencyMs": 4200,
        }
        return self.write("item.response", body | changes, at)

    def finish(self, at: int) -> Raw:
        """Finish the set."""
        return self.write("attempt.finished", {"attemptId": self.attempt, "reason": "completed"}, at)

    def void(self, event: Raw, at: int) -> Raw:
        return self.write("event.void", {"target": event["id"], "reason": "not-me"}, at)


def facts(events: Iterable[Raw], **changes: Any) -> Raw:
    """Return a record without derived block and digest; `changes` overwrites its parts."""
    found = list(events)
    document: Raw = {
        "format": FORMAT,
        "schemaVersion": VERSION,
        "record": {
            "id": uuid_at(START, "record"),
            "createdAt": START,
            "exportedAt": START + DAY,
            "generator": {"name": "imr-trainer-course", "version": "0.1.0"},
        },
        "learner": {"pseudonyms": [LEARNER]},
        "course": {"id": COURSE, "version": "0.1.0", "contentHash": CONTENT},
        "devices": _devices(found),
        "events": found,
        "extensions": {},
    }
    return document | changes


def sealed(document: Raw) -> Raw:
    """Return a whole record: with a derived block, and the digest that fits."""
    document = {key: value for key, value in document.items() if key != "integrity"}
    document.setdefault("derived", NO_DERIVED)
    return document | {"integrity": integrity_of(document)}


def file_of(document: Raw) -> bytes:
    """Return the bytes of a record's file."""
    return canonical(sealed(document)) + b"\n"


def record_of(document: Raw) -> Record:
    """Return a record that must be readable."""
    reading = read(file_of(document), document["course"]["id"])
    assert isinstance(reading, Reading), reading
    return reading.record


def bytes_of(record: Record) -> bytes:
    """Return what two equal records have alike."""
    return canonical(writing.facts(record))


def _devices(events: Sequence[Raw]) -> list[Raw]:
    seqs: dict[str, list[int]] = {}
    for event in events:
        seqs.setdefault(event["device"], []).append(event["seq"])
    return [
        {"deviceId": device, "firstSeq": min(seqs[device]), "lastSeq": max(seqs[device])}
        for device in sorted(seqs)
    ]


NO_DERIVED: Raw = {
    "computedBy": {"method": "none", "version": "0.0.0", "parametersHash": "sha256:" + "0" * 64},
    "competencies": [],
    "units": [],
}
