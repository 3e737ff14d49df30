"""Credit for picking the most and the least helpful of four replies.

The browser has the same rule in `site_templates/runtime/learning/best_worst.ts`.
A pick earns the votes for it divided by the votes for the reply that most chose (Charlin).
What authors set is a panel of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from course.learning.thousandths import milli

REPLIES = 4

Votes = Mapping[str, int]


class UnusableVotesError(ValueError):
    """The votes say of no reply, or of one reply both ways, what it is."""


@dataclass(frozen=True)
class Ends:
    """For each reply, how many chose it as the most and as the least helpful."""

    best: Votes
    worst: Votes


def best_worst_milli(ends: Ends, best: str | None, worst: str | None) -> int:
    """Return the credit, 0 to 1000, of two picks; the same reply picked twice earns nothing.

    It is half of each pick's share, rescaled so that the mean of all guesses is 0, and floored at 0.
    """
    if flaw := flaw_of(ends):
        raise UnusableVotesError(flaw)
    if best == worst:
        return 0
    most = _without(ends.best, _modes(ends.worst))
    least = _without(ends.worst, _modes(ends.best))
    top, bottom = max(most.values()), max(least.values())
    earned = REPLIES * (_for(best, most) * bottom + _for(worst, least) * top)
    guessed = sum(most.values()) * bottom + sum(least.values()) * top
    return milli(earned - guessed, 2 * REPLIES * top * bottom - guessed)


def flaw_of(ends: Ends) -> str | None:
    """Say why no credit can be given, if so."""
    if len(ends.best) != REPLIES or set(ends.best) != set(ends.worst):
        return "there must be votes both ways on four replies"
    if min(*ends.best.values(), *ends.worst.values()) < 0:
        return "votes must not be negative"
    if not any(ends.best.values()) or not any(ends.worst.values()):
        return "there must be a vote both ways"
    if _modes(ends.best) & _modes(ends.worst):
        return "one reply has the most votes both ways"
    return None


def _for(pick: str | None, votes: Votes) -> int:
    return 0 if pick is None else votes.get(pick, 0)


def _modes(votes: Votes) -> set[str]:
    most = max(votes.values())
    return {reply for reply, count in votes.items() if count == most}


def _without(votes: Votes, opposite: set[str]) -> dict[str, int]:
    """Take the votes for what most put at the opposite end away: a pick of it earns nothing."""
    return {reply: 0 if reply in opposite else count for reply, count in votes.items()}
