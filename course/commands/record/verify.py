"""`course record verify`: does each file agree with itself, with the course, and with an earlier file?"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from course.commands.output import FAILED, FINE, WRONG_USE, fail
from course.commands.record import remarks
from course.commands.record.opening import (
    OpenCourse,
    Opened,
    WrongUseError,
    complain,
    day,
    open_course,
    open_files,
    visible_name,
)
from course.records import refusals
from course.records.inspect import Inspection, ItemStatus, ProfileComparison, inspect
from course.records.plausibility import Note, plausibility
from course.records.record import Record
from course.records.refusals import Refusal
from course.records.since import Since, since

_OLD: dict[ItemStatus, str] = {"superseded": "earlier versions of", "retired": "what is no longer asked,"}
_COMPARISON: dict[ProfileComparison, str] = {
    "agrees": "its own profile agrees with ours",
    "differs": "its own profile is NOT what its responses give; believe ours (`course record show`)",
    "other-course-version": "its own profile was computed with another version of the course",
    "other-method": "its own profile was computed with another method",
    "missing": "its own profile cannot be read",
}


def run(names: Sequence[str], folder: Path | None, form: str, earlier: Path | None) -> int:
    """Report on every file. Return 0 when there is nothing to ask about; notes are no reason."""
    reports: list[dict[str, Any]] = []
    is_sound = True
    try:
        course = open_course(folder)
        before = _earlier(earlier, course) if earlier else None
        for path, file in open_files(names, course):
            found = file if isinstance(file, Refusal) else _verified(file, course, before)
            is_sound = is_sound and isinstance(found, Verified) and found.is_sound
            if form == "json":
                reports.append(_json(path, found))
            elif isinstance(found, Refusal):
                complain(path, found)
            else:
                _print(path, found)
    except WrongUseError as error:
        return fail(str(error), code=WRONG_USE)
    if form == "json":
        print(json.dumps(reports, indent=2))
    else:
        print(remarks.WHO)
    return FINE if is_sound else FAILED


@dataclass(frozen=True)
class Verified:
    """All that is found about one file. `since` is there when it is compared with an earlier one."""

    file: Opened
    inspection: Inspection
    notes: tuple[Note, ...]
    since: Since | None

    @property
    def is_sound(self) -> bool:
        return self.inspection.is_sound and (self.since is None or self.since.is_kept)


def _earlier(path: Path, course: OpenCourse) -> Record:
    """Read the file that came before; without it nothing can be compared."""
    if path.is_dir():
        raise WrongUseError(f"{visible_name(path)} is a folder; name one earlier file")
    ((_, file),) = open_files([str(path)], course)
    if isinstance(file, Refusal):
        raise WrongUseError(f"{visible_name(path)}: {file.message}")
    if not file.reading.is_unchanged:
        raise WrongUseError(f"{visible_name(path)}: {refusals.changed().message}")
    return file.reading.record


def _verified(file: Opened, course: OpenCourse, before: Record | None) -> Verified:
    record = file.reading.record
    return Verified(
        file,
        inspect(file.reading, file.log, course.data, file.computed),
        plausibility(record, file.log, course.data, course.keys, time.time_ns() // 1_000_000),
        since(before, record) if before else None,
    )


def _print(path: Path, found: Verified) -> None:
    print(f"{visible_name(path)}: {remarks.DIGEST[found.inspection.is_unchanged]}")
    for line in _lines(found):
        print(f"  {line}")


def _lines(found: Verified) -> Iterator[str]:
    file, log, inspection = found.file, found.file.log, found.inspection
    record = file.reading.record
    yield f"record {record.identity.id}, pseudonym {record.learner.pseudonyms[0]}, exported {day(file.now)}"
    yield f"{len(record.events)} events on {len(record.devices)} device(s), {_completeness(inspection)}"
    if found.since:
        yield from _since_lines(found.since)
    yield from remarks.oddities(log)
    if not (log.breaks or inspection.is_unchanged):
        yield "no chain breaks: the change is in a device's last event, or outside the events"
    yield from remarks.contradicted(file.disagreements)
    yield from remarks.taken_back(file.profile.voided)
    if len(log.voided) > len(file.profile.voided):
        yield f"voided, no answers: {len(log.voided) - len(file.profile.voided)} event(s)"
    if log.unknown_types:
        yield f"kept, not understood by this version: events of kind {', '.join(log.unknown_types)}"
    yield from _old(inspection)
    yield from remarks.entered(log)
    yield from remarks.noted(found.notes)
    yield _COMPARISON[inspection.derived]


def _old(inspection: Inspection) -> Iterator[str]:
    """Name what was answered to other versions; that is what an edited course does to an honest record."""
    for status, words in _OLD.items():
        names = sorted({old.of for old in inspection.old_responses if old.status == status})
        if names:
            said = f"responses to {words} {', '.join(names)}"
            yield f"cannot be checked, not counted: {said} (no sign of a forgery: courses change)"


def _since_lines(found: Since) -> Iterator[str]:
    if found.is_kept:
        yield "since the earlier file: all of it is still there, the same bytes"
    for ids, words in ((found.missing, "are gone"), (found.altered, "have other contents now")):
        if ids:
            yield f"SINCE THE EARLIER FILE: {len(ids)} of its event(s) {words}; first {ids[0]}"
    for names, what in ((found.pseudonyms, "pseudonym"), (found.devices, "device")):
        if names:
            yield f"SINCE THE EARLIER FILE: {what} {', '.join(names)} is no longer named"
    if found.backdated:
        count = len(found.backdated)
        yield f"note: {count} event(s) are new and dated before it; first {found.backdated[0]}"


def _completeness(found: Inspection) -> str:
    words = ["complete as far as its numbers show" if found.is_complete else "INCOMPLETE"]
    if found.log.forks:
        words.append("FORKED")
    return ", ".join(words)


def _json(path: Path, found: Verified | Refusal) -> dict[str, Any]:
    if isinstance(found, Refusal):
        refusal = {"code": found.code, "message": found.message, "help": found.help}
        return {"file": str(path), "refusal": refusal}
    inspection, log = found.inspection, found.file.log
    return {
        "file": str(path),
        "sound": found.is_sound,
        "unchanged": inspection.is_unchanged,
        "since": None if found.since is None else msgspec.to_builtins(found.since),
        **remarks.as_json(found.file),
        "unknownTypes": list(log.unknown_types),
        "oldResponses": [
            {"event": old.event, "item": old.of, "standing": old.status} for old in inspection.old_responses
        ],
        "notes": [{"code": note.code, "about": list(note.about)} for note in found.notes],
        "derived": inspection.derived,
    }
