"""Scores in a table: items down and people across, or the other way round, or one list of numbers.

The browser has the same rules in `site_templates/runtime/desk/scores.ts`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from course.desk.cells import SPACE, Cell, Cells, cell_name, trimmed


@dataclass(frozen=True)
class Subject:
    """What can be rated: an item by its id, number and name, or a competency that an item hides."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class ScoresOf:
    """The scores of one person or group, as the table calls them; an empty name means that it names no one.

    `named_in`: the cell with the name, or the first one of the scores.
    """

    name: str
    values: dict[str, int]
    named_in: Cell = field(compare=False)


ProblemCode = Literal["not-a-number", "out-of-range", "unknown-item", "twice", "no-items"]


@dataclass(frozen=True)
class TableProblem:
    """What is wrong with a cell; `no-items` is about none in particular, and its `cell` is empty."""

    code: ProblemCode
    cell: str
    words: str
    where: Cell = field(compare=False)


@dataclass(frozen=True)
class ScoresInTable:
    """Where anything is wrong, nothing of it should be kept."""

    people: tuple[ScoresOf, ...]
    problems: tuple[TableProblem, ...]


LEAST, MOST = 1000, 5000
_NOWHERE = Cell("", 0, 0)
_NO_ITEMS = ScoresInTable((), (TableProblem("no-items", "", "", _NOWHERE),))
_NOT_RATED = re.compile(
    rf"(|[-–—/.]|n\.?[{SPACE}]?/?a\.?|n\.?v\.?t\.?|nvt|not (seen|rated))", re.IGNORECASE | re.ASCII
)
_SCORE = re.compile(r"[+-]?[0-9]{1,6}([.,][0-9]{1,12})?")
_NUMBER = re.compile("[0-9]+")
Find = Callable[[str], Subject | None]
Score = int | Literal["not-a-number", "out-of-range"] | None


def score_in(text: str) -> Score:
    """Read one score, with a decimal point or comma; None where it was not rated."""
    words = trimmed(text)
    if _NOT_RATED.fullmatch(words):
        return None
    if not _SCORE.fullmatch(words):
        return "not-a-number"
    milli = math.floor(float(words.replace(",", ".")) * 1000 + 0.5)
    return milli if LEAST <= milli <= MOST else "out-of-range"


def scores_in(cells: Cells, subjects: Sequence[Subject]) -> ScoresInTable:
    """Read a table."""
    # one row or one column has no place for the names of items
    if len(cells) <= 1 or all(len(row) == 1 for row in cells):
        return _one_list(cells, subjects)
    find = _finder(subjects)
    across = sum(find(cell.words) is not None for cell in cells[0])
    down = sum(find(row[0].words) is not None for row in cells)
    if across == 0 and down == 0:
        return _NO_ITEMS
    # with items across, the table is read as if it were turned
    return _read_down(_turned(cells), find, True) if across > down else _read_down(cells, find, False)


def _read_down(cells: Cells, find: Find, is_turned: bool) -> ScoresInTable:
    """Read a table with an item at the beginning of each row, and a person at the head of each column."""
    problems: list[TableProblem] = []

    def problem(code: ProblemCode, row: int, column: int) -> None:
        name = cell_name(column, row) if is_turned else cell_name(row, column)
        there = cells[row][column]
        problems.append(TableProblem(code, name, there.words, there))

    has_head = find(cells[0][0].words) is None
    width = max(len(row) for row in cells)
    heads = [_at(cells[0], column) for column in range(1, width)]
    people = [ScoresOf(head.words if has_head else "", {}, head) for head in heads]
    seen: set[str] = set()
    for at, row in enumerate(cells):
        if (has_head and at == 0) or all(not cell.words for cell in row):
            continue
        subject = find(row[0].words)
        if subject is None or subject.id in seen:
            problem("twice" if subject else "unknown-item", at, 0)
            continue
        seen.add(subject.id)
        for column, person in enumerate(people, 1):
            score = score_in(_at(row, column).words)
            if isinstance(score, int):
                person.values[subject.id] = score
            elif score is not None:
                problem(score, at, column)
    named = tuple(person for person in people if person.name or person.values)
    return ScoresInTable(named, tuple(problems))


def _one_list(cells: Cells, subjects: Sequence[Subject]) -> ScoresInTable:
    """Read as many numbers as there are items, in their order, below each other or side by side."""
    items = [subject for subject in subjects if any(_NUMBER.fullmatch(name) for name in subject.names)]
    is_down = len(cells) > 1
    numbers = [row[0] for row in cells] if is_down else list(cells[0]) if cells else []
    if len(numbers) != len(items):
        return _NO_ITEMS
    problems, values = [], {}
    for at, (cell, item) in enumerate(zip(numbers, items, strict=True)):
        score = score_in(cell.words)
        if isinstance(score, int):
            values[item.id] = score
        elif score is not None:
            name = cell_name(at, 0) if is_down else cell_name(0, at)
            problems.append(TableProblem(score, name, cell.words, cell))
    first = numbers[0] if numbers else _NOWHERE
    return ScoresInTable((ScoresOf("", values, first),), tuple(problems))


def _finder(subjects: Sequence[Subject]) -> Find:
    by_name = {name: subject for subject in subjects for name in _names_of(subject)}
    return lambda words: by_name.get(_plain(words))


def _names_of(subject: Subject) -> list[str]:
    """An item may be named by its id, its number, its name, or by number and name."""
    number = next((name for name in subject.names if _NUMBER.fullmatch(name)), None)
    combined = [f"{number} {name}" for name in subject.names if name != number] if number else []
    return [_plain(name) for name in (subject.id, *subject.names, *combined)]


def _plain(words: str) -> str:
    """Leave out what people write differently: capitals, signs, accents and spaces."""
    letters = unicodedata.normalize("NFD", words).lower()
    return "".join(sign for sign in letters if unicodedata.category(sign)[0] in "LN")


def _turned(cells: Cells) -> Cells:
    width = max(len(row) for row in cells)
    return [[_at(row, column) for row in cells] for column in range(width)]


def _at(row: Sequence[Cell], column: int) -> Cell:
    """Return a cell; one that the row no longer has is empty, at its end."""
    return row[column] if column < len(row) else Cell("", row[-1].end, row[-1].end)
