"""Links to items, and places of single items: the item exists."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import all_prose, unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.framework import Ref


def unknown_item(course: Course) -> Iterator[Diagnostic]:
    """Find `::: question` boxes, and links such as `[this one](item:m1-first)`, whose item does not exist."""
    placed = (place.item for lesson in course.lessons_by_path.values() for place in lesson.question_places())
    linked = (
        Ref(link.item, link.span) for _, prose in all_prose(course) for link in prose.links() if link.item
    )
    known = [item.id for _, item in course.items()]
    yield from unknown_among((*placed, *linked), "unknown-item", "item", known, "name the `id` of an item")
