"""Generated record files of about 20 kB, each with a digest that fits and chains that are whole."""

from __future__ import annotations

import random
import shutil
from itertools import cycle
from pathlib import Path

from course.learning.scoring import credit_milli
from course.records.canonical import canonical
from course.records.course_data import CourseData
from course.records.course_keys import CourseKeys, ItemKey
from course.simulation.answers import any_answer, right, to_present
from course.simulation.document import Pen, Raw, completed, facts, sealed, token, uuid

EVENTS = 14
FINISHED = 700  # of someone who has worked through the path: some 580 answers, in sets of five
TRAINERS = 5_000  # with events of their own; further files repeat them under other names
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
    mark = f"{count} {seed} {events} {course.content_hash} {trainers} keys"
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
    written = _events(course, keys, events, chance)
    exported_at = START + len(written) * MINUTE + DAY
    return completed(facts(course, written, token(chance), START, exported_at), course)


def under_another_name(document: Raw, name: str) -> bytes:
    """Return the bytes of a record with another pseudonym and id."""
    chance = random.Random(name)
    identity = document["record"] | {"id": uuid(START, name)}
    changed = document | {"record": identity, "learner": {"pseudonyms": [token(chance)]}}
    return canonical(sealed(changed, document["derived"])) + b"\n"


def _events(course: CourseData, keys: CourseKeys, count: int, chance: random.Random) -> list[Raw]:
    """Answer questions in sets of five, and all of them again when there are no more."""
    device, attempt = token(chance), uuid(START, f"{chance.random()}")
    skill = chance.uniform(0.4, 0.98)
    items = sorted(course.items)
    chance.shuffle(items)
    asked = cycle(items)
    pen = Pen(course)
    while len(pen.events) < count:
        at = START + len(pen.events) * MINUTE
        is_end = len(pen.events) % 6 == 5
        if is_end:
            body: Raw = {"reason": "completed"}
        else:
            item = next(asked)
            body = _answer(item, keys.items[item], skill, chance)
            body |= {"itemHash": course.items[item].hash, "cold": len(pen.events) < len(items)}
        kind = "attempt.finished" if is_end else "item.response"
        pen.write(device, at, kind, {"attemptId": attempt} | body)
    return pen.events


def _answer(item: str, key: ItemKey, skill: float, chance: random.Random) -> Raw:
    response = right(key) if chance.random() < skill else any_answer(key, chance)
    presented = to_present(key)
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
