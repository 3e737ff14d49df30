"""The estimate agrees with scipy, and with what can be computed by hand."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from course.learning.derived import thousandths
from course.learning.estimate import estimate, incomplete_beta, probability, quantile
from tests.learning import estimate_vectors
from tests.records.vector_files import VECTORS

CLOSE = 1e-9
FILE = VECTORS / "estimate.json"


def test_estimates_agree_with_the_vectors(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        FILE.write_text(estimate_vectors.text())
    cases = json.loads(FILE.read_text())["cases"]

    assert len(cases) == len(estimate_vectors.CREDIT) * len(estimate_vectors.CUTS)
    for case in cases:
        found = estimate(case["s"], case["n"], case["cut"])
        for part in ("mean", "low", "high", "probability"):
            assert getattr(found, part) == pytest.approx(case[part], rel=0, abs=CLOSE), (part, case)


@given(st.floats(0, 1), st.floats(0, 20_000), st.floats(0.01, 0.99))
def test_estimates_agree_with_scipy_everywhere(share: float, n: float, cut: float) -> None:
    s = share * n
    found, posterior = estimate(s, n, cut), beta(s + 0.5, n - s + 0.5)

    assert found.probability == pytest.approx(float(posterior.sf(cut)), rel=0, abs=CLOSE)
    assert found.low == pytest.approx(float(posterior.ppf(0.1)), rel=0, abs=CLOSE)
    assert found.high == pytest.approx(float(posterior.ppf(0.9)), rel=0, abs=CLOSE)


def test_without_evidence_the_estimate_is_the_prior() -> None:
    # Beta(½, ½) is the arcsine distribution: I_x = 2/π · asin √x
    found = estimate(0, 0, 0.8)

    assert found.mean == 0.5
    assert found.probability == pytest.approx(1 - 2 / math.pi * math.asin(math.sqrt(0.8)), abs=1e-14)
    assert found.low == pytest.approx(math.sin(math.pi * 0.05) ** 2, abs=1e-12)


def test_one_right_answer_moves_the_mean_to_three_quarters() -> None:
    assert estimate(1, 1).mean == 0.75


@given(st.floats(0.001, 0.999))
def test_known_cases_of_the_incomplete_beta_function(x: float) -> None:
    assert incomplete_beta(x, 1, 1) == pytest.approx(x, abs=1e-14)
    assert incomplete_beta(x, 3, 1) == pytest.approx(x**3, abs=1e-14)
    assert incomplete_beta(x, 2, 2) == pytest.approx(3 * x**2 - 2 * x**3, abs=1e-14)


@given(st.floats(0.001, 0.999), st.floats(0.5, 500), st.floats(0.5, 500))
def test_a_quantile_is_where_the_function_has_its_probability(p: float, a: float, b: float) -> None:
    x = quantile(p, a, b)

    assert incomplete_beta(max(x - 1e-11, 0), a, b) <= p <= incomplete_beta(min(x + 1e-11, 1), a, b)


def test_the_ends_are_certain() -> None:
    assert (incomplete_beta(0, 2, 3), incomplete_beta(1, 2, 3)) == (0.0, 1.0)


def test_a_chance_of_five_sixteenths_is_rounded_half_up() -> None:
    # for Beta(2, 3), P(θ ≥ ½) is the chance of at most one head in four throws: 5/16
    assert thousandths(probability(1.5, 4, 0.5)) == 313
