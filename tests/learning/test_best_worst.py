"""Credit for the most and the least helpful reply: cases worked out by hand, and what holds for all votes."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from course.learning.best_worst import Ends, UnusableVotesError, best_worst_milli, flaw_of

Vector = dict[str, Any]
VECTORS: list[Vector] = json.loads((Path(__file__).parents[1] / "vectors/best_worst.json").read_text("utf-8"))
SCORED = [vector for vector in VECTORS if "creditMilli" in vector]
UNSCORABLE = [vector for vector in VECTORS if "unscorable" in vector]
VOTES = st.fixed_dictionaries(dict.fromkeys("abcd", st.integers(0, 20)))


def ends_of(vector: Vector) -> Ends:
    return msgspec.convert(vector["ends"], Ends)


@pytest.mark.parametrize("vector", SCORED, ids=lambda vector: vector["name"])
def test_two_picks_earn_what_was_worked_out_by_hand(vector: Vector) -> None:
    assert best_worst_milli(ends_of(vector), vector["best"], vector["worst"]) == vector["creditMilli"]


@pytest.mark.parametrize("vector", UNSCORABLE, ids=lambda vector: vector["name"])
def test_votes_that_name_no_two_ends_are_refused(vector: Vector) -> None:
    with pytest.raises(UnusableVotesError):
        best_worst_milli(ends_of(vector), vector["best"], vector["worst"])


@given(VOTES, VOTES)
def test_what_most_chose_earns_all_and_its_opposite_none(best: dict[str, int], worst: dict[str, int]) -> None:
    ends = Ends(best, worst)
    assume(flaw_of(ends) is None)
    top, bottom = max(best, key=lambda it: best[it]), max(worst, key=lambda it: worst[it])

    credits = {pair: best_worst_milli(ends, *pair) for pair in permutations("abcd", 2)}

    assert credits[top, bottom] == max(credits.values()) == 1000
    assert credits[bottom, top] == min(credits.values()) == 0
