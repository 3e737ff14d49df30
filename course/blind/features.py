"""What the model sees of an option: words, pairs of words, signs, and its length beside the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from course.blind.sight import Offer
from course.model.prose import Prose

_SIGNS = re.compile(r"[?!…;:,—–\"“]|\d")
_SHORT, _LONG = 0.8, 1.25

Features = frozenset[str]


def features(offers: Sequence[Offer]) -> list[Features]:
    """Return the features of each option of one response.

    A feature that all of them have tells nothing apart, and is left out.
    """
    mean = sum(len(offer.text.plain) for offer in offers) / len(offers)
    found = [_features(offer, mean) for offer in offers]
    common = frozenset.intersection(*found) if len(found) > 1 else frozenset()
    return [each - common for each in found]


def _features(offer: Offer, mean: float) -> Features:
    words = offer.text.words
    found = {f"`{word}`" for word in words}
    if offer.beside:
        return frozenset(_paired(words, offer.beside))
    found |= {f"`{one} {two}`" for one, two in pairwise(words)}
    found |= {
        f"the sign `{sign}`" if not sign.isdigit() else "a number"
        for sign in _SIGNS.findall(offer.text.plain)
    }
    if words:
        found.add(f"begins with `{words[0]}`")
    if len(offer.text.plain) < _SHORT * mean:
        found.add("shorter than the others")
    elif len(offer.text.plain) > _LONG * mean:
        found.add("longer than the others")
    return frozenset(found)


def _paired(words: Sequence[str], beside: Prose) -> set[str]:
    """Return what a card and a target have in common, and which words went with which target."""
    target = " ".join(beside.words)
    shared = set(map(_stem, words)) & set(map(_stem, beside.words))
    return {f"`{word}` beside `{target}`" for word in words} | ({"a word in common"} if shared else set())


def _stem(word: str) -> str:
    """Return the first letters of a long word, which its other forms have too; short words stay out."""
    return word[:5] if len(word) > 3 else f"{word} "
