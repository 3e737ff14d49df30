"""Generated record files of about 20 kB, each with a digest that fits and chains that are whole."""

from __future__ import annotations

import base64
import random
import shutil
from hashlib import sha256
from itertools import cycle
from pathlib import Path
from typing import Any, assert_never

import msgspec

from course.learning.derived import derived
from course.learning.scoring import credit_milli
from course.records.canonical import canonical
from course.records.course_data import CourseData
from course.records.course_keys import BestWorstKey, ChooseKey, CourseKeys, ItemKey, MatchKey, OrderKey
from course.records.document import FORMAT, VERSION, Derived
from course.records.hashing import hash_of, integrity_of
from course.records.log import log_of
from course.records.reading import Reading, read

Raw = dict[str, Any]

EVENTS = 14
TRAINERS = 500  # with events of their own; further files repeat them under other names
START = 1_767_261_600_000  # 1 January 2026, 10:00 UTC
MINUTE = 60_000
DAY = 86_400_000


def write_records(
    folder: Path,
    count: int,
    course: CourseData,
    keys: CourseKeys,
    seed: int,
    *,
    events: int = EVENTS,
    trainers: int = TRAINERS,
) -> None:
    """Write so many records of a course, unless they are there."""
    mark = f"{count} {seed} {events} {course.content_hash} keys"
    made = folder.with_suffix(".made")
    if made.exists() and made.read_text() == mark:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    own = [record(course, keys, events, seed, number) for number in range(min(count, trainers))]
    for number in range(count):
        content = under_another_name(own[number % len(own)], f"{seed}/{number}")
        (folder / f"{number:05}.json").write_bytes(content)
    made.write_text(mark)


def record(course: CourseData, keys: CourseKeys, events: int, seed: int, number: int) -> Raw:
    """Make the record of a trainer, with what follows from it."""
    chance = random.Random(f"{seed}/{number}")
    document = _facts(course, _events(course, keys, events, chance), _token(chance))
    read_again = read(canonical(_sealed(document, _NOTHING)), course.id)
    if not isinstance(read_again, Reading):
        raise AssertionError(read_again.message)
    found = derived(log_of(read_again.record), course, read_again.record.identity.exported_at)
    return _sealed(document, msgspec.to_builtins(found))


def under_another_name(document: Raw, name: str) -> bytes:
    """Return the bytes of a record with another pseudonym and id."""
    chance = random.Random(name)
    identity = document["record"] | {"id": _uuid(START, name)}
    changed = document | {"record": identity, "learner": {"pseudonyms": [_token(chance)]}}
    return canonical(_sealed(changed, document["derived"])) + b"\n"


def _events(course: CourseData, keys: CourseKeys, count: int, chance: random.Random) -> list[Raw]:
    """Answer questions in sets of five, and all of them again when there are no more."""
    device, attempt = _token(chance), _uuid(START, f"{chance.random()}")
    skill = chance.uniform(0.4, 0.98)
    items = sorted(course.items)
    chance.shuffle(items)
    asked = cycle(items)
    events: list[Raw] = []
    while len(events) < count:
        at = START + len(events) * MINUTE
        is_end = len(events) % 6 == 5
        if is_end:
            body: Raw = {"reason": "completed"}
        else:
            item = next(asked)
            body = _answer(item, keys.items[item], skill, chance)
            body |= {"itemHash": course.items[item].hash, "cold": len(events) < len(items)}
        event = {
            "id": _uuid(at, f"{device}/{at}"),
            "device": device,
            "seq": len(events) + 1,
            "prev": hash_of(events[-1]) if events else None,
            "at": at,
            "locale": "en",
            "course": {"version": course.version, "contentHash": course.content_hash},
            "type": "attempt.finished" if is_end else "item.response",
            "body": {"attemptId": attempt} | body,
        }
        events.append(event)
    return events


def _answer(item: str, key: ItemKey, skill: float, chance: random.Random) -> Raw:
    response = _right(key) if chance.random() < skill else _any(key, chance)
    presented = list(key.key.pairs) if isinstance(key.key, MatchKey) else key.ids
    return {
        "itemId": item,
        "presented": chance.sample(presented, len(presented)),
        "response": response,
        "scoreMilli": credit_milli(key.key, response),
        "certainty": chance.choice((1, 2, 3)),
        "dontKnow": False,
        "revealed": False,
        "latencyMs": chance.randrange(20_000, 60_000),
    }


def _right(item: ItemKey) -> Any:
    match item.key:
        case ChooseKey(keys=keys):
            return keys
        case OrderKey(steps=steps):
            return steps
        case MatchKey(pairs=pairs):
            return pairs
        case BestWorstKey(best=best, worst=worst):
            return {"best": max(best, key=best.__getitem__), "worst": max(worst, key=worst.__getitem__)}
    assert_never(item.key)


def _any(item: ItemKey, chance: random.Random) -> Any:
    match item.key:
        case ChooseKey():
            return [chance.choice(item.ids)]
        case OrderKey(steps=steps):
            return chance.sample(steps, len(steps))
        case MatchKey(pairs=pairs):
            return {card: chance.choice(item.ids) for card in pairs}
        case BestWorstKey():
            return dict(zip(("best", "worst"), chance.sample(item.ids, 2), strict=True))
    assert_never(item.key)


def _facts(course: CourseData, events: list[Raw], pseudonym: str) -> Raw:
    device = {"deviceId": events[0]["device"], "firstSeq": 1, "lastSeq": len(events)}
    return {
        "format": FORMAT,
        "schemaVersion": VERSION,
        "record": {
            "id": _uuid(START, pseudonym),
            "createdAt": START,
            "exportedAt": START + len(events) * MINUTE + DAY,
            "generator": {"name": "imr-trainer-course", "version": course.version},
        },
        "learner": {"pseudonyms": [pseudonym]},
        "course": {"id": course.id, "version": course.version, "contentHash": course.content_hash},
        "devices": [device],
        "events": events,
        "extensions": {},
    }


def _sealed(document: Raw, computed: Raw) -> Raw:
    whole = {key: value for key, value in document.items() if key != "integrity"} | {"derived": computed}
    return whole | {"integrity": integrity_of(whole)}


def _token(chance: random.Random) -> str:
    return base64.b32encode(chance.randbytes(16)).decode().lower().rstrip("=")


def _uuid(moment: int, name: str) -> str:
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
