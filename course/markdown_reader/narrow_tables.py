"""Tables that a phone shows row by row: a table of three or more columns is too wide for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from markdown_it.token import Token

FEWEST_COLUMNS = 3
# Styles that show a row as a list take the roles of a table away, so these are said aloud.
_ROLES = {"thead_open": "rowgroup", "tbody_open": "rowgroup", "tr_open": "row"}


def tell_columns(tokens: Sequence[Token], start: int) -> bool:
    """Write its column on every cell of a table with many columns, and say whether it has many."""
    table = list(takewhile(lambda token: token.type != "table_close", tokens[start:]))
    columns = [_words(table[at + 1]) for at, token in enumerate(table) if token.type == "th_open"]
    if len(columns) < FEWEST_COLUMNS:
        return False
    for token in table:
        if token.type in _ROLES:
            token.attrSet("role", _ROLES[token.type])
    for column, cell in _cells(table, len(columns)):
        is_header = cell.type == "th_open" and columns[column]
        cell.attrSet("role", "columnheader" if is_header else "cell")
        if cell.type == "td_open" and columns[column]:
            cell.attrSet("data-column", columns[column])
    return True


def _cells(table: Sequence[Token], columns: int) -> Iterator[tuple[int, Token]]:
    cells = [token for token in table if token.type in ("th_open", "td_open")]
    return ((at % columns, cell) for at, cell in enumerate(cells))


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ()).strip()
