"""Dialogues: what conditions ask for can happen."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue import TIME_UP, Dialogue
from course.model.dialogue_paths import asked_marks
from course.source import Span


def unset_mark(course: Course) -> Iterator[Diagnostic]:
    """Find marks that a `when` asks for and that no reply sets; `time-up` needs a clock that sets it."""
    for dialogue in course.dialogues():
        are_set = {ref.id for turn in dialogue.turns for reply in turn.replies for ref in reply.sets}
        for name, span, step in _asked(dialogue):
            if name not in are_set:
                yield Diagnostic("unset-mark", f"nothing sets `{name}`", span, step)


def _asked(dialogue: Dialogue) -> Iterator[tuple[str, Span, str]]:
    """Yield each mark that is asked for, with the place to look at and what to do if it is never set."""
    asked = {ref.id: ref.span for ref in reversed(tuple(asked_marks(dialogue)))}
    if TIME_UP in asked and not dialogue.clock:
        yield TIME_UP, asked[TIME_UP], "add `clock: 10`, the minutes that the scene has, to the dialogue"
    for mark in dialogue.marks:
        if mark.id in asked:
            yield mark.id, mark.span, f"write `sets: {mark.id}` at the reply that leaves it behind"
