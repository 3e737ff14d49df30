"""Where the replies of a dialogue lead, by its key: what can be said next, and what follows from it.

The browser has the same rules in `site_templates/runtime/learning/dialogue_replay.ts`.
What is not known is held against no one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from course.model.dialogue import TIME_UP
from course.records.course_keys import DialogueKey, ReplyKey, When

NOWHERE = ""
MOST_STANDINGS = 32  # of one step; an honest step has one for each tab


@dataclass(frozen=True)
class Standing:
    """Where a run stands: a turn, an ending, or NOWHERE when nothing fits.

    `marks` is None where it is not known which are set; then any condition may hold.
    """

    place: str
    marks: frozenset[str] | None = None
    gone: int = 0


def opening(key: DialogueKey) -> Standing:
    """Return where a dialogue stands before anything was said."""
    return Standing(key.first, frozenset())


def can_say(standing: Standing, turn: str, reply: ReplyKey) -> bool:
    """Say whether a reply of a turn is offered where a run stands."""
    return standing.place == turn and _holds(reply.when, standing.marks)


def after(key: DialogueKey, standing: Standing, reply: ReplyKey) -> Iterator[Standing]:
    """Yield where a run may stand after a reply: one place, or all that follow where marks are not known."""
    if standing.marks is None:
        yield from map(Standing, reply.next)
        return
    gone = min(standing.gone + reply.minutes, key.clock)
    is_up = key.clock > 0 and gone == key.clock
    marks = standing.marks.union(reply.sets, (TIME_UP,) if is_up else ())
    place = next((name for name in reply.next if _holds(key.when.get(name, {}), marks)), NOWHERE)
    yield Standing(place, marks, gone)


def within_reason(standings: set[Standing]) -> set[Standing]:
    """Forget the marks where a file claims more ways to one step than anyone could have gone."""
    if len(standings) <= MOST_STANDINGS:
        return standings
    return {Standing(one.place) for one in standings}


def _holds(when: When, marks: Collection[str] | None) -> bool:
    return marks is None or all((mark in marks) == is_set for mark, is_set in when.items())
