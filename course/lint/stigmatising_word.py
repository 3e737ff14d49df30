"""Words: people are named before what they live with."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.flaw import Flaw
from course.lint.listed_words import listed_words
from course.lint.vocabulary import vocabulary
from course.model.course import Course


def stigmatising_word(course: Course) -> Iterator[Flaw]:
    """Find words that make a person their illness, blame them, or are insults.

    How trainers speak of people is part of what the course teaches, so every text that a reader reads is
    looked at: lessons, items, forms, the cast, the glossary, competencies and titles.
    The word list of the course's language names what to say instead.
    A word that is quoted because it should not be used is accepted with a reason.
    """
    instead = vocabulary(course).stigmatising
    yield from listed_words(course, instead, "is a stigmatising word", "say instead")
