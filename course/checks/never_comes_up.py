"""Dialogues: every reply, line and way on comes up for someone."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import Map, whole_maps
from course.model.dialogue_state import other_line
from course.model.exercises import Turn
from course.source import Span


def never_comes_up(course: Course) -> Iterator[Diagnostic]:
    """Find what no learner sees: a reply or line whose `when` never holds, or a `next` that never fits.

    Of the lines in `instead`, and of the parts of `next`, the first that fits is taken.
    So one that always fits leaves nothing for those after it.
    """
    for found in whole_maps(course.dialogues()):
        for turn in found.dialogue.turns:
            if any(found.at(turn)):
                for message, span in (*_replies(found, turn), *_lines(found, turn)):
                    step = "change its `when` or the order, or take it out"
                    yield Diagnostic("never-comes-up", message, span, step)


def _replies(found: Map, turn: Turn) -> Iterator[tuple[str, Span]]:
    """Yield the replies that are never offered, and what never follows those that are."""
    taken = [(reply.id, following.place) for _, steps in found.at(turn) for reply, following in steps]
    are_offered = {reply for reply, _ in taken}
    for reply in turn.replies:
        if reply.id not in are_offered:
            yield "this reply is never offered", reply.span
            continue
        for ref in reply.next if len(reply.next) > 1 else ():
            if (reply.id, ref.id) not in taken:
                yield f"`{ref.id}` never follows this reply", ref.span


def _lines(found: Map, turn: Turn) -> Iterator[tuple[str, Span]]:
    said = {other_line(turn, state.marks) for state, _ in found.at(turn)}
    for number, line in enumerate(turn.instead):
        if number not in said:
            yield "this line is never said", line.span
    if None not in said:
        yield "this line is never said", turn.line.span
