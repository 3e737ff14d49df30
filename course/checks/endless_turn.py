"""Dialogues: from every turn the talk can end."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import with_marks
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import ending_states, whole_maps


def endless_turn(course: Course) -> Iterator[Diagnostic]:
    """Find turns from which no choice of replies leads to an ending: a learner would go in circles.

    With some marks a turn may be endless that can end with others; the finding names them.
    """
    for found in whole_maps(course.dialogues()):
        can_end = ending_states(found)
        for turn in found.dialogue.turns:
            endless = next((state for state, _ in found.at(turn) if state not in can_end), None)
            if endless:
                message = f"from `{turn.id}`{with_marks(endless)} no path leads to an ending"
                step = "let one of its replies, or one further on, lead to an ending"
                yield Diagnostic("endless-turn", message, turn.span, step)
