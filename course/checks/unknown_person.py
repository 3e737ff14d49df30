"""The cast: everyone who appears in a box is introduced."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course


def unknown_person(course: Course) -> Iterator[Diagnostic]:
    """Find people in `vignette` and `say` boxes who are not in `content/cast.yml`."""
    pages = course.lessons_by_path.values()
    named = (person for lesson in pages for box in lesson.boxes() for person in box.people)
    yield from unknown_among(
        named, "unknown-person", "person", course.people, "introduce them in content/cast.yml"
    )
