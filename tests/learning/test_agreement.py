"""Agreement with the authors' ratings: worked examples, scikit-learn, and which ratings count."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t as student_distribution
from sklearn.metrics import cohen_kappa_score

from course.learning.agreement import LEAST_RATINGS, agreement, error_interval, kappa, student
from course.learning.ratings import ratings
from course.model.exercises import BANDS
from tests.learning import agreement_vectors as vectors
from tests.learning.learning_vectors import log_with
from tests.records.made import Raw
from tests.records.vector_files import VECTORS

FILE = VECTORS / "agreement.json"

# The "anxiety" ratings of the R package irr; its manual prints 0.297 for these two raters, squared weights.
FIRST = (3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3)
SECOND = (3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4)

PAIR = st.tuples(st.integers(1, 5), st.integers(1, 5))


def test_the_vectors_are_what_the_rules_give(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        FILE.write_text(vectors.text())

    assert json.loads(FILE.read_text()) == json.loads(vectors.text())


def test_a_published_example_comes_out() -> None:
    found = kappa(list(zip(FIRST, SECOND, strict=True)))

    assert found == pytest.approx(0.297, abs=0.0005)


@given(st.lists(PAIR, min_size=2, max_size=80))
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    ours = kappa(pairs)

    if ours is None:
        assert len({value for pair in pairs for value in pair}) == 1
        return
    given_bands, references = zip(*pairs, strict=True)
    theirs = cohen_kappa_score(given_bands, references, labels=BANDS, weights="quadratic")
    assert ours == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize("freedom", [1, 2, 29, 30, 59, 500])
def test_students_t_is_that_of_scipy(freedom: int) -> None:
    assert student(freedom) == pytest.approx(float(student_distribution.ppf(0.9, freedom)), rel=1e-9)


@given(st.lists(PAIR, min_size=LEAST_RATINGS, max_size=80))
def test_the_signed_error_is_that_of_scipy(pairs: list[tuple[int, int]]) -> None:
    apart = [x - y for x, y in pairs]
    mean = sum(apart) / len(apart)
    spread = math.sqrt(sum((one - mean) ** 2 for one in apart) / (len(apart) - 1) / len(apart))

    found = error_interval(pairs)

    assert found.value == pytest.approx(mean)
    if spread:
        low, high = student_distribution.interval(0.8, len(apart) - 1, loc=mean, scale=spread)
        assert (found.low, found.high) == pytest.approx((float(low), float(high)))


def test_29_ratings_are_not_enough() -> None:
    found = agreement([(2, 3)] * 29)

    assert (found.n, found.kappa, found.error, found.side) == (29, None, None, "neither")


def test_kappa_is_not_defined_where_nothing_varies() -> None:
    found = agreement([(3, 3)] * 30)

    assert found.kappa is None
    assert found.error is not None
    assert found.error.value == 0


def test_who_rates_a_band_higher_is_lenient_and_who_rates_lower_is_strict() -> None:
    cases = vectors.pairs_cases()

    assert agreement(cases["one band too lenient"]).side == "lenient"
    assert agreement(cases["one band too strict"]).side == "strict"
    assert agreement(cases["60 near ratings"]).side == "neither"


def test_the_later_cold_rating_counts_and_one_that_came_too_soon_does_not() -> None:
    assert _pairs(vectors.rated_again_too_soon()) == ((5, 2),)
    assert _pairs(vectors.rated_again_cold()) == ((2, 2),)


def test_a_rating_of_an_exercise_that_changed_is_counted_separately() -> None:
    found = ratings(log_with(vectors.rated_before_a_change()), vectors.COURSE)

    assert found.pairs == ((4, 4),)
    assert found.superseded == 1


def test_a_void_rating_does_not_count_and_what_it_showed_was_seen_all_the_same() -> None:
    assert _pairs(vectors.a_void_rating()) == ()


def _pairs(events: list[Raw]) -> tuple[tuple[int, int], ...]:
    return ratings(log_with(events), vectors.COURSE).pairs
