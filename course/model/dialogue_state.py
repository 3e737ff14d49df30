"""The state of a dialogue: the place it has reached, the marks that are set, and the minutes that are gone.

The browser has the same rules in `site_templates/runtime/learning/dialogue_state.ts`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from course.model.dialogue import TIME_UP, Dialogue, Reply, Turn

NOWHERE = ""


@dataclass(frozen=True)
class State:
    """`place` is a turn, an ending, or NOWHERE when nothing fits. `gone` is never more than the clock has."""

    place: str
    marks: frozenset[str] = frozenset()
    gone: int = 0


def opening(dialogue: Dialogue) -> State:
    """Return the state of a dialogue before anything was said."""
    return State(dialogue.turns[0].id if dialogue.turns else NOWHERE)


def offered(turn: Turn, marks: Collection[str]) -> tuple[Reply, ...]:
    """Return the replies to choose from at a turn."""
    return tuple(reply for reply in turn.replies if reply.when.holds(marks))


def other_line(turn: Turn, marks: Collection[str]) -> int | None:
    """Return which of the lines in `instead` is said, or None where it is the turn's own line."""
    return next((number for number, line in enumerate(turn.instead) if line.when.holds(marks)), None)


def after(dialogue: Dialogue, state: State, reply: Reply) -> State:
    """Return the state of a dialogue after a reply."""
    gone = min(state.gone + reply.minutes, dialogue.clock)
    is_up = dialogue.clock > 0 and gone == dialogue.clock
    marks = state.marks.union((ref.id for ref in reply.sets), (TIME_UP,) if is_up else ())
    conditions = {part.id: part.when for part in dialogue.places}
    fitting = (ref.id for ref in reply.next if ref.id in conditions and conditions[ref.id].holds(marks))
    return State(next(fitting, NOWHERE), marks, gone)


def follow(dialogue: Dialogue, replies: Iterable[Reply]) -> State:
    """Return the state of a dialogue after these replies."""
    state = opening(dialogue)
    for reply in replies:
        state = after(dialogue, state, reply)
    return state
