"""Dialogues: every reply leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course


def unknown_turn(course: Course) -> Iterator[Diagnostic]:
    """Find replies whose `next` is neither a turn nor an ending of their dialogue."""
    for dialogue in course.dialogues():
        known = [*(turn.id for turn in dialogue.turns), *(ending.id for ending in dialogue.endings)]
        following = [ref for turn in dialogue.turns for reply in turn.replies for ref in reply.next]
        yield from unknown_among(
            following, "unknown-turn", "turn or ending", known, f"name one of {', '.join(known)}"
        )
