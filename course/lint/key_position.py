"""Banks: the right option is not at one position too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from course.lint.chance import FEWEST_ITEMS, RARE, at_least
from course.lint.choosing import single_choices
from course.lint.flaw import Flaw
from course.model.course import Course
from course.model.items import Choose


def key_position(course: Course) -> Iterator[Flaw]:
    """Find banks in which the right option is at one position more often than by chance.

    On the page options are shuffled, but on paper and without a script they are in the order of the file,
    and no item can fix an order of its own; so the order of the file is judged.
    Single choices are counted, in banks with at least four of them;
    it is too often when fewer than one bank in twenty would come to as many, at any place, by chance.
    """
    for bank in course.banks:
        found = list(single_choices(bank))
        if len(found) < FEWEST_ITEMS:
            continue
        place, hits = Counter(map(_place_of_key, found)).most_common(1)[0]
        chances = [1 / len(choice.options) if place < len(choice.options) else 0 for choice in found]
        places = max(len(choice.options) for choice in found)
        if at_least(hits, chances) * places < RARE:
            message = f"option {place + 1} is the right one in {hits} of {len(found)} single choices here"
            yield Flaw(message, bank.span, "move the right option in some of them", (bank,))


def _place_of_key(choice: Choose) -> int:
    return next(place for place, option in enumerate(choice.options) if option.is_key)
