"""Places of exercises: each is in exactly one lesson, and in its own unit."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import shipped_first
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.exercises import Exercise
from course.model.units import Unit
from course.source import Span


def misplaced_exercise(course: Course) -> Iterator[Diagnostic]:
    """Find exercises and demonstrations that are in no lesson, in two, or outside their unit.

    Without a place an exercise is never seen; with two places, one answer would count for both.
    """
    first: dict[str, Span] = {}
    for lesson in shipped_first(course.lessons_by_path.values()):
        unit = course.unit_of_lesson.get(lesson.id)
        for place in lesson.exercise_places():
            name, span = place.exercise.id, place.exercise.span
            exercise = course.exercises_by_id.get(name)
            if name in first:
                step = f"keep this place or the one at {first[name].place}"
                yield Diagnostic("misplaced-exercise", f"`{name}` is placed a second time", span, step)
            elif exercise and _is_in_another_unit(exercise, unit, course):
                message = f"`{name}` belongs to the unit `{exercise.head.unit.id}`"
                step = "place it in a lesson of that unit, or change its `unit`"
                yield Diagnostic("misplaced-exercise", message, span, step)
            first.setdefault(name, span)
    yield from _placed_nowhere(course, set(first))


def _is_in_another_unit(exercise: Exercise, unit: Unit | None, course: Course) -> bool:
    name = exercise.head.unit.id
    return name in course.units_by_id and (unit is None or unit.id != name)


def _placed_nowhere(course: Course, placed: set[str]) -> Iterator[Diagnostic]:
    unclear = any(not place.bank.id for one in course.lessons_by_path.values() for place in one.quiz_places())
    if unclear or not placed <= course.exercises_by_id.keys():
        return  # a place whose name is wrong may have been meant for the one that lacks a place
    for exercise in course.exercises:
        name = exercise.head.id
        if name not in placed:
            step = f"write `::: {exercise.kind} {name}` and `:::` in the lesson where it belongs"
            yield Diagnostic("misplaced-exercise", f"no lesson places `{name}`", exercise.head.span, step)
