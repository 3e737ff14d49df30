"""`course record verify`: is each file intact, complete, and still about this course?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from course.commands.output import FAILED, FINE, WRONG_USE, fail
from course.commands.record.opening import (
    Opened,
    WrongUseError,
    complain,
    day,
    open_course,
    open_files,
    visible_name,
)
from course.records.course_data import CourseData
from course.records.inspect import Inspection, ProfileComparison, inspect
from course.records.refusals import Refusal

_COMPARISON: dict[ProfileComparison, str] = {
    "agrees": "its own profile agrees with ours",
    "differs": "its own profile is NOT what its responses give; believe ours (`course record show`)",
    "other-course-version": "its own profile was computed with another version of the course",
    "other-method": "its own profile was computed with another method",
    "missing": "its own profile cannot be read",
}


def run(names: Sequence[str], folder: Path | None, form: str) -> int:
    """Report on every file. Return 0 when all are sound."""
    reports: list[dict[str, Any]] = []
    is_sound = True
    try:
        course = open_course(folder).data
        for path, file in open_files(names, course):
            found = file if isinstance(file, Refusal) else _inspected(file, course)
            is_sound = is_sound and isinstance(found, Inspection) and found.is_sound
            if form == "json":
                reports.append(_json(path, found))
            elif isinstance(found, Refusal):
                complain(path, found)
            elif isinstance(file, Opened):
                _print(path, file, found)
    except WrongUseError as error:
        return fail(str(error), code=WRONG_USE)
    if form == "json":
        print(json.dumps(reports, indent=2))
    return FINE if is_sound else FAILED


def _inspected(file: Opened, course: CourseData) -> Inspection:
    return inspect(file.reading, file.log, course, file.computed)


def _print(path: Path, file: Opened, found: Inspection) -> None:
    print(f"{visible_name(path)}: {'intact' if found.is_unchanged else 'CHANGED since it was exported'}")
    for line in _lines(file, found):
        print(f"  {line}")


def _lines(file: Opened, found: Inspection) -> Iterator[str]:
    record, log = file.reading.record, found.log
    yield f"record {record.identity.id}, pseudonym {record.learner.pseudonyms[0]}, exported {day(file.now)}"
    yield f"{len(record.events)} events on {len(record.devices)} device(s), {_completeness(found)}"
    for gap in log.gaps:
        yield f"missing: events {gap.first} to {gap.last} of device {gap.device}"
    for fork in log.forks:
        yield f"forked: event {fork.seq} of device {fork.device} is there {len(fork.ids)} times, all kept"
    for name in log.conflicts:
        yield f"in conflict: event {name} is there with different contents, none counts"
    if found.first_break:
        yield f"the chain breaks at event {found.first_break} ({len(log.breaks)} in all)"
    elif not found.is_unchanged:
        yield "no chain breaks: the change is in a device's last event, or outside the events"
    if log.voided:
        yield f"{len(log.voided)} event(s) voided"
    if log.unknown_types:
        yield f"kept, not understood by this version: events of kind {', '.join(log.unknown_types)}"
    for status in ("superseded", "retired"):
        items = sorted({old.item for old in found.old_responses if old.status == status})
        if items:
            yield f"{status}, not counted: responses to {', '.join(items)}"
    yield _COMPARISON[found.derived]


def _completeness(found: Inspection) -> str:
    words = ["complete" if found.is_complete else "INCOMPLETE"]
    if found.log.forks:
        words.append("FORKED")
    return ", ".join(words)


def _json(path: Path, found: Inspection | Refusal) -> dict[str, Any]:
    if isinstance(found, Refusal):
        refusal = {"code": found.code, "message": found.message, "help": found.help}
        return {"file": str(path), "refusal": refusal}
    log = found.log
    return {
        "file": str(path),
        "sound": found.is_sound,
        "unchanged": found.is_unchanged,
        "gaps": [{"device": gap.device, "first": gap.first, "last": gap.last} for gap in log.gaps],
        "forks": [{"device": fork.device, "seq": fork.seq, "ids": list(fork.ids)} for fork in log.forks],
        "conflicts": list(log.conflicts),
        "voided": list(log.voided),
        "breaks": list(log.breaks),
        "unknownTypes": list(log.unknown_types),
        "oldResponses": [
            {"event": old.event, "item": old.item, "standing": old.status} for old in found.old_responses
        ],
        "derived": found.derived,
    }
