"""Sections: an item leads back to the heading that teaches it."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown
from course.diagnostics import Diagnostic, did_you_mean
from course.model.course import Course
from course.model.exercises import sections_of
from course.model.framework import Ref
from course.model.items import Section


def unknown_lesson(course: Course) -> Iterator[Diagnostic]:
    """Find sections that name a lesson or a heading that is not there: of items, exercises, `need_now`.

    After an answer a learner is sent to that section to read again.
    """
    for section in _sections(course):
        lesson = course.lessons.get(section.lesson)
        if lesson is None:
            ref = Ref(section.lesson, section.span.find(section.lesson))
            yield unknown("unknown-lesson", "lesson", ref, course.lessons, "name the `id` of a lesson")
            continue
        anchors = [heading.anchor for heading in lesson.headings()]
        if section.anchor not in anchors:
            yield Diagnostic(
                code="unknown-lesson",
                message=f"the lesson `{lesson.id}` has no heading `{section.anchor}`",
                span=section.span.find(f"#{section.anchor}"),
                help=did_you_mean(section.anchor, anchors, f"add `{{#{section.anchor}}}` to a heading of it"),
            )


def _sections(course: Course) -> Iterator[Section]:
    yield from (item.section for _, item in course.items() if item.section)
    for exercise in course.exercises:
        yield from sections_of(exercise)
    yield from (entry.section for entry in course.outline.need_now if entry.section)
