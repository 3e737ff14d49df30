"""Prerequisites: there is a first unit to begin with."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course


def circular_prerequisites(course: Course) -> Iterator[Diagnostic]:
    """Find units that, directly or through others, ask for themselves first."""
    reported: set[str] = set()
    for unit in course.units:
        circle = _circle(unit.id, course)
        if circle and not reported & set(circle):
            reported |= set(circle)
            yield Diagnostic(
                code="circular-prerequisites",
                message=f"these units ask for one another first: {' → '.join([*circle, circle[0]])}",
                span=next(ref.span for ref in unit.prerequisites if ref.id in (*circle[1:2], unit.id)),
                help="take one of them out of `prerequisites`",
            )


def _circle(start: str, course: Course) -> list[str]:
    """Return the units on the shortest path from a unit back to itself."""
    paths = [[start]]
    seen: set[str] = set()
    while paths:
        path = paths.pop(0)
        unit = course.units_by_id.get(path[-1])
        for ref in unit.prerequisites if unit else ():
            if ref.id == start:
                return path
            if ref.id not in seen:
                seen.add(ref.id)
                paths.append([*path, ref.id])
    return []
