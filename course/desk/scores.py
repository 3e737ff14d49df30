"""Scores in a table: items down and people across, or the other way round, or one list of numbers.

The browser has the same rules in `site_templates/runtime/desk/scores.ts`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from course.desk.cells import SPACE, Block, Cell, Cells, block_in, cell_name, first_filled, trimmed
from course.desk.item_names import Find, Subject, finder, is_number


@dataclass(frozen=True)
class ScoresOf:
    """The scores of one person or group, as the table calls them; an empty name means that it names no one.

    `named_in`: the cell with the name, or the first one of the scores.
    """

    name: str
    values: dict[str, int]
    named_in: Cell = field(compare=False)


ProblemCode = Literal["not-a-number", "out-of-range", "unknown-item", "twice", "no-items", "both-ways"]


@dataclass(frozen=True)
class TableProblem:
    """What is wrong with a cell.

    `no-items` and `both-ways`, where items may stand below each other or side by side, are about none in
    particular, and their `cell` is empty.
    """

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
_BOTH_WAYS = ScoresInTable((), (TableProblem("both-ways", "", "", _NOWHERE),))
_NOT_RATED = re.compile(
    rf"(|[-–—/.]|n\.?[{SPACE}]?/?a\.?|n\.?v\.?t\.?|nvt|not (seen|rated))", re.IGNORECASE | re.ASCII
)
_SCORE = re.compile(r"[+-]?[0-9]{1,6}([.,][0-9]{1,20})?")
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
    block = block_in(cells)
    # one row or one column has no place for the names of items
    if len(block.cells) <= 1 or all(len(row) == 1 for row in block.cells):
        return _one_list(block, subjects)
    find = finder(subjects)
    rows = _without_numbers(block.cells, find)
    down = _labels_of([row[0] for row in rows], find)
    across = _labels_of(block.cells[0], find)

    def read() -> ScoresInTable:
        return _read_down(Block(rows, block.row, block.column), find, False)

    def read_across() -> ScoresInTable:
        # with items across, the table is read as if it were turned
        columns = _without_numbers(_turned(block.cells), find)
        return _read_down(Block(columns, block.column, block.row), find, True)

    if down.items == 0 and across.items == 0:
        return _NO_ITEMS
    if _is_surer(down, across):
        return read()
    if _is_surer(across, down):
        return read_across()
    return _likely(read(), read_across(), across.items > down.items)


class _Labels(NamedTuple):
    """How many items the first cells of rows or columns name, and how many of them by more than a number."""

    items: int
    words: int


def _labels_of(cells: Sequence[Cell], find: Find) -> _Labels:
    items = [cell for cell in cells if find(cell.words)]
    # the cell in the corner stands in both directions
    words = [cell for cell in cells[1:] if find(cell.words) and not is_number(cell.words)]
    return _Labels(len(items), len(words))


def _is_surer(one: _Labels, other: _Labels) -> bool:
    """Numbers may be scores, or the codes of people; names of items are nothing else."""
    return other.items == 0 or (one.words > 0 and other.words == 0)


def _likely(down: ScoresInTable, across: ScoresInTable, is_more_across: bool) -> ScoresInTable:
    """Take the direction with more items, unless all fits in the other too: then no one can tell."""
    more, fewer = (across, down) if is_more_across else (down, across)
    return _BOTH_WAYS if _fits(fewer) else more


def _fits(found: ScoresInTable) -> bool:
    """An item that is there twice may be a slip in the direction that was meant."""
    has_scores = any(person.values for person in found.people)
    return has_scores and all(problem.code == "twice" for problem in found.problems)


def _without_numbers(cells: Cells, find: Find) -> Cells:
    """Where the numbers of the items stand beside their names or ids, leave one of these to each row."""
    rows = [row for row in cells if find(row[0].words)]
    width = max((len(row) for row in rows), default=0)
    doubled = {at for at in range(1, width) if _names_the_same(rows, at, find)}
    return [_with_one_name(row, doubled, find) for row in cells]


def _names_the_same(rows: Cells, at: int, find: Find) -> bool:
    """Say whether a column names the items again, and cannot be scores."""
    column = [(row[0].words, _at(row, at).words) for row in rows]
    if all(not isinstance(score_in(words), str) for _, words in column):
        return False
    return all(not words or find(words) is find(label) for label, words in column)


def _with_one_name(row: Sequence[Cell], doubled: set[int], find: Find) -> Sequence[Cell]:
    label = row[0]
    if find(label.words) and is_number(label.words):
        names = (_at(row, at) for at in sorted(doubled))
        label = next((one for one in names if find(one.words) and not is_number(one.words)), label)
    rest = [_emptied(cell) if at in doubled else cell for at, cell in enumerate(row[1:], 1)]
    return [label, *rest]


def _emptied(cell: Cell) -> Cell:
    return Cell("", cell.start, cell.end)


def _read_down(block: Block, find: Find, is_turned: bool) -> ScoresInTable:
    """Read a table with an item at the beginning of each row, and a person at the head of each column."""
    cells, top, left = block.cells, block.row, block.column
    problems: list[TableProblem] = []

    def problem(code: ProblemCode, row: int, column: int) -> None:
        down, right = top + row, left + column
        name = cell_name(right, down) if is_turned else cell_name(down, right)
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


def _one_list(block: Block, subjects: Sequence[Subject]) -> ScoresInTable:
    """Read as many numbers as there are items, in their order, below each other or side by side."""
    cells = block.cells
    items = [subject for subject in subjects if subject.number is not None]
    is_down = len(cells) > 1
    whole = [row[0] for row in cells] if is_down else list(cells[0]) if cells else []
    # an empty cell at the beginning may be an item that was not rated
    first = 0 if len(whole) == len(items) else first_filled(whole) or 0
    numbers = whole[first:]
    if len(numbers) != len(items):
        return _NO_ITEMS
    problems, values = [], {}
    for at, (cell, item) in enumerate(zip(numbers, items, strict=True), first):
        score = score_in(cell.words)
        if isinstance(score, int):
            values[item.id] = score
        elif score is not None:
            row, column = (at, 0) if is_down else (0, at)
            name = cell_name(block.row + row, block.column + column)
            problems.append(TableProblem(score, name, cell.words, cell))
    begin = numbers[0] if numbers else _NOWHERE
    return ScoresInTable((ScoresOf("", values, begin),), tuple(problems))


def _turned(cells: Cells) -> Cells:
    width = max(len(row) for row in cells)
    return [[_at(row, column) for row in cells] for column in range(width)]


def _at(row: Sequence[Cell], column: int) -> Cell:
    """Return a cell; one that the row no longer has is empty, at its end."""
    return row[column] if column < len(row) else Cell("", row[-1].end, row[-1].end)
