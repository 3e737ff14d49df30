"""How many pages of A4 a choice of sheets fills, about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from math import ceil
from typing import Protocol

from course.targets.site.print_choices import KEY, OBSERVATION, OBSERVER, QUESTIONS, SCRIPTS, TALKS, UNIT

# characters of text on a page, as the units of the shipped course are printed
_ON_A_PAGE = {
    UNIT: 2250,
    QUESTIONS: 1680,
    KEY: 4000,
    SCRIPTS: 2250,
    TALKS: 2250,
    OBSERVER: 3800,
    OBSERVATION: 2250,
}
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


class Printed(Protocol):
    """A sheet, as far as its length matters."""

    @property
    def kind(self) -> str: ...
    @property
    def html(self) -> str: ...


def paper_pages(sheets: Iterable[Printed], choice: str) -> int:
    """Return the pages of a choice; a whole unit holds every sheet, and some sheets begin a page."""
    lengths = [_length(sheet.html) for sheet in sheets if choice in (UNIT, sheet.kind)]
    if choice in (SCRIPTS, OBSERVATION):
        return sum(_pages(length, choice) for length in lengths)
    return _pages(sum(lengths), choice)


def _pages(length: int, choice: str) -> int:
    return max(1, ceil(length / _ON_A_PAGE[choice]))


def _length(html: str) -> int:
    return len(_SPACE.sub(" ", unescape(_TAG.sub("", html))).strip())
