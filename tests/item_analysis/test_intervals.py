"""The intervals agree with scipy, and the rule for many tests too."""

from __future__ import annotations

import random

import pytest
from scipy import stats

from course.item_analysis.intervals import (
    Interval,
    clustered,
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


def test_answers_of_one_trainer_count_for_as_many_as_they_are_worth() -> None:
    chance = random.Random("clusters")
    held, held_if_pooled, studies = 0, 0, 600
    for _ in range(studies):
        levels = [chance.betavariate(3, 1.3) for _ in range(40)]
        members = [(float(sum(chance.random() < level for _ in range(12))), 12) for level in levels]
        found, pooled = clustered(members), wilson(sum(earned for earned, _ in members), 480)
        held += found.low <= 3 / 4.3 <= found.high
        held_if_pooled += pooled.low <= 3 / 4.3 <= pooled.high

    assert 0.93 <= held / studies <= 0.975
    assert held_if_pooled / studies < 0.85


def test_the_interval_of_clusters_is_the_ratio_with_students_t() -> None:
    members = [(9.0, 10), (14.0, 20), (6.0, 12), (11.0, 11), (3.0, 9)]
    earned, sizes = zip(*members, strict=True)
    count, share = sum(sizes), sum(earned) / sum(sizes)
    squares = sum((one - size * share) ** 2 for one, size in members)
    design_effect = 5 / 4 * squares / count / (share * (1 - share))
    worth = count / design_effect * (stats.norm.ppf(0.975) / stats.t.ppf(0.975, 4)) ** 2

    assert clustered(members) == wilson(share * worth, worth)
    assert design_effect > 1


def test_what_all_do_alike_counts_once_for_each_trainer() -> None:
    assert clustered([(5.0, 5)] * 8) == wilson(8, 8)
    assert clustered([(3.0, 9)]).high - clustered([(3.0, 9)]).low > 0.7


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
