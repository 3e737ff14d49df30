"""`course record show`: the profile of each file, as of its export."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from course.commands.output import FAILED, FINE, WRONG_USE, fail
from course.commands.record import rating_agreement as agreement
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
from course.learning.profile import Profile
from course.records.course_data import Strand
from course.records.document import CompetencyEstimate, StrandEstimate
from course.records.refusals import Refusal

# the two columns that are not shown as they are stored, and come last
_LAST_AT = StrandEstimate.__struct_fields__.index("last_evidence_at")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FORMATIVE = "formative; knowledge and judgement, not clinical competence"
_STATES = {"shown": "shown", "not-yet": "not yet", "not-enough-evidence": "not enough evidence"}


def run(names: Sequence[str], folder: Path | None, form: str) -> int:
    """Show every file that can be read. Return 1 when one is refused."""
    refused: list[Path] = []
    try:
        course = open_course(folder)
        _show(_opened(open_files(names, course), refused), course, form)
    except WrongUseError as error:
        return fail(str(error), code=WRONG_USE)
    return FAILED if refused else FINE


def _opened(files: Iterable[tuple[Path, Opened | Refusal]], refused: list[Path]) -> Iterator[Opened]:
    """Yield the files that can be read, and say why the others are refused."""
    for path, outcome in files:
        if isinstance(outcome, Refusal):
            complain(path, outcome)
            refused.append(path)
        else:
            yield outcome


def _show(files: Iterable[Opened], course: OpenCourse, form: str) -> None:
    match form:
        case "json":
            print(json.dumps([_json(file, course) for file in files], indent=2))
        case "csv":
            _write_csv(files, course)
        case _:
            for file in files:
                print("\n".join(_lines(file, course)))


def _lines(file: Opened, course: OpenCourse) -> Iterator[str]:
    who = file.reading.record.learner.pseudonyms[0]
    yield f"{visible_name(file.path)}: {who}, as of {day(file.now)}"
    yield f"({remarks.DIGEST[file.reading.is_unchanged]})"
    yield f"({_FORMATIVE}; cut {course.data.cut_milli / 1000:.2f}, provisional)"
    for competency in file.computed.competencies:
        rows = [(strand, found) for strand, found in _strands(competency) if found.n or found.superseded]
        if rows:
            yield f"{competency.competency_id}  {course.titles[competency.competency_id]}"
        yield from (_row(strand, found) for strand, found in rows)
    yield from _given_lines(file.profile)
    agreed = agreement.rated(file.log, course.data)
    if not agreed.is_empty:
        yield agreement.line(agreed)
    without = sum(1 for one in file.computed.competencies if not any(found.n for _, found in _strands(one)))
    yield f"no evidence yet on {without} of {len(file.computed.competencies)} competencies"
    yield from remarks.contradicted(file.disagreements)
    yield from remarks.taken_back(file.profile.voided)
    yield from remarks.oddities(file.log)


def _hundredths(milli: int) -> str:
    """Round half up, as the browser does; a format string would round to even."""
    return f"{(milli + 5) // 10 / 100:.2f}"


def _row(strand: Strand, found: StrandEstimate) -> str:
    numbers = (
        f"{_hundredths(found.mean_milli)} ({_hundredths(found.low_milli)} to {_hundredths(found.high_milli)})"
    )
    words = [f"  {strand:<10} {_STATES[found.state]:<20} {numbers}, responses {found.n}, units {found.units}"]
    if found.last_evidence_at is not None:
        words.append(f"last {day(found.last_evidence_at)}")
    if found.superseded:
        words.append(f"{found.superseded} superseded")
    if found.missed_harm_items:
        words.append(f"safety item missed: {' '.join(found.missed_harm_items)}")
    return ", ".join(words)


def _given_lines(found: Profile) -> Iterator[str]:
    for competency in found.competencies:
        for seen in competency.observations:
            value = f"{seen.body.value_milli / 1000:.1f} of 5 ({seen.body.subject})"
            by = f"by {seen.body.rater}, as entered in this file"
            where = f"in a {seen.body.occasion}, " if seen.body.occasion else ""
            yield f"{competency.competency}  observed {seen.body.date}: {value}, {where}{by}"
        for rating in competency.confidence:
            where = f"{rating.body.when} {rating.body.unit_id}"
            yield f"{competency.competency}  confidence {where}: level {rating.body.level} of 3"


def _json(file: Opened, course: OpenCourse) -> dict[str, Any]:
    given = {one.competency: one for one in file.profile.competencies}
    shown: dict[str, Any] = msgspec.to_builtins(file.computed)
    for competency in shown["competencies"]:
        one = given[competency["competencyId"]]
        competency["observations"] = [msgspec.to_builtins(seen.body) for seen in one.observations]
        competency["confidence"] = [msgspec.to_builtins(rating.body) for rating in one.confidence]
    return {
        "file": str(file.path),
        "record": file.reading.record.identity.id,
        "pseudonyms": file.reading.record.learner.pseudonyms,
        "asOf": file.now,
        "unchanged": file.reading.is_unchanged,
        "note": _FORMATIVE,
        "retired": file.profile.retired,
        **remarks.as_json(file),
        "ratingAgreement": agreement.as_json(agreement.rated(file.log, course.data)),
        **shown,
    }


def _write_csv(files: Iterable[Opened], course: OpenCourse) -> None:
    columns = (
        "file",
        "pseudonym",
        "asOf",
        "unchanged",
        "competencyId",
        "strand",
        *StrandEstimate.__struct_encode_fields__,
        *agreement.COLUMNS,
    )
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(columns)
    nothing = [""] * len(agreement.COLUMNS)
    for file in files:
        is_unchanged = "true" if file.reading.is_unchanged else "false"
        who = (file.path, file.reading.record.learner.pseudonyms[0], day(file.now), is_unchanged)
        for competency in file.computed.competencies:
            for strand, found in _strands(competency):
                table.writerow(_plain((*who, competency.competency_id, strand, *_values(found), *nothing)))
        agreed = agreement.rated(file.log, course.data)
        if not agreed.is_empty:
            estimate = {"n": agreed.found.n, "superseded": agreed.superseded}
            blank = [estimate.get(name, "") for name in StrandEstimate.__struct_encode_fields__]
            table.writerow(
                _plain((*who, agreed.competency, agreement.STRAND, *blank, *agreement.cells(agreed)))
            )


def _plain(cells: Iterable[object]) -> Iterator[object]:
    """Return the cells of a row so that no spreadsheet takes a text for a formula (OWASP, CSV Injection)."""
    return (
        f"'{cell}" if str(cell).startswith(_FORMULA) and not isinstance(cell, int | float) else cell
        for cell in cells
    )


def _values(found: StrandEstimate) -> tuple[object, ...]:
    last = found.last_evidence_at
    shown = msgspec.structs.astuple(found)
    missed = " ".join(found.missed_harm_items)
    return *shown[:_LAST_AT], "" if last is None else day(last), missed


def _strands(competency: CompetencyEstimate) -> tuple[tuple[Strand, StrandEstimate], ...]:
    return ("knowledge", competency.knowledge), ("judgement", competency.judgement)
