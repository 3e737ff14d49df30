"""Credit for one response: cases worked out by hand, and what holds for every response."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise, permutations, product
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.learning.scoring import UnscorableError, above_chance, credit_milli
from course.records.course_keys import BestWorstKey, ChooseKey, Key, MatchKey, OrderKey

Vector = dict[str, Any]
VECTORS: list[Vector] = json.loads((Path(__file__).parents[1] / "vectors/credit.json").read_text("utf-8"))
SCORED = [vector for vector in VECTORS if "creditMilli" in vector]
UNSCORABLE = [vector for vector in VECTORS if "unscorable" in vector]
IDS = st.sampled_from([*"abcdefgh"])


def key_from(written: Vector) -> Key:
    key: Key = msgspec.convert(written, Key)
    return key


@pytest.mark.parametrize("vector", SCORED, ids=lambda vector: vector["name"])
def test_a_response_earns_what_was_worked_out_by_hand(vector: Vector) -> None:
    assert credit_milli(key_from(vector["key"]), vector["response"]) == vector["creditMilli"]


@pytest.mark.parametrize("vector", UNSCORABLE, ids=lambda vector: vector["name"])
def test_what_cannot_be_scored_is_refused(vector: Vector) -> None:
    with pytest.raises(UnscorableError):
        credit_milli(key_from(vector["key"]), vector["response"])


@st.composite
def choose_keys(draw: st.DrawFn) -> ChooseKey:
    many = draw(st.booleans())
    keys = draw(st.lists(IDS, min_size=1, max_size=4 if many else 1, unique=True))
    return ChooseKey(keys=keys, options=draw(st.integers(max(2, len(keys)), 8)), many=many)


order_keys = st.lists(IDS, min_size=2, unique=True).map(lambda steps: OrderKey(steps=steps))


@st.composite
def match_keys(draw: st.DrawFn) -> MatchKey:
    targets = draw(st.lists(IDS, min_size=2, unique=True))
    pairs = draw(st.dictionaries(IDS, st.sampled_from(targets), min_size=1))
    return MatchKey(pairs=pairs, targets=len(targets), all_or_nothing=draw(st.booleans()))


@st.composite
def best_worst_keys(draw: st.DrawFn) -> BestWorstKey:
    ids = draw(st.lists(IDS, min_size=4, max_size=4, unique=True))
    best, worst = draw(st.permutations(ids))[:2]
    return BestWorstKey(
        best={name: int(name == best) for name in ids},
        worst={name: int(name == worst) for name in ids},
        experts=0,
        is_judged=True,
    )


@given(choose_keys() | order_keys, st.lists(IDS))
def test_a_list_of_ids_earns_between_nothing_and_all(key: Key, response: list[str]) -> None:
    assert 0 <= credit_milli(key, response) <= 1000


@given(match_keys() | best_worst_keys(), st.dictionaries(IDS, IDS))
def test_pairs_earn_between_nothing_and_all(key: Key, response: dict[str, str]) -> None:
    assert 0 <= credit_milli(key, response) <= 1000


@given(choose_keys() | order_keys | match_keys() | best_worst_keys())
def test_the_right_answer_earns_all(key: Key) -> None:
    match key:
        case ChooseKey(keys=keys):
            assert credit_milli(key, keys) == 1000
        case OrderKey(steps=steps):
            assert credit_milli(key, steps) == 1000
        case MatchKey(pairs=pairs):
            assert credit_milli(key, pairs) == 1000
        case BestWorstKey(best=best, worst=worst):
            ends = {"best": max(best, key=best.__getitem__), "worst": max(worst, key=worst.__getitem__)}
            assert credit_milli(key, ends) == 1000


@given(choose_keys(), st.sets(IDS))
def test_the_order_of_picking_does_not_matter(key: Key, picked: set[str]) -> None:
    assert credit_milli(key, sorted(picked)) == credit_milli(key, sorted(picked, reverse=True))


@given(order_keys, st.data())
def test_any_other_order_earns_less_than_all(key: OrderKey, data: st.DataObject) -> None:
    order = data.draw(st.permutations(key.steps))

    assert (credit_milli(key, order) == 1000) == (order == key.steps)


@pytest.mark.parametrize("cards", [1, 2, 3, 4])
@pytest.mark.parametrize("targets", [2, 3, 4])
def test_guessing_a_match_earns_nothing_on_average(cards: int, targets: int) -> None:
    guesses = product(range(targets), repeat=cards)
    # the right target of every card is the first; before the floor, lost guesses undo lucky ones
    earned = [Fraction(*above_chance(guess.count(0), cards, targets)) for guess in guesses]

    assert sum(earned) == 0


@pytest.mark.parametrize("steps", [2, 3, 4, 5, 6])
def test_guessing_an_order_earns_nothing_on_average(steps: int) -> None:
    orders = permutations(range(steps))
    kept = [sum(after == step + 1 for step, after in pairwise(order)) for order in orders]

    assert sum(Fraction(*above_chance(pairs, steps - 1, steps)) for pairs in kept) == 0


@pytest.mark.parametrize(("cards", "targets"), [(2, 2), (3, 3), (3, 4), (4, 2)])
def test_credit_is_the_rescaled_share_floored_and_rounded(cards: int, targets: int) -> None:
    pairs = {f"card{card}": "target0" for card in range(cards)}
    key = MatchKey(pairs=pairs, targets=targets, all_or_nothing=False)

    for guess in product(range(targets), repeat=cards):
        response = {f"card{card}": f"target{target}" for card, target in enumerate(guess)}
        exact = max(Fraction(0), Fraction(*above_chance(guess.count(0), cards, targets)))
        assert abs(credit_milli(key, response) - 1000 * exact) <= Fraction(1, 2)
