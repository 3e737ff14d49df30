"""The published coverage of the intervals of agreement is what they have now."""

from __future__ import annotations

import pytest

from bench import simulate_agreement as bench

RATERS = 250
NEAR = 0.09  # more than three standard errors of a share of 250


@pytest.mark.parametrize("habit", bench.HABITS[:2], ids=lambda habit: habit.name)
def test_the_table_in_the_docs_is_what_the_intervals_give(habit: bench.Habit) -> None:
    line = next(one for one in bench.DOCUMENT.read_text().splitlines() if one.startswith(f"| {habit.name} |"))
    documented = [float(cell) for cell in line.split("|")[4:6]]

    found = bench.simulate(habit, bench.RATINGS[0], RATERS)

    assert [found.kappa, found.error] == pytest.approx(documented, abs=NEAR)
