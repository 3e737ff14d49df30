"""Lessons: each fits into one sitting."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.flaw import Flaw
from course.minutes import lesson_time
from course.model.course import Course

MOST_MINUTES = 25


def long_lesson(course: Course) -> Iterator[Flaw]:
    """Find lessons that take more than 25 minutes with their exercises and questions.

    Most trainers learn between other work, and a lesson that does not fit into a break is left in the middle.
    """
    for unit in course.units:
        for lesson in unit.lessons:
            found = lesson_time(course, lesson).whole
            if found.total > MOST_MINUTES:
                parts = f"{found.reading} reading, {found.practice} practice, {found.questions} questions"
                message = f"`{lesson.id}` takes about {found.total} minutes ({parts})"
                step = f"divide it into lessons of at most {MOST_MINUTES} minutes"
                yield Flaw(message, lesson.span, step, (lesson,))
