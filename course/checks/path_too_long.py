"""Paths: what has to be studied fits into the hours that a path or a stage allows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from course.diagnostics import Diagnostic
from course.minutes import lesson_time
from course.model.course import Course
from course.model.outline import LearningPath
from course.model.paths import lessons_by_stage, units_of_path
from course.model.units import Lesson
from course.source import Span


def path_too_long(course: Course) -> Iterator[Diagnostic]:
    """Find paths and stages that take more hours at the screen than `most_hours` allows.

    Counted are the minutes of the lessons without what is marked `if_time`,
    as learners see them. `most_hours_before_group` counts the stages with `weeks_before`.
    """
    for path in course.outline.paths:
        stages = lessons_by_stage(course, path)
        before = [lesson for stage, lessons in stages if stage.is_before_group for lesson in lessons]
        yield from _over(course, f"`{path.id}`", _whole(course, path), path.most_hours, path.span)
        what = f"what `{path.id}` asks before the first group"
        yield from _over(course, what, before, path.most_hours_before_group, path.span)
        for stage, lessons in stages:
            yield from _over(course, f"`{stage.id}`", lessons, stage.most_hours, stage.span)


def _whole(course: Course, path: LearningPath) -> list[Lesson]:
    if path.stages:
        return [lesson for _, lessons in lessons_by_stage(course, path) for lesson in lessons]
    units = (course.units_by_id.get(ref.id) for ref in units_of_path(course, path))
    return [lesson for unit in units if unit for lesson in unit.lessons]


def _over(
    course: Course, what: str, lessons: Iterable[Lesson], most: int, span: Span
) -> Iterator[Diagnostic]:
    minutes = sum(lesson_time(course, lesson).needed.total for lesson in lessons)
    if most and minutes > 60 * most:
        yield Diagnostic(
            "path-too-long",
            f"{what} takes {_hours(minutes)}, and {most} h are allowed",
            span,
            "mark `if_time: true` what can wait, or allow more hours",
        )


def _hours(minutes: float) -> str:
    """Name a time in hours and begun minutes: what is too much may be only a few minutes."""
    hours, rest = divmod(math.ceil(minutes), 60)
    return f"{hours} h {rest:02} min"
