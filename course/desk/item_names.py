"""The items of a scale by what people call them: an id, a number, a name, or number and name.

The browser has the same rules in `site_templates/runtime/desk/item_names.ts`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """What can be rated: an item by its id, number and name, or a competency that an item hides."""

    id: str
    names: tuple[str, ...]

    @property
    def number(self) -> str | None:
        """Return the number of an item; a competency that an item hides has none."""
        return next((name for name in self.names if _NUMBER.fullmatch(name)), None)


_NUMBER = re.compile("[0-9]+")
Find = Callable[[str], Subject | None]


def finder(subjects: Sequence[Subject]) -> Find:
    """Return how to find an item, in whatever capitals and signs it is called."""
    by_name = {name: subject for subject in subjects for name in _names_of(subject)}
    return lambda words: by_name.get(_plain(words))


def is_number(words: str) -> bool:
    """Say whether an item is called by its number alone, which may as well be a score or someone's code."""
    return _NUMBER.fullmatch(_plain(words)) is not None


def _names_of(subject: Subject) -> list[str]:
    number = subject.number
    combined = [f"{number} {name}" for name in subject.names if name != number] if number else []
    return [_plain(name) for name in (subject.id, *subject.names, *combined)]


def _plain(words: str) -> str:
    """Leave out what people write differently: capitals, signs, accents and spaces."""
    letters = unicodedata.normalize("NFD", words).lower()
    return "".join(sign for sign in letters if unicodedata.category(sign)[0] in "LN")
