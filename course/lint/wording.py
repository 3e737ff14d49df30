"""Sentences and words, as far as the lint looks into them."""

from __future__ import annotations

import re
from functools import cache

from course.lint.vocabulary import Vocabulary, Words
from course.model.prose import Prose

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|(?<!\w)[‘'][^‘’']*[’'](?!\w)")
_SHORTEST_STEM = 3


def sentences(text: str) -> list[str]:
    """Cut a text after each full stop, question mark and exclamation mark."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def without_quotes(text: str) -> str:
    """Leave out what someone says in quotation marks."""
    return _QUOTED.sub(" ", text)


def content_words(text: Prose, vocabulary: Vocabulary) -> dict[str, str]:
    """Return what a text is about: its words in their order, by what is left of them without endings."""
    contents = _contents(vocabulary.endings, vocabulary.small_words)
    return {content: word for word in text.words if (content := contents[word])}


class _Contents(dict[str, str]):
    """What each word is about, filled as words come; empty for a small word."""

    def __init__(self, endings: tuple[str, ...], small_words: Words) -> None:
        self._endings = endings
        self._small_words = small_words

    def __missing__(self, word: str) -> str:
        content = "" if word in self._small_words else self._without_ending(word.removesuffix("'s"))
        self[word] = content
        return content

    def _without_ending(self, word: str) -> str:
        for ending in self._endings:
            if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM:
                return word.removesuffix(ending)
        return word


@cache
def _contents(endings: tuple[str, ...], small_words: Words) -> _Contents:
    return _Contents(endings, small_words)
