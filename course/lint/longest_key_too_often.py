"""Banks: the longest option is not the right one too often."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.chance import FEWEST_ITEMS, RARE, at_least
from course.lint.choosing import single_choices
from course.lint.flaw import Flaw
from course.model.course import Course
from course.model.items import Choose


def longest_key_too_often(course: Course) -> Iterator[Flaw]:
    """Find banks in which the longest option is the right one more often than by chance.

    A single such item goes unnoticed, but not a whole bank of them.
    Single choices are counted, in banks with at least four of them;
    it is too often when fewer than one bank in twenty would come to as many by chance.
    """
    for bank in course.banks:
        found = list(single_choices(bank))
        hits = sum(map(_is_longest_the_key, found))
        chances = [1 / len(choice.options) for choice in found]
        if len(found) >= FEWEST_ITEMS and at_least(hits, chances) < RARE:
            message = f"the longest option is the right one in {hits} of {len(found)} single choices here"
            step = "lengthen a wrong option, or shorten the right one, in some of them"
            yield Flaw(message, bank.span, step, (bank,))


def _is_longest_the_key(choice: Choose) -> bool:
    *_, before, longest = sorted((len(option.text.plain), option.is_key) for option in choice.options)
    return longest[1] and longest[0] > before[0]
