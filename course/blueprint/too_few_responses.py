"""Blueprint: every competency is asked about often enough, and in more than one unit."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from course.blueprint.counting import FEWEST_UNITS, Coverage, coverage
from course.diagnostics import Diagnostic, Severity
from course.model.course import Course

_STEPS = {
    "knowledge": "add items of level `know`",
    "judgement": "add items of level `judge` or `plan`, or a dialogue",
}

_MANY = 100


def too_few_responses(course: Course) -> Iterator[Diagnostic]:
    """Find competencies with fewer scored responses than a decision about them needs.

    In the leading strand of a competency there should be at least 30 where its priority is A,
    at least 15 elsewhere, and from at least two units; a dialogue counts the turns of its shortest path.
    Responses to items of one case share a design effect: three of one case are worth 2.1.
    It is a warning of `course check --blueprint` only, so that a course can grow.
    Competencies that nothing assesses at all are found without it.
    """
    for each in coverage(course):
        if each.units and not each.is_enough:
            competency = each.competency
            place = f" in {FEWEST_UNITS} units" if each.effective >= each.minimum else ""
            yield Diagnostic(
                code="too-few-responses",
                message=f"`{competency.id}` has {describe(each)}",
                span=competency.span,
                help=_STEPS[competency.strand] + place,
                severity=Severity.WARNING,
            )


def describe(coverage: Coverage) -> str:
    """Return the numbers of a competency as words."""
    responses, units = _many(coverage.available, "response"), _many(coverage.leading_units, "unit")
    there = f"{responses} in {coverage.competency.strand} from {units}"
    if coverage.effective < coverage.available:
        tenths = 10 if coverage.effective < _MANY else 1  # far above every minimum no one needs them
        worth = floor(coverage.effective * tenths) / tenths  # never more than there is
        there += f", worth {worth:g}"
    return f"{there}, and needs {coverage.minimum} from {FEWEST_UNITS}"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
