"""Dialogues: a learner can come to every turn and every ending."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import is_linked, reachable


def unreachable_turn(course: Course) -> Iterator[Diagnostic]:
    """Find turns and endings of a dialogue that no reply leads to, so that no learner would ever see them."""
    for dialogue in filter(is_linked, course.dialogues()):
        found = reachable(dialogue)
        places = {turn.id: turn.span for turn in dialogue.turns}
        places |= {ending.id: ending.span for ending in dialogue.endings}
        for name, span in places.items():
            if name not in found:
                message = f"no way through this dialogue comes to `{name}`"
                step = f"let a reply lead here with `next: {name}`, or take it out"
                yield Diagnostic("unreachable-turn", message, span, step)
