"""Dialogues: whatever marks are set, there is something to choose."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import with_marks
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import whole_maps

LEAST = 2
NO_MARK = " with no mark set"


def too_few_offered(course: Course) -> Iterator[Diagnostic]:
    """Find turns where, with some marks, fewer than two replies are offered, so that there is no choice."""
    for found in whole_maps(course.dialogues()):
        for turn in found.dialogue.turns:
            poor = next(((state, steps) for state, steps in found.at(turn) if len(steps) < LEAST), None)
            if poor:
                state, steps = poor
                offered = "only one reply is" if steps else "no reply is"
                message = f"at `{turn.id}`{with_marks(state) or NO_MARK} {offered} offered"
                step = "take `when` from one of its replies, or add a reply for these marks"
                yield Diagnostic("too-few-offered", message, turn.span, step)
