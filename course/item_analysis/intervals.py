"""Intervals of 95 %, by published formulas, and a rule for many tests at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from course.learning.estimate import quantile

_NORMAL = NormalDist()
_Z = _NORMAL.inv_cdf(0.975)


@dataclass(frozen=True)
class Interval:
    """A value with the ends of its interval, rounded to six digits so that equal answers print alike."""

    value: float
    low: float
    high: float


def wilson(earned: float, count: float) -> Interval:
    """Return a share with its score interval.

    Wilson (1927), Journal of the American Statistical Association 22, 209-212. Where answers earn parts of
    a credit they vary less than right or wrong ones do, so the interval is rather too wide.
    """
    share = earned / count
    weight = _Z * _Z / count
    middle = (share + weight / 2) / (1 + weight)
    half = _Z / (1 + weight) * math.sqrt(share * (1 - share) / count + weight / (4 * count))
    return _rounded(share, max(0.0, middle - half), min(1.0, middle + half))


def clustered(members: Sequence[tuple[float, int]]) -> Interval:
    """Return the share that clusters earned together; each has earned so much in so many answers.

    Answers of one trainer resemble each other, so they are worth as many independent ones as the design
    effect says: Rao and Scott (1992), Biometrics 48, 577-585. What that leaves is taken with Student's t, by
    Korn and Graubard (1998), Survey Methodology 24, 193-201, into the score interval, and never counts for
    more than all answers. Where nothing varies, a trainer counts once.
    """
    count, clusters = sum(size for _, size in members), len(members)
    share = math.fsum(earned for earned, _ in members) / count
    squares = math.fsum((earned - size * share) ** 2 for earned, size in members)
    if clusters < 2 or squares <= 1e-18:
        return wilson(share * clusters, clusters)
    variance = clusters / (clusters - 1) * squares / (count * count)
    independent = share * (1 - share) / variance * (_Z / _student(clusters - 1)) ** 2
    effective = min(independent, count)
    return wilson(share * effective, effective)


def _student(freedom: int) -> float:
    """Return the t that |T| stays under with 95 %: P(|T| > t) is I_x(f/2, 1/2) with x = f / (f + t^2)."""
    return math.sqrt(freedom * (1 / quantile(0.05, freedom / 2, 0.5) - 1))


def correlation(one: Sequence[float], other: Sequence[float]) -> Interval | None:
    """Return the correlation of pairs; between a right answer and a score it is the point-biserial one.

    The interval is that of Fisher (1921), Metron 1, 3-32: the inverse hyperbolic tangent of it is about
    normal with the standard deviation 1 / sqrt(n - 3). None for under four pairs, or where one does not vary.
    """
    count = len(one)
    if count < 4:
        return None
    mean, others = math.fsum(one) / count, math.fsum(other) / count
    spread = math.fsum((x - mean) ** 2 for x in one) * math.fsum((y - others) ** 2 for y in other)
    if spread <= 1e-18:
        return None
    product = math.fsum((x - mean) * (y - others) for x, y in zip(one, other, strict=True))
    value = max(-1.0, min(1.0, product / math.sqrt(spread)))
    if abs(value) > 1 - 1e-12:
        return _rounded(value, value, value)
    middle, half = math.atanh(value), _Z / math.sqrt(count - 3)
    return _rounded(value, math.tanh(middle - half), math.tanh(middle + half))


def probability_above_zero(found: Interval, count: int) -> float:
    """Return how probable a correlation as high as this would be if there were none (one-sided)."""
    value = max(-1 + 1e-12, min(1 - 1e-12, found.value))
    return 1 - _NORMAL.cdf(math.atanh(value) * math.sqrt(count - 3))


def median(values: Sequence[float]) -> Interval:
    """Return the median with the interval between two order statistics that holds it with 95 % or more.

    Conover (1999), Practical Nonparametric Statistics, 3.2: how many values lie under the median is
    binomial with one half, whatever their distribution. With under six values it is their whole range.
    """
    ordered, count = sorted(values), len(values)
    place = max(_lower_place(count), 1)
    middle = (ordered[(count - 1) // 2] + ordered[count // 2]) / 2
    return _rounded(middle, ordered[place - 1], ordered[count - place])


def _lower_place(count: int) -> int:
    """Return how many values may lie below with a probability of at most 2.5 %, one more than that."""
    below, place = 0.0, 0
    while place <= count:
        ways = math.lgamma(count + 1) - math.lgamma(place + 1) - math.lgamma(count - place + 1)
        below += math.exp(ways - count * math.log(2))
        if below > 0.025:
            break
        place += 1
    return place


def discoveries(probabilities: Sequence[float], rate: float = 0.05) -> list[bool]:
    """Say which of many tests may be believed, so that about one in twenty of these is chance.

    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.
    """
    ordered = sorted(probabilities)
    count = len(ordered)
    within = [p for place, p in enumerate(ordered, 1) if p <= rate * place / count]
    return [bool(within) and p <= within[-1] for p in probabilities]


def _rounded(value: float, low: float, high: float) -> Interval:
    return Interval(*(round(one, 6) + 0.0 for one in (value, low, high)))
