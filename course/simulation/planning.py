"""How many trainers a study needs until a difference between two groups is seen.

The formula is that of Hayes and Bennett (1999), Simple sample size calculation for cluster-randomized
trials, International Journal of Epidemiology 28, 319-326, the one for proportions, with a trainer as the
cluster and answers as its members. Their k times a proportion is our standard deviation between trainers.
"""

from __future__ import annotations

import math
from statistics import NormalDist

DIFFERENCES = (0.05, 0.1, 0.15, 0.2)
ITEMS = (5, 10, 15, 30, 60, 120)
ALPHA = 0.05  # of a two-sided test
POWER = 0.8


def trainers_needed(level: float, difference: float, items: int, spread: float) -> int | None:
    """Return how many trainers each group needs; None where the higher level would not be under 1.

    Each answers so many items and their mean credit is compared. The levels of trainers have the standard
    deviation `spread` in both groups.
    """
    higher = level + difference
    if higher >= 1:
        return None
    normal = NormalDist()
    z = normal.inv_cdf(1 - ALPHA / 2) + normal.inv_cdf(POWER)
    of_answers = (level * (1 - level) + higher * (1 - higher)) / items
    # rounding must not turn a whole number into the next
    return math.ceil(round(1 + z * z * (of_answers + 2 * spread * spread) / (difference * difference), 9))


def table(level: float, spread: float) -> dict[int, dict[float, int | None]]:
    """Return the trainers in each group, by items for each trainer and by difference."""
    return {
        items: {difference: trainers_needed(level, difference, items, spread) for difference in DIFFERENCES}
        for items in ITEMS
    }
