"""How far a trainer's ratings agree with the authors' reference ratings, and on which side they err.

Kappa with quadratic weights (Cohen 1968, Psychological Bulletin 70(4), 213–220) is, for ratings x and y,
1 − mean (x − y)² / (var x + var y + (mean x − mean y)²), with variances over n
(Fleiss and Cohen 1973, Educational and Psychological Measurement 33(3), 613–619).
Its interval is the jackknife with Student's t (Efron and Tibshirani 1993, ch. 11), cut off at −1 and 1.
The signed error is the mean of x − y with Student's interval.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from course.learning.estimate import TAIL, quantile

LEAST_RATINGS = 30
METHOD = "jackknife-t"

Pair = tuple[int, int]  # what the trainer gave, and the authors' reference
Side = Literal["lenient", "strict", "neither"]


@dataclass(frozen=True)
class Interval:
    """A value with its 80 % interval: of kappa, from −1 to 1, or of the signed error, in bands."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Agreement:
    """`kappa` and `error` are missing under 30 ratings; `kappa` also where nothing varies."""

    n: int
    kappa: Interval | None
    error: Interval | None

    @property
    def side(self) -> Side:
        """Say on which side of the reference the ratings lie, if the whole interval lies there."""
        if self.error and self.error.low > 0:
            return "lenient"
        return "strict" if self.error and self.error.high < 0 else "neither"


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """Return the agreement of ratings with their references."""
    n = len(pairs)
    if n < LEAST_RATINGS:
        return Agreement(n, None, None)
    return Agreement(n, kappa_interval(pairs), error_interval(pairs))


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Return quadratic-weighted kappa; None where neither varies and both are the same."""
    n = len(pairs)
    given, reference = sum(x for x, _ in pairs), sum(y for _, y in pairs)
    squares = sum(x * x + y * y for x, y in pairs)
    squared_differences = sum((x - y) ** 2 for x, y in pairs)
    # n² (var x + var y + (mean x − mean y)²), in whole numbers
    by_chance = n * squares - 2 * given * reference
    return 1 - n * squared_differences / by_chance if by_chance else None


def kappa_interval(pairs: Sequence[Pair]) -> Interval | None:
    """Return kappa with its jackknife interval; None where it, or one left-out value, is not defined."""
    n, value = len(pairs), kappa(pairs)
    left_out = [kappa([*pairs[:place], *pairs[place + 1 :]]) for place in range(n)]
    known = [one for one in left_out if one is not None]
    if value is None or len(known) < n:
        return None
    mean = sum(known) / n
    error = math.sqrt((n - 1) / n * sum((one - mean) ** 2 for one in known))
    reach = student(n - 1) * error
    return Interval(value, max(-1.0, value - reach), min(1.0, value + reach))


def error_interval(pairs: Sequence[Pair]) -> Interval:
    """Return the mean signed error, in bands, with Student's interval; above 0 is lenient."""
    n = len(pairs)
    mean = sum(x - y for x, y in pairs) / n
    variance = sum((x - y - mean) ** 2 for x, y in pairs) / (n - 1)
    reach = student(n - 1) * math.sqrt(variance / n)
    return Interval(mean, mean - reach, mean + reach)


def student(freedom: int) -> float:
    """Return the t that |T| stays under with 80 %.

    P(|T| > t) is I_x(ν/2, ½) with x = ν / (ν + t²) (DLMF 8.17.5 and Student's distribution).
    """
    x = quantile(2 * TAIL, freedom / 2, 0.5)
    return math.sqrt(freedom * (1 / x - 1))
