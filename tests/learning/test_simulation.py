"""The published error rates are those of the rule as it is now."""

from __future__ import annotations

import pytest

from bench import simulate_decisions as bench


@pytest.mark.parametrize("level", [750, 900])
def test_the_table_in_the_docs_is_what_the_rule_gives(level: int) -> None:
    found = {(level, n): bench.simulate(level, n, is_guessing=False) for n in bench.ITEMS}

    assert bench.row(level, found) in bench.DOCUMENT.read_text().splitlines()


def test_below_twelve_items_nothing_is_ever_decided() -> None:
    assert bench.simulate(950, 11, is_guessing=True, trainers=200) == bench.Outcome(0, 0, 0)
