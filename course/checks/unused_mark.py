"""Dialogues: what is remembered matters later."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import asked_marks


def unused_mark(course: Course) -> Iterator[Diagnostic]:
    """Find marks on which no turn, reply, line or ending depends, so that a slip leaves no trace."""
    for dialogue in course.dialogues():
        asked = {ref.id for ref in asked_marks(dialogue)}
        for mark in dialogue.marks:
            if mark.id not in asked:
                message = f"nothing depends on `{mark.id}`"
                step = f"write `when: {mark.id}` at a later turn, reply, line or ending, or take the mark out"
                yield Diagnostic("unused-mark", message, mark.span, step)
