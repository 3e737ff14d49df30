"""Sources: every citation leads to a reference."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import all_prose, unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.framework import Ref


def unknown_reference(course: Course) -> Iterator[Diagnostic]:
    """Find citations and sources that are not in `content/references.yml`.

    A reader who wants to check a claim would find nothing there.
    """
    yield from unknown_among(
        _named(course),
        "unknown-reference",
        "reference",
        course.references_by_id,
        "add it to content/references.yml",
    )


def _named(course: Course) -> Iterator[Ref]:
    for _, prose in all_prose(course):
        for citation in prose.citations():
            yield from (Ref(name, citation.span.find(name)) for name, _ in citation.sources)
    for unit in course.units:
        yield from unit.sources
    for _, item in course.items():
        yield from item.sources
    for exercise in course.exercises:
        yield from exercise.head.sources
    for competency in course.framework.competencies:
        yield from competency.sources
    for instrument in course.framework.instruments:
        yield from instrument.sources
