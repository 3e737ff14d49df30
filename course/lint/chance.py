"""How likely something is by chance alone."""

from __future__ import annotations

from collections.abc import Iterable

RARE = 0.05
FEWEST_ITEMS = 4


def at_least(hits: int, chances: Iterable[float]) -> float:
    """Return the chance of that many hits or more, when each item has a chance of its own."""
    of_hits = [1.0]
    for chance in chances:
        missed = [share * (1 - chance) for share in (*of_hits, 0.0)]
        hit = [share * chance for share in (0.0, *of_hits)]
        of_hits = [sum(pair) for pair in zip(missed, hit, strict=True)]
    return sum(of_hits[hits:])
