"""Dialogues: every mark that is named is one of the dialogue."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue import TIME_UP
from course.model.dialogue_paths import asked_marks


def unknown_dialogue_mark(course: Course) -> Iterator[Diagnostic]:
    """Find marks in `sets` or `when` that are not among the `marks` of their dialogue.

    `time-up` is set by the clock: `when` may ask for it, and no reply sets it.
    """
    for dialogue in course.dialogues():
        marks = [mark.id for mark in dialogue.marks]
        named = [ref for turn in dialogue.turns for reply in turn.replies for ref in reply.sets]
        named += [ref for ref in asked_marks(dialogue) if ref.id != TIME_UP]
        step = f"name one of {', '.join(marks)}" if marks else "add it to `marks` at the top of the file"
        yield from unknown_among(named, "unknown-dialogue-mark", "mark", marks, step)
