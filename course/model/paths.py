"""Paths through a course: which units they hold, and which lessons each stage of one adds."""

from __future__ import annotations

from collections.abc import Iterator

from course.model.course import Course
from course.model.framework import Ref
from course.model.outline import Appointment, LearningPath, Stage
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


def staged_path(course: Course) -> LearningPath | None:
    """Return the first path with stages."""
    return next((path for path in course.outline.paths if path.stages), None)


def year_of(path: LearningPath) -> list[Stage | Appointment]:
    """Return the stages and appointments of a path by their weeks, appointments first."""
    return sorted((*path.appointments, *path.stages), key=lambda entry: entry.week)


def pages_with_year(course: Course, path: LearningPath) -> Iterator[Lesson]:
    """Yield the lessons and pages that show the year of a path."""
    for page in course.lessons_by_path.values():
        if any(year.id == path.id for prose in page.prose() for year in prose.years()):
            yield page


def stages_of_unit(course: Course, unit: Unit) -> Iterator[Stage]:
    """Yield the stages of the first staged path in which something of a unit is studied."""
    if path := staged_path(course):
        for stage, lessons in lessons_by_stage(course, path):
            if any(lesson in unit.lessons for lesson in lessons):
                yield stage


def turn_of_lesson(course: Course, lesson: Lesson) -> int:
    """Return the place of a lesson in the first staged path, from 1; 0 where it is in none."""
    path = staged_path(course)
    in_order = [one.id for _, lessons in lessons_by_stage(course, path) for one in lessons] if path else []
    return in_order.index(lesson.id) + 1 if lesson.id in in_order else 0


def _lessons(course: Course, ref: Ref) -> tuple[Lesson, ...]:
    if unit := course.units_by_id.get(ref.id):
        return unit.lessons
    lesson = course.lessons.get(ref.id)
    return (lesson,) if lesson else ()
