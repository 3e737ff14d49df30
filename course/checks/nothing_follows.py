"""Dialogues: whatever marks are set, something follows every reply."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import with_marks
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import whole_maps
from course.model.dialogue_state import NOWHERE

NO_MARK = " with no mark set"


def nothing_follows(course: Course) -> Iterator[Diagnostic]:
    """Find replies after which nothing comes with some marks: no turn or ending in `next` fits them.

    The first part of `next` whose `when` holds comes next, so the last of them does best without a `when`.
    """
    for found in whole_maps(course.dialogues()):
        for turn in found.dialogue.turns:
            blamed: set[str] = set()
            for _, steps in found.at(turn):
                for reply, following in steps:
                    if following.place == NOWHERE and reply.id not in blamed:
                        blamed.add(reply.id)
                        message = f"nothing follows this reply{with_marks(following) or NO_MARK}"
                        step = "end its `next` with a turn or an ending that has no `when`"
                        yield Diagnostic("nothing-follows", message, reply.next[0].span, step)
