"""Where the replies of a dialogue lead, by its key: what can be said next, and what follows from it.

The browser has the same rules in `site_templates/runtime/learning/dialogue_replay.ts`.
Where marks are not known, any condition may hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from course.model.dialogue import TIME_UP
from course.records.course_keys import DialogueKey, ReplyKey, When

NOWHERE = ""
MOST_POSITIONS = 32  # of one step; an honest step has one for each tab


@dataclass(frozen=True)
class Position:
    """Where a run is: a turn, an ending, or NOWHERE when nothing fits.

    `marks` is None where it is not known which are set; then any condition may hold.
    """

    place: str
    marks: frozenset[str] | None = None
    gone: int = 0


def opening(key: DialogueKey) -> Position:
    """Return where a dialogue is before anything was said."""
    return Position(key.first, frozenset())


def can_say(position: Position, turn: str, reply: ReplyKey) -> bool:
    """Say whether a reply of a turn is offered where a run is."""
    return position.place == turn and _holds(reply.when, position.marks)


def after(key: DialogueKey, position: Position, reply: ReplyKey) -> Iterator[Position]:
    """Yield where a run may be after a reply: one place, or all that follow where marks are not known."""
    if position.marks is None:
        yield from map(Position, reply.next)
        return
    gone = min(position.gone + reply.minutes, key.clock)
    is_up = key.clock > 0 and gone == key.clock
    marks = position.marks.union(reply.sets, (TIME_UP,) if is_up else ())
    place = next((name for name in reply.next if _holds(key.when.get(name, {}), marks)), NOWHERE)
    yield Position(place, marks, gone)


def within_reason(positions: set[Position]) -> set[Position]:
    """Forget the marks where a file claims more ways to one step than anyone could have gone."""
    if len(positions) <= MOST_POSITIONS:
        return positions
    return {Position(one.place) for one in positions}


def _holds(when: When, marks: Collection[str] | None) -> bool:
    return marks is None or all((mark in marks) == is_set for mark, is_set in when.items())
