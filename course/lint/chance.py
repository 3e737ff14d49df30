"""How likely something is by chance alone."""

from __future__ import annotations

from collections.abc import Iterable

RARE = 0.05  # a probability: at most one bank in twenty
FEWEST_ITEMS = 4


def at_least(hits: int, chances: Iterable[float]) -> float:
    """Return the probability of that many hits or more, 0 to 1, when each item has its own chance of a hit.

    This is the upper tail of the Poisson binomial distribution, summed up item by item.
    """
    of_hits = [1.0]
    for chance in chances:
        missed = [share * (1 - chance) for share in (*of_hits, 0.0)]
        hit = [share * chance for share in (0.0, *of_hits)]
        of_hits = [sum(pair) for pair in zip(missed, hit, strict=True)]
    return sum(of_hits[hits:])
