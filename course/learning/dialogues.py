"""Credit for the choices of a dialogue, in whole thousandths.

The browser has the same rules in `site_templates/runtime/learning/dialogues.ts`.
Turns have the shape they have in a page's `data-graph`: replies by their id, each with the credit it earns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from course.learning.scoring import UnscorableError

RIGHT = 1000

Credit = Mapping[str, int]  # thousandths, for each competency of the turn
Turns = Mapping[str, Mapping[str, Credit]]  # for each turn, the credit of its replies
Step = tuple[str, str]  # a turn, and the reply that is chosen there


@dataclass(frozen=True)
class Tally:
    """How often a competency came up along a path, and how often the reply earned all or some credit."""

    turns: int = 0
    full: int = 0
    partly: int = 0

    def with_credit(self, milli: int) -> Tally:
        """Count one turn more."""
        return Tally(self.turns + 1, self.full + (milli == RIGHT), self.partly + (0 < milli < RIGHT))


def credit_at(turns: Turns, step: Step) -> Credit:
    """Return the credit that a reply earns for each competency of its turn."""
    turn, reply = step
    if turn not in turns or reply not in turns[turn]:
        raise UnscorableError(f"there is no reply {turn}/{reply}")
    return turns[turn][reply]


def tally(turns: Turns, path: Sequence[Step]) -> dict[str, Tally]:
    """Count along a path, for every competency separately, never as one total."""
    found: dict[str, Tally] = {}
    for step in path:
        for competency, milli in credit_at(turns, step).items():
            found[competency] = found.get(competency, Tally()).with_credit(milli)
    return found
