"""Credit for one response, in whole thousandths.

The browser has the same rules in `site_templates/runtime/learning/scoring.ts`.
Keys have the shape they have in a page's `data-key`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import assert_never

from course.learning.best_worst import Ends, UnusableVotesError, best_worst_milli
from course.learning.thousandths import milli
from course.records.course_keys import BestWorstKey, ChooseKey, Key, MatchKey, OrderKey

Ids = Sequence[str]
Pairs = Mapping[str, str]


class UnscorableError(ValueError):
    """No credit can be given: the key is not one, or the response is to another kind of item."""


def credit_milli(key: Key, response: Ids | Pairs) -> int:
    """Return the credit, 0 to 1000, that a response earns."""
    match key:
        case ChooseKey():
            return _choose(key, _ids(response))
        case OrderKey():
            return _order(key, _ids(response))
        case MatchKey():
            return _match(key, _pairs(response))
        case BestWorstKey():
            return _best_worst(key, _pairs(response))
    assert_never(key)


def above_chance(right: int, of: int, ways: int) -> tuple[int, int]:
    """Rescale a share so that guessing among `ways` earns nothing on average.

    The fraction is (share − 1/ways) / (1 − 1/ways); below chance it is negative.
    """
    return right * ways - of, of * (ways - 1)


def _choose(key: ChooseKey, picked: Ids) -> int:
    if key.options < 2 or len(key.keys) > key.options:
        raise UnscorableError("options must be at least two, and hold the keys")
    if not key.keys or _repeats(key.keys):
        raise UnscorableError("there must be a key, each once")
    if not key.many and len(key.keys) > 1:
        raise UnscorableError("a single choice has one key")
    chosen = set(picked)
    right = len(chosen.intersection(key.keys))
    return milli(right - (len(chosen) - right), len(key.keys))


def _order(key: OrderKey, given: Ids) -> int:
    if len(key.steps) < 2 or _repeats(key.steps):
        raise UnscorableError("steps must be at least two, each once")
    # an answer that lacks or repeats a step earns nothing
    if sorted(given) != sorted(key.steps):
        return 0
    kept = set(pairwise(key.steps)) & set(pairwise(given))
    return milli(*above_chance(len(kept), len(key.steps) - 1, len(key.steps)))


def _match(key: MatchKey, given: Pairs) -> int:
    if not key.pairs:
        raise UnscorableError("there must be a card")
    if key.targets < 2 or len(set(key.pairs.values())) > key.targets:
        raise UnscorableError("targets must be at least two, and hold those used")
    right = sum(given.get(card) == target for card, target in key.pairs.items())
    if key.all_or_nothing:
        return 1000 if right == len(key.pairs) else 0
    return milli(*above_chance(right, len(key.pairs), key.targets))


def _best_worst(key: BestWorstKey, picked: Pairs) -> int:
    try:
        return best_worst_milli(Ends(key.best, key.worst), picked.get("best"), picked.get("worst"))
    except UnusableVotesError as error:
        raise UnscorableError(str(error)) from error


def _repeats(ids: Ids) -> bool:
    return len(set(ids)) < len(ids)


def _ids(response: Ids | Pairs) -> Ids:
    if not isinstance(response, list) and isinstance(response, (Mapping, str)):
        raise UnscorableError("the response must be a list of ids")
    return response


def _pairs(response: Ids | Pairs) -> Pairs:
    if not isinstance(response, Mapping):
        raise UnscorableError("the response must map cards to targets, or ends to replies")
    return response
