"""Demonstrations: beside every line of a trainer there is a note."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.exercises import Demonstration
from course.model.framework import CastMember


def line_without_note(course: Course) -> Iterator[Diagnostic]:
    """Find lines of trainers in demonstrations without a note that says what they did and why.

    Someone who only reads the line sees a talk, and not the skill in it.
    """
    for exercise in course.exercises:
        for line in exercise.lines if isinstance(exercise, Demonstration) else ():
            member = course.people.get(line.who.id) if line.who else None
            if member and _is_trainer(member) and line.note is None:
                yield Diagnostic(
                    "line-without-note",
                    f"this line of {member.first_name} has no note",
                    line.span,
                    "add a `note` with `id`, `technique`, `principle` and `why`",
                )


def _is_trainer(member: CastMember) -> bool:
    return member.role.endswith("trainer")
