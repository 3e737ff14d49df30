"""Banks: every quiz placed in a lesson exists."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course


def unknown_bank(course: Course) -> Iterator[Diagnostic]:
    """Find `::: quiz` boxes that name a bank which is not in `quizzes/`."""
    places = (place.bank for lesson in course.lessons_by_path.values() for place in lesson.quiz_places())
    yield from unknown_among(
        places, "unknown-bank", "bank", course.banks_by_id, "write the bank in quizzes/, or name another"
    )
