"""Items: none is asked twice, in whatever bank."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil

from course.lint.choosing import texts_chosen_among
from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import Vocabulary, vocabulary
from course.lint.wording import content_words
from course.model.course import Course
from course.model.items import Item

ALIKE = 0.7

_Words = frozenset[int]  # each word as its rank, the rarest first


def similar_items(course: Course) -> Iterator[Flaw]:
    """Find items that read nearly the same, in one bank or in different ones.

    An answer to the second only shows that the first is remembered, and both would count as evidence.
    Two items are alike when they share seven tenths of the words that carry content, without their endings,
    in prompt and options together; the order of the words, small words and feedback are not looked at.
    """
    earlier = _Earlier()
    for (bank, item), words in zip(course.items(), _ranked(course), strict=True):
        if other := earlier.alike(words):
            message = f"`{item.id}` reads nearly like `{other.id}`"
            step = f"ask something else, or remove one of them; the other is at {other.span.place}"
            yield flaw_of(item, bank, message, item.span, step)
        earlier.add(item, words)


def _ranked(course: Course) -> list[_Words]:
    """Return the content words of every item as their ranks."""
    words = vocabulary(course)
    asked = [_contents(item, words) for _, item in course.items()]
    frequency = Counter(word for each in asked for word in each)
    ordered = sorted(frequency, key=lambda word: (frequency[word], word))
    ranks = {word: rank for rank, word in enumerate(ordered)}
    return [frozenset(map(ranks.__getitem__, each)) for each in asked]


def _contents(item: Item, vocabulary: Vocabulary) -> set[str]:
    texts = (item.situation, item.prompt, *texts_chosen_among(item.interaction))
    return set().union(*(content_words(text, vocabulary) for text in texts))


class _Earlier:
    """The items that came before, found again by their rarest words.

    Two sets that share seven tenths of their words share one of the rarest three tenths of each
    (prefix filtering; Chaudhuri, Ganti and Kaushik 2006), so few pairs have to be compared at all.
    """

    def __init__(self) -> None:
        self._found: defaultdict[int, list[tuple[Item, _Words]]] = defaultdict(list)

    def add(self, item: Item, words: _Words) -> None:
        for word in _rarest(words):
            self._found[word].append((item, words))

    def alike(self, words: _Words) -> Item | None:
        """Return an earlier item that is alike."""
        for word in _rarest(words):
            for item, others in self._found[word]:
                if _are_alike(words, others):
                    return item
        return None


def _rarest(words: _Words) -> list[int]:
    return sorted(words)[: len(words) - ceil(ALIKE * len(words)) + 1]


def _are_alike(one: _Words, other: _Words) -> bool:
    shared = len(one & other)
    return shared >= ALIKE * (len(one) + len(other) - shared)
