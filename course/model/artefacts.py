"""Artefacts: the printed forms of a group, such as a goal chart or an action plan, as facts and a table.

What is left out stays blank: on a form it is written in, and in a question it may be what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.source import Span


@dataclass(frozen=True)
class Word:
    """A word of the site's interface, by its key among those of artefacts."""

    key: str


@dataclass(frozen=True)
class Label:
    """What an author calls a row of a form of their own."""

    text: str


@dataclass(frozen=True)
class Mark:
    """A sign in a register, by its key among those of artefacts."""

    key: str


@dataclass(frozen=True)
class Mean:
    """A mean on the five bands, in thousandths."""

    thousandths: int

    @property
    def band(self) -> int:
        """Return the band it lies in, from 1 (under 2) to 5 (5 alone)."""
        return max(1, min(5, self.thousandths // 1000))


Cell = str | int | Word | Label | Mark | Mean | tuple[str, ...]
NAMES = (Word, Label)  # cells that say what is to be written beside them
BLANK = ""


@dataclass(frozen=True)
class Fact:
    """A fact above the table, with its name."""

    name: Word
    value: Cell


@dataclass(frozen=True)
class Artefact:
    """One paper; the first cell of a row names the row. Without `columns` a row is a name and its value."""

    kind: str
    title: str
    facts: tuple[Fact, ...]
    columns: tuple[Word | str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    remark: str
    span: Span

    @property
    def is_form(self) -> bool:
        """Say whether nothing is filled in yet, so that it is printed to be written in."""
        return all(cell == BLANK for row in self.rows for cell in row if not isinstance(cell, NAMES))

    def words(self) -> str:
        """Return what its author wrote, as sentences."""
        cells = (*(fact.value for fact in self.facts), *(cell for row in self.rows for cell in row))
        written = (
            self.title,
            *self._headings(),
            *(word for cell in cells for word in _words(cell)),
            self.remark,
        )
        return " ".join(word if word[-1] in ".?!" else f"{word}." for word in written if word)

    def _headings(self) -> Iterator[str]:
        return (column for column in self.columns if isinstance(column, str))


def _words(cell: Cell) -> Iterator[str]:
    match cell:
        case str():
            yield cell
        case int():
            yield str(cell)
        case tuple():
            yield from cell
        case Label(text=text):
            yield text
        case Word() | Mark() | Mean():
            pass
