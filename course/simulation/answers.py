"""Answers to an item as its key wants them: the right one, any, and one that earns nothing."""

from __future__ import annotations

import random
from typing import assert_never

from course.learning.scoring import credit_milli
from course.records.course_keys import BestWorstKey, ChooseKey, ItemKey, MatchKey, OrderKey

Answer = list[str] | dict[str, str]

_TRIES = 50


def right(item: ItemKey) -> Answer:
    """Return the answer that earns full credit."""
    match item.key:
        case ChooseKey(keys=keys):
            return keys
        case OrderKey(steps=steps):
            return steps
        case MatchKey(pairs=pairs):
            return pairs
        case BestWorstKey(best=best, worst=worst):
            return {"best": max(best, key=best.__getitem__), "worst": max(worst, key=worst.__getitem__)}
    assert_never(item.key)


def any_answer(item: ItemKey, chance: random.Random) -> Answer:
    """Return one that is guessed."""
    match item.key:
        case ChooseKey():
            return [chance.choice(item.ids)]
        case OrderKey(steps=steps):
            return chance.sample(steps, len(steps))
        case MatchKey(pairs=pairs):
            return {card: chance.choice(item.ids) for card in pairs}
        case BestWorstKey():
            return dict(zip(("best", "worst"), chance.sample(item.ids, 2), strict=True))
    assert_never(item.key)


def wrong(item: ItemKey, chance: random.Random) -> Answer | None:
    """Return a guess that earns nothing; None where every guess that was tried earns something."""
    guesses = (any_answer(item, chance) for _ in range(_TRIES))
    return next((guess for guess in guesses if credit_milli(item.key, guess) == 0), None)


def to_present(item: ItemKey) -> list[str]:
    """Return the ids of what is shown in some order."""
    return list(item.key.pairs) if isinstance(item.key, MatchKey) else item.ids
