"""Dialogues: what follows from marks can still be checked, and understood."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import MOST_STATES, is_linked, map_of


def too_many_states(course: Course) -> Iterator[Diagnostic]:
    """Find dialogues with more combinations of turns, marks and minutes than can be checked.

    Each mark that is remembered to the end doubles them.
    Nothing else is checked of the paths through such a dialogue.
    """
    for dialogue in filter(is_linked, course.dialogues()):
        if not map_of(dialogue).is_whole:
            message = f"the turns of this dialogue are met in more than {MOST_STATES} combinations of marks"
            step = "use fewer marks, or fewer replies that lead back"
            yield Diagnostic("too-many-states", message, dialogue.head.span, step)
