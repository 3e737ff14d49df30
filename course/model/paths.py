"""Paths through a course: which units they hold, and which lessons each stage of one adds."""

from __future__ import annotations

from collections.abc import Iterator

from course.model.course import Course
from course.model.framework import Ref
from course.model.outline import LearningPath, Stage
from course.model.units import Lesson, Unit


def units_of_path(course: Course, path: LearningPath) -> tuple[Ref, ...]:
    """Return the units of a path in its order, each once; a lesson stands for its unit."""
    named = (*(ref for stage in path.stages for ref in stage.study), *path.units)
    found: dict[str, Ref] = {}
    for ref in named:
        unit = course.unit_of_lesson.get(ref.id)
        found.setdefault(unit.id if unit else ref.id, Ref(unit.id, ref.span) if unit else ref)
    return tuple(found.values())


def lessons_by_stage(course: Course, path: LearningPath) -> list[tuple[Stage, list[Lesson]]]:
    """Return for each stage the lessons that it adds: a unit named again is what is left of it."""
    before: set[str] = set()
    found = []
    for stage in path.stages:
        added = {lesson.id: lesson for ref in stage.study for lesson in _lessons(course, ref)}
        found.append((stage, [lesson for lesson in added.values() if lesson.id not in before]))
        before |= added.keys()
    return found


def stage_of_unit(course: Course, unit: Unit) -> Iterator[Stage]:
    """Yield every stage in which something of a unit is studied."""
    for path in course.outline.paths:
        for stage, lessons in lessons_by_stage(course, path):
            if any(lesson in unit.lessons for lesson in lessons):
                yield stage


def _lessons(course: Course, ref: Ref) -> tuple[Lesson, ...]:
    if unit := course.units_by_id.get(ref.id):
        return unit.lessons
    lesson = course.lessons.get(ref.id)
    return (lesson,) if lesson else ()
