"""Prose: HTML in pieces, with the places that only a target can fill between them.

Only a target knows the addresses of lessons, references and figures.
So text is ready HTML where it can be, and small values where it cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern

from course.model.artefacts import Artefact
from course.source import NOWHERE, Span

_WORD = re.compile(r"\w[\w'-]*\b")

# the pages that every site has, by the name of their file
_LEARNING = ("map", "placement", "practise", "profile", "record", "review", "today")
MADE_PAGES = tuple(sorted((*_LEARNING, "competencies", "look-up", "now")))


@dataclass(frozen=True)
class LinkStart:
    """Where a link opens: to a file of the course, an anchor, `item:ID`, `form:ID` or `page:NAME`."""

    path: str
    anchor: str
    span: Span

    @property
    def item(self) -> str:
        """Return the id of the item it leads to; empty for other links."""
        return self.path.removeprefix("item:") if self.path.startswith("item:") else ""

    @property
    def form(self) -> str:
        """Return the id of the form it leads to; empty for other links."""
        return self.path.removeprefix("form:") if self.path.startswith("form:") else ""

    @property
    def made_page(self) -> str:
        """Return the name of the page it leads to that every site has; empty for other links."""
        return self.path.removeprefix("page:") if self.path.startswith("page:") else ""


@dataclass(frozen=True)
class Figure:
    """An image of the course, by its path and with what it shows in words."""

    path: str
    alternative: str
    span: Span


@dataclass(frozen=True)
class Citation:
    """One or more sources, each with the place in it (a page), if given."""

    sources: tuple[tuple[str, str], ...]
    span: Span


@dataclass(frozen=True)
class PlacedForm:
    """The place of a form of `content/forms/` in a lesson, by its id."""

    id: str
    span: Span


@dataclass(frozen=True)
class PlacedYear:
    """The place of what a path of the course plans for the first year, by the path's id."""

    id: str
    span: Span


Piece = str | LinkStart | Figure | Citation | Artefact | PlacedForm | PlacedYear


@dataclass(frozen=True)
class Prose:
    """A text of an author: its HTML in pieces, its plain words, and the place where it is written."""

    pieces: tuple[Piece, ...]
    plain: str
    span: Span = field(default=NOWHERE, compare=False)

    def __bool__(self) -> bool:
        return bool(self.plain or self.pieces)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the words in their order, in lower case."""
        return tuple(map(intern, _WORD.findall(self.plain.lower().replace("’", "'"))))

    def citations(self) -> Iterator[Citation]:
        return (piece for piece in self.pieces if isinstance(piece, Citation))

    def links(self) -> Iterator[LinkStart]:
        return (piece for piece in self.pieces if isinstance(piece, LinkStart))

    def figures(self) -> Iterator[Figure]:
        return (piece for piece in self.pieces if isinstance(piece, Figure))

    def forms(self) -> Iterator[PlacedForm]:
        """Return the forms that are placed in it."""
        return (piece for piece in self.pieces if isinstance(piece, PlacedForm))

    def years(self) -> Iterator[PlacedYear]:
        """Return the paths whose first year is shown in it."""
        return (piece for piece in self.pieces if isinstance(piece, PlacedYear))

    def artefacts(self) -> Iterator[Artefact]:
        return (piece for piece in self.pieces if isinstance(piece, Artefact))


NO_PROSE = Prose((), "")


def joined(one: Prose, other: Prose) -> Prose:
    """Return two lines as one, with the place of the first."""
    if not one or not other:
        return one or other
    return Prose((*one.pieces, " ", *other.pieces), f"{one.plain} {other.plain}", one.span)
