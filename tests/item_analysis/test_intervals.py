"""The intervals agree with scipy, and the rule for many tests too."""

from __future__ import annotations

import random

import pytest
from scipy import stats

from course.item_analysis.intervals import (
    Interval,
    correlation,
    discoveries,
    median,
    probability_above_zero,
    wilson,
)

CLOSE = 1e-5


@pytest.mark.parametrize(("right", "count"), [(0, 1), (1, 1), (0, 20), (7, 20), (19, 20), (800, 1000)])
def test_a_share_has_the_interval_of_wilson(right: int, count: int) -> None:
    found = wilson(right, count)

    expected = stats.binomtest(right, count).proportion_ci(method="wilson")
    assert (found.value, found.low, found.high) == pytest.approx(
        (right / count, expected.low, expected.high), abs=CLOSE
    )


@pytest.mark.parametrize("count", [20, 57, 400])
def test_item_rest_is_the_point_biserial_correlation_with_the_interval_of_fisher(count: int) -> None:
    chance = random.Random(count)
    rest = [chance.random() for _ in range(count)]
    credit = [float(chance.random() < one) for one in rest]

    found = correlation(credit, rest)

    assert found is not None
    expected = stats.pearsonr(credit, rest)
    ends = expected.confidence_interval(0.95)
    assert found.value == pytest.approx(stats.pointbiserialr(credit, rest).statistic, abs=CLOSE)
    assert (found.low, found.high) == pytest.approx((ends.low, ends.high), abs=CLOSE)
    one_sided = stats.pearsonr(credit, rest, alternative="greater").pvalue
    assert probability_above_zero(found, count) == pytest.approx(one_sided, abs=0.02)


def test_where_nothing_varies_there_is_no_correlation() -> None:
    assert correlation([1.0] * 30, [0.1 * n for n in range(30)]) is None
    assert correlation([0.0, 1.0, 0.0], [0.0, 1.0, 0.5]) is None
    assert correlation([0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 1.0]) == Interval(1, 1, 1)


@pytest.mark.parametrize("count", [1, 5, 6, 20, 101, 5000])
def test_the_interval_of_a_median_lies_between_order_statistics_of_the_binomial(count: int) -> None:
    values = [float(n) for n in range(1, count + 1)]

    found = median(values)

    place = max(int(stats.binom.ppf(0.025, count, 0.5)), 1)
    assert found == Interval((count + 1) / 2, place, count + 1 - place)
    if count > 5:
        assert 1 - 2 * stats.binom.cdf(place - 1, count, 0.5) >= 0.95


def test_of_many_tests_those_are_believed_that_benjamini_and_hochberg_believe() -> None:
    chance = random.Random(1)
    for _ in range(50):
        chances = [chance.random() ** chance.choice((1, 5)) for _ in range(chance.randrange(1, 40))]
        expected = [bool(p <= 0.05) for p in stats.false_discovery_control(chances)]
        assert discoveries(chances) == expected
    assert discoveries([]) == []
