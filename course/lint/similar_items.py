"""Items: none is asked twice, in whatever bank."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from math import ceil

from course.lint.choosing import texts_chosen_among
from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import Vocabulary, vocabulary
from course.lint.wording import content_words
from course.model.course import Course
from course.model.items import Choose, Item

ALIKE = 0.7
RARE_WORDS = 4  # fewer bring more pairs to compare, more bring longer lists to go through

_Words = frozenset[int]  # each word as its rank, the rarest first


def similar_items(course: Course) -> Iterator[Flaw]:
    """Find items that read nearly the same, in one bank or in different ones.

    An answer to the second only shows that the first is remembered, and both would count as evidence.
    Two items are alike when they share seven tenths of the words that carry content, without their endings,
    in prompt and options together; the order of the words, small words and feedback are not looked at.
    """
    earlier = _Earlier()
    for (bank, item), words in zip(course.items(), _ranked(course), strict=True):
        if (other := earlier.alike(words)) and other.id != item.id:  # a repeated id says enough
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
    # stems of one list share their options by design
    is_stem = isinstance(item.interaction, Choose) and item.interaction.is_listed
    chosen_among = () if is_stem else texts_chosen_among(item.interaction)
    texts = (item.situation, item.prompt, *chosen_among)
    return set().union(*(content_words(text, vocabulary) for text in texts))


class _Earlier:
    """The items that came before, found again by their rarest words.

    Two sets that share seven tenths of their words share some of the rarest ones of each, so that few pairs
    have to be compared at all (prefix filtering; Chaudhuri, Ganti and Kaushik 2006).
    """

    def __init__(self) -> None:
        self._items: list[tuple[Item, _Words]] = []
        self._by_words: dict[_Words, Item] = {}
        self._by_rare_word: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, item: Item, words: _Words) -> None:
        if not words or words in self._by_words:  # a copy is compared through the first of its kind
            return
        self._by_words[words] = item
        for word in _rarest(words):
            self._by_rare_word[word].append(len(self._items))
        self._items.append((item, words))

    def alike(self, words: _Words) -> Item | None:
        """Return the first item that is alike."""
        if words in self._by_words:
            return self._by_words[words]
        near = Counter(chain.from_iterable(self._by_rare_word[word] for word in _rarest(words)))
        least = min(RARE_WORDS, _fewest_shared(words))
        for number in sorted(number for number, shared in near.items() if shared >= least):
            item, others = self._items[number]
            if _are_alike(words, others):
                return item
        return None


def _rarest(words: _Words) -> list[int]:
    """Return as many of the rarest words as hold at least `RARE_WORDS` of whatever is shared."""
    return sorted(words)[: len(words) - _fewest_shared(words) + RARE_WORDS]


def _fewest_shared(words: _Words) -> int:
    return ceil(ALIKE * len(words))


def _are_alike(one: _Words, other: _Words) -> bool:
    shared = len(one & other)
    return shared >= ALIKE * (len(one) + len(other) - shared)
