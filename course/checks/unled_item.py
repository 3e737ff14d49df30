"""Fidelity feedback leads somewhere: to a unit that a supervisor can assign."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic, Severity
from course.model.course import Course
from course.model.framework import InstrumentItem


def unled_item(course: Course) -> Iterator[Diagnostic]:
    """Find items of a rated instrument from which feedback leads to nothing that can be assigned.

    An item leads to the continuing units planned for a competency that it observes. Where there is none,
    it names what to read again with `refresher`: a lesson of an initial unit, or a unit.
    It is asked of courses that have continuing units.
    """
    continuing = {unit.id for unit in course.units if unit.kind == "continuing"}
    if not continuing:
        return
    led = {
        observed.id
        for part in course.outline.parts
        for unit in part.units
        if unit.id in continuing
        for ref in unit.competencies
        if (competency := course.competencies.get(ref.id))
        for observed in competency.observed_by
    }
    for instrument in course.framework.instruments:
        for item in instrument.items if instrument.rates else ():
            if item.id not in led and not _is_read_again(course, item):
                yield Diagnostic(
                    "unled-item",
                    f"`{item.id}` leads to no continuing unit and to no lesson to read again",
                    item.span,
                    "name a lesson in `refresher`, or plan a continuing unit for what it observes",
                    Severity.WARNING,
                )


def _is_read_again(course: Course, item: InstrumentItem) -> bool:
    name = item.refresher.id if item.refresher else ""
    return name in course.lessons or name in course.units_by_id
