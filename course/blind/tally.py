"""Responses counted together: what was earned, what chance earns, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import erfc, sqrt

SURE = 1.96  # 95 of 100


@dataclass(frozen=True)
class Tally:
    """Sums over responses; `spread` is the variance of what chance earns, where it is known.

    `clustering`: how many responses tell as much as one that depends on no other.
    """

    responses: int = 0
    earned: float = 0.0
    by_chance: float = 0.0
    spread: float = 0.0
    clustering: float = 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.responses + other.responses,
            self.earned + other.earned,
            self.by_chance + other.by_chance,
            self.spread + other.spread,
            max(self.clustering, other.clustering),
        )

    @property
    def rate(self) -> float:
        return self.earned / self.responses if self.responses else 0.0

    @property
    def chance(self) -> float:
        return self.by_chance / self.responses if self.responses else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Return where the true rate lies with 95 % (Wilson, E. B. 1927)."""
        if not self.responses:
            return 0.0, 1.0
        number, square = self.responses / self.clustering, SURE * SURE
        middle = (self.rate + square / (2 * number)) / (1 + square / number)
        within = self.rate * (1 - self.rate) / number + square / (4 * number * number)
        half = SURE * sqrt(within) / (1 + square / number)
        return max(0.0, middle - half), min(1.0, middle + half)

    def surprise(self, *, below: bool = False) -> float:
        """Return how often chance would come to as much, or as little."""
        if not self.spread:
            return 1.0
        off = (self.earned - self.by_chance) / sqrt(self.spread)
        return erfc((-off if below else off) / sqrt(2)) / 2


def total(tallies: Iterable[Tally]) -> Tally:
    """Add tallies up."""
    return sum(tallies, Tally())
