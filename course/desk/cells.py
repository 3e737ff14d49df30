"""A table as text: pasted from a spreadsheet, or a CSV file with commas or semicolons.

The browser has the same rules in `site_templates/runtime/desk/cells.ts`. White space is what JavaScript
takes for it, because both must cut alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

SPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_SEPARATORS = ("\t", ";", ",")
# the first line that Excel writes to name its separator; a point is one UTF-16 unit of no line end
_NAMED = re.compile("[sS][eE][pP]=([^\n\r\u2028\u2029\U00010000-\U0010ffff])\r?\n")
_QUOTED = re.compile('"(?:[^"]|"")*"')
_NUMBER = re.compile("([0-9]+([.,][0-9]+)?)?")


class Cell(NamedTuple):
    """What a cell holds, without white space around it, and where it is in the text."""

    words: str
    start: int
    end: int


Cells = Sequence[Sequence[Cell]]


def cells_in(text: str) -> Cells:
    """Cut a text into cells; a cell in quotation marks may hold separators, line ends and doubled marks."""
    begin = 1 if text.startswith("\ufeff") else 0
    named = _NAMED.match(text, begin)
    separator = named[1] if named else _separator_of(text[begin:])
    return _without_empty_end(_cut(text, named.end() if named else begin, separator))


def trimmed(text: str) -> str:
    """Leave out white space at both ends."""
    return text.strip(SPACE)


@dataclass(frozen=True)
class Block:
    """Cells of a table, and where in it they begin."""

    cells: Cells
    row: int
    column: int


def block_in(cells: Cells) -> Block:
    """Leave out empty rows above a table, and empty columns before it.

    In a single row or column they are part of it.
    """
    filled = [first_filled(row) for row in cells]
    places = [at for at in filled if at is not None]
    column = min(places, default=0) if len(cells) > 1 else 0
    rows = [row[column:] or [Cell("", row[-1].end, row[-1].end)] for row in cells]
    is_column = all(len(row) == 1 for row in rows)
    top = 0 if is_column else next((at for at, place in enumerate(filled) if place is not None), 0)
    return Block(rows[top:], top, column)


def first_filled(row: Sequence[Cell]) -> int | None:
    """Return the place of the first cell that holds anything."""
    return next((at for at, cell in enumerate(row) if cell.words), None)


def cell_name(row: int, column: int) -> str:
    """Name a cell as spreadsheets do, such as C5."""
    letters, rest = "", column + 1
    while rest > 0:
        letters = chr(65 + (rest - 1) % 26) + letters
        rest = (rest - 1) // 26
    return f"{letters}{row + 1}"


def _separator_of(text: str) -> str:
    """Where a tab or a semicolon separates, a comma belongs to a number; and so in a list of numbers."""
    outside = _QUOTED.sub("", text)
    found = next((one for one in _SEPARATORS if one in outside), ",")
    return ";" if found == "," and _is_list_of_numbers(outside) else found


def _is_list_of_numbers(text: str) -> bool:
    """Say whether each line is one number, and not the number of an item and its score."""
    lines = re.split("\r?\n", trimmed(text))
    if not all(_NUMBER.fullmatch(trimmed(line)) for line in lines):
        return False
    return not all(line.startswith(f"{number},") for number, line in enumerate(lines, 1))


def _cut(text: str, begin: int, separator: str) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    signs: list[str] = []
    is_quoted, is_blank = False, True
    at = start = begin
    while at < len(text):
        sign = text[at]
        is_end = sign in "\n\r"
        if is_quoted and sign == '"' and text[at + 1 : at + 2] != '"':
            is_quoted = False
        elif not is_quoted and sign == '"' and is_blank:
            is_quoted, signs = True, []
        elif not is_quoted and (sign == separator or is_end):
            row.append(_cell(signs, text, start, at))
            at += text[at : at + 2] == "\r\n"
            if is_end:
                rows.append(row)
                row = []
            signs, is_blank, start = [], True, at + 1
        else:
            at += is_quoted and sign == '"'
            signs.append(sign)
            is_blank = is_blank and sign in SPACE
        at += 1
    row.append(_cell(signs, text, start, len(text)))
    return [*rows, row]


def _cell(signs: list[str], text: str, start: int, end: int) -> Cell:
    """Return a cell; it is pointed at without the white space around it."""
    written = text[start:end]
    begin = start + len(written) - len(written.lstrip(SPACE))
    return Cell(trimmed("".join(signs)), begin, max(begin, start + len(written.rstrip(SPACE))))


def _without_empty_end(rows: list[list[Cell]]) -> Cells:
    """The last line ends with a line end; empty rows before it may be items that were not rated."""
    last = rows[-1]
    return rows[:-1] if len(last) == 1 and not last[0].words else rows
