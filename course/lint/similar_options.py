"""Items: what a learner chooses among is told apart easily."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from course.lint.choosing import texts_chosen_among
from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import Vocabulary, vocabulary
from course.lint.wording import content_words
from course.model.course import Course
from course.model.prose import Prose

ALIKE = 0.8
ALIKE_IN_CONTENT = 0.65


def similar_options(course: Course) -> Iterator[Flaw]:
    """Find options, steps and cards of one item that read nearly the same.

    Either they mean the same, and then only one of them can be fairly right or wrong;
    or they differ in a word or two, and then what they share belongs in the stem.
    Two texts are alike when they share four fifths of all their words,
    or two thirds, and the words that carry the content are the same in the same order.
    """
    words = vocabulary(course)
    for bank, item in course.items():
        texts = [(text, frozenset(text.words)) for text in texts_chosen_among(item.interaction)]
        for (one, its_words), (other, other_words) in combinations(texts, 2):
            share = len(its_words & other_words) / max(1, len(its_words | other_words))
            if share >= ALIKE or (share >= ALIKE_IN_CONTENT and _say_the_same(one, other, words)):
                message = f"this reads nearly like “{one.plain}”"
                step = "write them further apart, or put what they share into the prompt"
                yield flaw_of(item, bank, message, other.span, step)
                break


def _say_the_same(one: Prose, other: Prose, vocabulary: Vocabulary) -> bool:
    return [*content_words(one, vocabulary)] == [*content_words(other, vocabulary)]
