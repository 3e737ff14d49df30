"""Words that a list of the course's language says otherwise, found in everything a reader reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from course.lint.flaw import Flaw
from course.lint.texts import texts
from course.lint.vocabulary import phrases
from course.model.course import Course
from course.source import Span


def listed_words(course: Course, instead: Mapping[str, str], fact: str, step: str) -> Iterator[Flaw]:
    """Yield a flaw for each listed word in a text, with what is said instead.

    `fact` follows the word in the message, and `step` comes before what is said instead.
    """
    listed = {phrase: phrase.split() for phrase in instead}
    for together in texts(course):
        words = set(chain.from_iterable(prose.words for prose, _ in together))
        # a fast look, because most pages hold none
        heard = frozenset(phrase for phrase, its_words in listed.items() if words.issuperset(its_words))
        for prose, holders in together if heard else ():
            for word in dict.fromkeys(phrases(heard).findall(prose.plain.lower())):
                place = _place(word, prose.span)
                yield Flaw(f"`{word}` {fact}", place, f"{step}: {instead[word]}", holders)


def _place(phrase: str, span: Span) -> Span:
    """Narrow to a phrase, in whatever case and over line breaks, or stay at the beginning."""
    pattern = r"\s+".join(map(re.escape, phrase.split()))
    found = re.compile(pattern, re.IGNORECASE).search(span.source.text, span.start, span.end)
    start, end = found.span() if found else (span.start, span.start)
    return Span(span.source, start, end)
