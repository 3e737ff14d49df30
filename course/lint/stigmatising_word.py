"""Words: people are named before what they live with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from course.lint.flaw import Flaw
from course.lint.texts import texts
from course.lint.vocabulary import phrases, vocabulary
from course.model.course import Course
from course.source import Span


def stigmatising_word(course: Course) -> Iterator[Flaw]:
    """Find words that make a person their illness, blame them, or are insults.

    How trainers speak of people is part of what the course teaches, so every text that a reader reads is
    looked at: lessons, items, the cast, the glossary, competencies and titles.
    The word list of the course's language names what to say instead.
    A word that is quoted because it should not be used is accepted with a reason.
    """
    instead = vocabulary(course).stigmatising
    listed = {phrase: phrase.split() for phrase in instead}
    for together in texts(course):
        words = set(chain.from_iterable(prose.words for prose, _ in together))
        # a fast look, because most pages hold none
        heard = frozenset(phrase for phrase, its_words in listed.items() if words.issuperset(its_words))
        for prose, holders in together if heard else ():
            for word in dict.fromkeys(phrases(heard).findall(prose.plain.lower())):
                message = f"`{word}` is a stigmatising word"
                yield Flaw(message, _place(word, prose.span), f"say instead: {instead[word]}", holders)


def _place(phrase: str, span: Span) -> Span:
    """Narrow to a phrase, in whatever case and over line breaks, or stay at the beginning."""
    pattern = r"\s+".join(map(re.escape, phrase.split()))
    found = re.compile(pattern, re.IGNORECASE).search(span.source.text, span.start, span.end)
    start, end = found.span() if found else (span.start, span.start)
    return Span(span.source, start, end)
