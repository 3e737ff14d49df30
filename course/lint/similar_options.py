"""Items: what a learner chooses among is easy to distinguish."""

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
    Two texts are alike when they share four fifths of all their words, or two thirds and every word that
    carries content; and when what they share comes in the same order.
    """
    words = vocabulary(course)
    for bank, item in course.items():
        texts = [(text, frozenset(text.words)) for text in texts_chosen_among(item.interaction)]
        for (one, its_words), (other, other_words) in combinations(texts, 2):
            share = len(its_words & other_words) / max(1, len(its_words | other_words))
            if share >= ALIKE_IN_CONTENT and _are_alike(one, other, share, words):
                message = f"this reads nearly like “{one.plain}”"
                step = "write them further apart, or put what they share into the prompt"
                yield flaw_of(item, bank, message, other.span, step)
                break


def _are_alike(one: Prose, other: Prose, share: float, vocabulary: Vocabulary) -> bool:
    its_contents, other_contents = content_words(one, vocabulary), content_words(other, vocabulary)
    shared = [content for content in its_contents if content in other_contents]
    if shared != [content for content in other_contents if content in its_contents]:
        return False  # "ask before you tell" and "tell before you ask"
    return share >= ALIKE or its_contents.keys() == other_contents.keys()
