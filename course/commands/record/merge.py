"""`course record merge`: one record of several, the same whatever their order."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from course.commands.output import FAILED, FINE, WRONG_USE, fail, visible_name
from course.commands.record import remarks
from course.commands.record.opening import (
    Opened,
    WrongUseError,
    complain,
    log_with,
    open_course,
    open_files,
)
from course.learning.derived import derived
from course.learning.disagreements import Disagreement
from course.records import refusals
from course.records.log import Log
from course.records.merge import merge
from course.records.refusals import Refusal
from course.records.writing import write


def run(names: Sequence[str], folder: Path | None, same_person: bool, output: Path | None) -> int:
    """Merge the files and write the result; with a refusal, write nothing. No file is overwritten.

    What is odd about the result is said on standard error. Return 1 when events are in conflict.
    """
    if output and os.path.lexists(output):
        return _is_there(output)
    try:
        course = open_course(folder)
        files = dict(open_files(names, course))
    except WrongUseError as error:
        return fail(str(error), code=WRONG_USE)
    refused = {path: refusal for path, file in files.items() if (refusal := _refusal(file))}
    for path, refusal in refused.items():
        complain(path, refusal)
    if refused:
        return FAILED
    opened = [file for file in files.values() if isinstance(file, Opened)]
    merged = merge([file.reading.record for file in opened], same_person)
    if isinstance(merged, Refusal):
        complain(None, merged)
        return FAILED
    log, contradicted = log_with(merged, course)
    content = write(merged, derived(log, course.data, merged.identity.exported_at))
    if output:
        try:
            with output.open("xb") as file:
                file.write(content)
        except FileExistsError:
            return _is_there(output)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    _report(log, contradicted)
    return FAILED if log.conflicts else FINE


def _report(log: Log, contradicted: Sequence[Disagreement]) -> None:
    for line in (*remarks.oddities(log), *remarks.contradicted(contradicted)):
        print(f"note: {line}", file=sys.stderr)
    if log.voided:
        print(f"note: {len(log.voided)} event(s) voided", file=sys.stderr)
    if log.conflicts:
        fail(
            f"{len(log.conflicts)} event(s) are in conflict: one id, different contents",
            "the result holds them all and counts none; ask which file is right",
        )


def _is_there(output: Path) -> int:
    return fail(
        f"{visible_name(output)} is there already", "name a new file with `--output FILE`", code=WRONG_USE
    )


def _refusal(file: Opened | Refusal) -> Refusal | None:
    """Refuse changed files too: the merged one gets a digest that fits, which would hide the change."""
    if isinstance(file, Refusal):
        return file
    return None if file.reading.is_unchanged else refusals.changed()
