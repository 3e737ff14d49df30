"""Exercises: every dialogue, rating, written reply and demonstration placed in a lesson exists."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.exercises import EXERCISE_KINDS


def unknown_exercise(course: Course) -> Iterator[Diagnostic]:
    """Find boxes that place an exercise which is not in `quizzes/`, or which is of another type."""
    for kind in EXERCISE_KINDS:
        known = [one.head.id for one in course.exercises if one.kind == kind]
        places = [
            place.exercise
            for lesson in course.lessons_by_path.values()
            for place in lesson.exercise_places()
            if place.kind == kind
        ]
        otherwise = f"write it in quizzes/ with `type: {kind}`, or name another"
        yield from unknown_among(places, "unknown-exercise", kind, known, otherwise)
