"""Sections of stages and appointments: the page that shows the year has them."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.paths import pages_with_year, year_of


def unknown_section(course: Course) -> Iterator[Diagnostic]:
    """Find stages and appointments whose `section` is no heading of a page with the `::: year` of their path.

    The calendar would lead to the top of that page, or nowhere.
    """
    for path in course.outline.paths:
        pages = pages_with_year(course, path)
        anchors = {heading.anchor for page in pages for heading in page.headings()}
        for section in (entry.section for entry in year_of(path)):
            if section and section.id not in anchors:
                yield Diagnostic(
                    "unknown-section",
                    f"no page that shows the year of `{path.id}` has a heading `{section.id}`",
                    section.span,
                    "name the anchor of a heading on the page with `::: year`, or leave `section` out",
                )
