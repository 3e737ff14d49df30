"""`course items`: what the answers of many trainers show of each item, and which to look at."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from course import blind
from course.build.own_folder import NotOursError
from course.cohort.fold import Comparison
from course.cohort.rows import RefusalRow
from course.commands.output import FAILED, FINE, WRONG_USE, complain, fail, note_passed, print_findings
from course.diagnostics import Diagnostic, ordered
from course.diagnostics.rendering import rows as finding_rows
from course.gathering import item_report
from course.gathering.new_folder import require_new_file
from course.gathering.opened_course import whole_course
from course.gathering.passed_over import PassedOver
from course.gathering.persons import persons, rows_of
from course.gathering.wrong_use import WrongUseError
from course.item_analysis.analysis import Analysis, analyse
from course.item_analysis.answers import Answers
from course.item_analysis.findings import find
from course.item_analysis.intervals import Interval
from course.item_analysis.statistics import FEWEST_TRAINERS, ItemFigures
from course.model.course import Course
from course.records.course_data import course_data
from course.records.course_keys import course_keys


def run(names: Sequence[str], folder: Path | None, form: str, out: Path | None, is_blind: bool) -> int:
    """Tell what answers show. Return 1 where a file is refused; findings here are warnings."""
    try:
        if out:
            require_new_file(out)
        course = whole_course(folder)
        passed = PassedOver()
        found, refused = _analysis(names, course, is_blind, passed)
        findings = ordered(find(found.items, {item.id: item for _, item in course.items()}))
        if out:
            out.parent.mkdir(parents=True, exist_ok=True)
            with out.open("xb") as file:
                file.write(item_report.page(found, findings, course.outline.title))
    except (WrongUseError, NotOursError) as error:
        return fail(str(error), code=WRONG_USE)
    _tell(found, findings, form)
    if out and form == "text":
        print(f"page: {out}")
    sys.stdout.flush()
    note_passed(passed)
    complain(refused)
    return FAILED if refused else FINE


def _analysis(
    names: Sequence[str], course: Course, is_blind: bool, passed: PassedOver
) -> tuple[Analysis, list[RefusalRow]]:
    now_ns = time.time_ns()
    against = Comparison(course_data(course), course_keys(course), now_ns // 1_000_000)
    answers = Answers(against.course, {})
    refused: list[RefusalRow] = []
    for rows in rows_of(persons(names, now_ns, against.course.id, passed), against):
        refused += rows.refusals
        answers.take(rows)
    measured = blind.measure(course) if is_blind else None
    return analyse(answers, against.keys, measured), sorted(refused)


def _tell(found: Analysis, findings: Sequence[Diagnostic], form: str) -> None:
    if form == "json":
        print(json.dumps(_json(found, findings), indent=2, ensure_ascii=False))
    elif form == "github":
        print_findings(findings, form)
    else:
        print("\n".join(_lines(found)))
        print()
        print_findings(findings, form)


def _json(found: Analysis, findings: Sequence[Diagnostic]) -> dict[str, Any]:
    return {**asdict(found), "findings": finding_rows(findings)}


def _lines(found: Analysis) -> Iterator[str]:
    yield f"{found.answers:,} first answers of {found.trainers:,} trainers, with 95 % intervals"
    if found.left_out:
        yield f"left out: {found.left_out:,} record(s) that need to be asked about first"
    yield ""
    width = max((len(_name(one)) for one in found.items), default=4)
    yield f"{'item':<{width}}  trainers  {'credit':<20}  {'tells apart':<22}  don't know  seconds"
    for one in found.items:
        yield (
            f"{_name(one):<{width}}  {one.trainers:>8,}  {_share(one.facility):<20}  "
            f"{_correlation(one.discrimination):<22}  {one.dont_know.value:>10.0%}  {one.seconds.value:>7.0f}"
        )
    yield ""
    for level in found.certainty:
        said = ("guessed", "fairly sure", "sure")[level.certainty - 1]
        yield f"{said}: credit {_share(level.credit)} in {level.answers:,} answers"
    if found.blind:
        yield (
            f"without the stems: over {found.blind.items} items, what the options give away and what "
            f"trainers earn have the correlation {_correlation(found.blind.correlation)}"
        )
    yield f"tells apart: correlation with other items; -: under {FEWEST_TRAINERS} trainers, or no difference"


def _name(one: ItemFigures) -> str:
    return one.item if one.is_current else f"{one.item} (earlier, {one.revision[7:15]})"


def _share(found: Interval) -> str:
    return f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f})"


def _correlation(found: Interval | None) -> str:
    return "-" if found is None else f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f})"
