"""The published tables of many looks and of cases are those of the rule as it is now."""

from __future__ import annotations

import random

import numpy as np
import pytest

from bench import simulate_looks as bench
from course.learning.decision import Looks
from course.learning.estimate import CUT
from course.learning.evidence import Evidence

LINES = bench.DOCUMENT.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("size", "in_case"), [(15, 1), (5, 1), (5, 3), (15, 6)])
def test_what_is_computed_at_once_is_what_the_course_decides(size: int, in_case: int) -> None:
    chance = random.Random(f"{size}/{in_case}")
    credits = [[float(chance.random() < 0.87) for _ in range(90)] for _ in range(30)]

    found = bench.shown(bench.CHOSEN, np.array(credits), size, in_case)

    assert found.T.tolist() == [_decided(row, size, in_case) for row in credits]
    assert found.any()
    assert not found.all()


def _decided(credits: list[float], size: int, in_case: int) -> list[bool]:
    looks, states = Looks("asking"), []
    for place, credit in enumerate(credits):
        unit, case, milli = f"unit-{place // 5}", f"case-{place // in_case}", round(1000 * credit)
        looks.take(Evidence(0, "", f"item-{place}", unit, "judgement", {"asking": milli}, False, case))
        if (place + 1) % size == 0:
            looks.decide(0, CUT, is_blocked=False)
            states.append(looks.state == "shown")
    return states


def test_the_table_of_looks_has_the_figure_of_the_rule() -> None:
    (row,) = [line for line in LINES if line.startswith(f"| {bench.CHOSEN.name} |")]

    assert row.split(" | ")[1] == f"{bench.ever_fixed(bench.CHOSEN, 15) * 100:.1f}"


def test_the_table_of_cases_has_the_figures_of_the_rule() -> None:
    assert bench.case_row(3, 0.2) in LINES


def test_the_other_tables_have_the_figures_of_the_rule() -> None:
    assert bench.size_row(12) in LINES
    assert bench.assumed_row(0.4) in LINES
