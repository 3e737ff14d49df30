"""Dialogues: from every turn the talk can end."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import ending_turns, is_linked


def endless_turn(course: Course) -> Iterator[Diagnostic]:
    """Find turns from which no choice of replies leads to an ending: a learner would go in circles."""
    for dialogue in filter(is_linked, course.dialogues()):
        can_end = ending_turns(dialogue)
        for turn in dialogue.turns:
            if turn.id and turn.id not in can_end:
                message = f"from `{turn.id}` no way leads to an ending"
                step = "let one of its replies, or one further on, lead to an ending"
                yield Diagnostic("endless-turn", message, turn.span, step)
