"""Dialogues: a learner can come to every turn and every ending."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue import ALWAYS
from course.model.dialogue_paths import whole_maps


def unreachable_turn(course: Course) -> Iterator[Diagnostic]:
    """Find turns and endings of a dialogue that no path leads to, so that no learner would ever see them.

    Either no reply names them in `next`, or no path comes there with the marks that their `when` asks for.
    """
    for found in whole_maps(course.dialogues()):
        reached = {state.place for state in found.steps}
        for part in found.dialogue.places:
            if part.id not in reached:
                message = f"no path through this dialogue leads to `{part.id}`"
                step = f"let a reply lead here with `next: {part.id}`"
                if part.when != ALWAYS:
                    step += " where its `when` holds"
                yield Diagnostic("unreachable-turn", message, part.span, f"{step}, or take it out")
