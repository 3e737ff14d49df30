"""Competencies: every one that is named exists."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.exercises import competencies_of
from course.model.framework import Ref


def unknown_competency(course: Course) -> Iterator[Diagnostic]:
    """Find competencies that are named but not in `content/competencies.yml`.

    A response to such an item would count for nothing.
    """
    yield from unknown_among(
        _named(course),
        "unknown-competency",
        "competency",
        course.competencies,
        f"use one of {', '.join(course.competencies)}",
    )


def _named(course: Course) -> Iterator[Ref]:
    for unit in course.units:
        for objective in unit.objectives:
            yield from objective.competencies
    for _, item in course.items():
        yield from item.competencies
    for exercise in course.exercises:
        yield from competencies_of(exercise)
    yield from (sheet.competency for sheet in course.observation_sheets)
    for part in course.outline.parts:
        for planned in part.units:
            yield from planned.competencies
