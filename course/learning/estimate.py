"""The estimate of a competence from credit: a beta posterior, its interval, and how likely it clears the cut.

With credit s out of n, the posterior under the Jeffreys prior Beta(½, ½) is Beta(s + ½, n − s + ½)
(Brown, Cai and DasGupta 2001, Statistical Science 16(2), 101–133).
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

CUT = 0.80  # a share of full credit; a host may set another
PRIOR = 0.5  # both parameters of the Jeffreys prior
TAIL = 0.10  # on either side of the 80 % interval

_SMALLEST = 1e-300  # replaces zero as a divisor in the continued fraction
_CLOSE = 1e-15
_MOST_STEPS = 10_000
_MOST_TRIES = 100
_NEAR = 1e-12


class Estimate(NamedTuple):
    """A level of competence, 0 to 1.

    `mean`: of the posterior. `low` to `high`: the equal-tailed interval that holds the true level with 80 %.
    `probability`: that the true level is at the cut or above.
    """

    mean: float
    low: float
    high: float
    probability: float


@lru_cache(maxsize=65_536)
def estimate(s: float, n: float, cut: float = CUT) -> Estimate:
    """Return the estimate from credit `s` out of `n`; both may be fractions.

    The mean of Beta(a, b) is a / (a + b), here (s + ½) / (n + 1).
    """
    a, b = s + PRIOR, n - s + PRIOR
    return Estimate(
        mean=a / (a + b),
        low=quantile(TAIL, a, b),
        high=quantile(1 - TAIL, a, b),
        probability=probability(s, n, cut),
    )


@lru_cache(maxsize=65_536)
def probability(s: float, n: float, cut: float = CUT) -> float:
    """Return how likely the true level is at the cut or above, given credit `s` out of `n`."""
    return at_least(cut, s + PRIOR, n - s + PRIOR)


def at_least(cut: float, a: float, b: float) -> float:
    """Return P(θ ≥ cut) for θ ~ Beta(a, b): 1 − I_cut(a, b), which is I_(1−cut)(b, a) (DLMF 8.17.4)."""
    return incomplete_beta(1 - cut, b, a)


def quantile(p: float, a: float, b: float) -> float:
    """Return the x with I_x(a, b) = p, by Newton's method, halving where its step leaves the bounds."""
    low, high, x = 0.0, 1.0, a / (a + b)
    for _ in range(_MOST_TRIES):
        too_much = incomplete_beta(x, a, b) - p
        low, high = (x, high) if too_much < 0 else (low, x)
        slope = _density(x, a, b)
        nearer = x - too_much / slope if slope > 0 else low
        if not low < nearer < high:
            nearer = (low + high) / 2
        if abs(nearer - x) < _NEAR:
            return nearer
        x = nearer
    return x


def incomplete_beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b) (DLMF 8.17.22).

    I_x(a, b) = x^a (1 − x)^b / (a B(a, b)) · 1 / (1 + d₁ / (1 + d₂ / (1 + …))), which converges
    fast where x < (a + 1) / (a + b + 2); elsewhere I_x(a, b) = 1 − I_(1−x)(b, a).
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _by_fraction(1 - x, b, a)
    return _by_fraction(x, a, b)


def _by_fraction(x: float, a: float, b: float) -> float:
    return _density(x, a, b) * x * (1 - x) / (a * _fraction(x, a, b))


def _density(x: float, a: float, b: float) -> float:
    """Return x^(a − 1) (1 − x)^(b − 1) / B(a, b)."""
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    return math.exp((a - 1) * math.log(x) + (b - 1) * math.log1p(-x) - log_beta)


def _fraction(x: float, a: float, b: float) -> float:
    """Return 1 + d₁ / (1 + d₂ / (1 + …)) by the modified Lentz method (Thompson and Barnett 1986)."""
    value, upper, lower = 1.0, 1.0, 0.0
    for step in range(1, _MOST_STEPS):
        term = _term(step, x, a, b)
        lower = 1 / _not_zero(1 + term * lower)
        upper = _not_zero(1 + term / upper)
        value *= upper * lower
        if abs(upper * lower - 1) < _CLOSE:
            break
    return value


def _term(step: int, x: float, a: float, b: float) -> float:
    """Return d_step: for 2m, m(b−m)x / ((a+2m−1)(a+2m)); for 2m+1, −(a+m)(a+b+m)x / ((a+2m)(a+2m+1))."""
    m = step // 2
    if step % 2 == 0:
        return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))


def _not_zero(value: float) -> float:
    return value if abs(value) > _SMALLEST else _SMALLEST
