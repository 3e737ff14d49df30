"""Units: every one that is named exists, or is planned."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.framework import Ref


def unknown_unit(course: Course) -> Iterator[Diagnostic]:
    """Find units that are named but neither written nor planned in `content/course.yml`."""
    written = set(course.units_by_id)
    planned = {unit.id for part in course.outline.parts for unit in part.units}
    otherwise = f"name a unit by its id, such as `{min(written | planned, default='module-1')}`"
    code, kind = "unknown-unit", "unit"
    asking = (*(bank.unit for bank in course.banks), *(one.head.unit for one in course.exercises))
    yield from unknown_among(asking, code, kind, written, otherwise)
    yield from unknown_among(_named(course), code, kind, written | planned, otherwise)
    studied = [ref for path in course.outline.paths for stage in path.stages for ref in stage.study]
    studied += [
        item.refresher for one in course.framework.instruments for item in one.items if item.refresher
    ]
    yield from unknown_among(
        studied, code, "unit or lesson", written | planned | set(course.lessons), otherwise
    )


def _named(course: Course) -> Iterator[Ref]:
    for unit in course.units:
        yield from unit.prerequisites
    for path in course.outline.paths:
        yield from path.units
    for member in course.cast.members:
        yield from (unit for unit, _ in member.arc)
    yield from (form.unit for form in course.forms if form.unit)
    yield from (unit for sheet in course.observation_sheets for unit in sheet.units)
    yield from (review.unit for review in course.organisation.reviews)
    yield from (unit for unit, _ in course.organisation.hours)
    yield from (unit for _, units in course.organisation.suggested_units for unit in units)
