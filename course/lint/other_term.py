"""Words: one thing has one name, and the plainer word is used."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.flaw import Flaw
from course.lint.listed_words import listed_words
from course.lint.vocabulary import vocabulary
from course.model.course import Course


def other_term(course: Course) -> Iterator[Flaw]:
    """Find words for which this course has another: a fixed term, or a plainer word.

    Someone who reads in a second language takes two names for two things: home practice is not also
    homework, and a supporter is not also a carer.
    The word list of the course's language says what is written instead.
    A word that is quoted because people say it is accepted with a reason.
    """
    instead = vocabulary(course).other_terms
    yield from listed_words(course, instead, "is not the word of this course", "write instead")
