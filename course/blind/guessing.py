"""What someone earns on average who orders or matches at random, by the credit of the item."""

from __future__ import annotations

from functools import cache
from math import comb, factorial

from course.learning.scoring import above_chance


@cache
def order(steps: int) -> float:
    """Return the mean credit of a random order of so many steps."""
    ways = [comb(steps - 1, kept) * _without_pair(steps - kept) for kept in range(steps)]
    return sum(
        number / factorial(steps) * _credit(kept, steps - 1, steps) for kept, number in enumerate(ways)
    )


@cache
def placing(cards: int, targets: int, *, shared: bool) -> float:
    """Return the mean credit of giving each card a random target; `shared` targets may be used again."""
    chances = _shared(cards, targets) if shared else _separate(cards, targets)
    return sum(chance * _credit(right, cards, targets) for right, chance in enumerate(chances))


def _credit(right: int, of: int, ways: int) -> float:
    numerator, denominator = above_chance(right, of, ways)
    return max(0.0, numerator / denominator)


def _without_pair(steps: int) -> int:
    """Return how many orders of so many steps keep no pair together."""
    before, now = 1, 1
    for number in range(2, steps + 1):
        before, now = now, (number - 1) * now + (number - 2) * before
    return now


def _shared(cards: int, targets: int) -> list[float]:
    chance = 1 / targets
    return [
        comb(cards, right) * chance**right * (1 - chance) ** (cards - right) for right in range(cards + 1)
    ]


def _separate(cards: int, targets: int) -> list[float]:
    """Return the chance of each number right when no target is used twice."""

    def ways(right: int) -> int:
        none_of_the_others = 0
        for more in range(cards - right + 1):
            sign = -1 if more % 2 else 1
            none_of_the_others += sign * comb(cards - right, more) * factorial(targets - right - more)
        return comb(cards, right) * none_of_the_others

    return [ways(right) / factorial(targets) for right in range(cards + 1)]
