"""Objectives: an item assesses an objective of the unit its bank belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course


def unknown_objective(course: Course) -> Iterator[Diagnostic]:
    """Find items that name an objective which their unit does not have."""
    for bank in course.banks:
        unit = course.units_by_id.get(bank.unit.id)
        if unit is None:
            continue
        known = [objective.id for objective in unit.objectives]
        named = (item.objective for item in bank.items() if item.objective)
        yield from unknown_among(
            named, "unknown-objective", "objective", known, f"name an objective of the unit `{unit.id}`"
        )
