"""Dialogues: every reply, line and next turn comes up for someone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue import ALWAYS, Turn
from course.model.dialogue_paths import Map, whole_maps
from course.model.dialogue_state import other_line
from course.source import Span


def never_comes_up(course: Course) -> Iterator[Diagnostic]:
    """Find what no learner sees: a reply or line whose `when` never holds, or a `next` that never fits.

    Of the lines in `instead`, and of the parts of `next`, the first that fits is taken.
    So one that always fits leaves nothing for those after it.
    """
    for found in whole_maps(course.dialogues()):
        for turn in found.dialogue.turns:
            if any(found.at(turn)):
                for message, span in (*_replies(found, turn), *_followers(found, turn), *_lines(found, turn)):
                    step = "change its `when` or the order, or take it out"
                    yield Diagnostic("never-comes-up", message, span, step)


def _replies(found: Map, turn: Turn) -> Iterator[tuple[str, Span]]:
    """Yield the replies that are never offered."""
    are_offered = {reply.id for _, steps in found.at(turn) for reply, _ in steps}
    for reply in turn.replies:
        if reply.id not in are_offered:
            yield "this reply is never offered", reply.span


def _followers(found: Map, turn: Turn) -> Iterator[tuple[str, Span]]:
    """Yield what comes in `next` after something that always fits."""
    always = {place.id for place in found.dialogue.places if place.when == ALWAYS}
    for reply in turn.replies:
        for before, ref in pairwise(reply.next):
            if before.id in always:
                yield f"`{ref.id}` never follows, because `{before.id}` before it has no `when`", ref.span


def _lines(found: Map, turn: Turn) -> Iterator[tuple[str, Span]]:
    said = {other_line(turn, state.marks) for state, _ in found.at(turn)}
    for number, line in enumerate(turn.instead):
        if number not in said:
            yield "this line is never said", line.span
    if None not in said:
        yield "this line is never said", turn.line.span
