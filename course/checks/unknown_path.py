"""Places of years: the path that they show exists."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.framework import Ref


def unknown_path(course: Course) -> Iterator[Diagnostic]:
    """Find `::: year` boxes that name no path of `content/course.yml`."""
    pages = course.lessons_by_path.values()
    placed = (Ref(year.id, year.span) for page in pages for prose in page.prose() for year in prose.years())
    paths = {path.id for path in course.outline.paths}
    yield from unknown_among(
        placed, "unknown-path", "path", paths, "name a path by its id in content/course.yml"
    )
