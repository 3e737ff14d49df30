"""Options: the right one does not give itself away by its length."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.choosing import choices_alone, keys_of, wrong_of
from course.lint.flaw import Flaw, flaw_of
from course.model.course import Course

LONGER = 1.25
LEAST_CHARACTERS = 5  # about a word: between short options, no one notices a quarter


def longest_key(course: Course) -> Iterator[Flaw]:
    """Find items whose right option is longer than every other by a quarter or more.

    Writers qualify what is right and not what is wrong, and people learn to pick the longest.
    Lengths are compared in characters; a difference of less than five is left alone.
    In a multiple choice every right option must be that much longer than every wrong one.
    """
    for bank, item, choice in choices_alone(course):
        keys, wrong = keys_of(choice.options), wrong_of(choice.options)
        if not keys or not wrong:
            continue
        key = min(keys, key=lambda option: len(option.text.plain))
        length, others = len(key.text.plain), max(len(option.text.plain) for option in wrong)
        if length >= max(others * LONGER, others + LEAST_CHARACTERS):
            message = f"the right option has {length} characters, and no other more than {others}"
            step = "shorten it, or give the others as much detail"
            yield flaw_of(item, bank, message, key.text.span, step)
