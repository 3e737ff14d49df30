"""The tables as CSV: lists with spaces between, and no text that a spreadsheet would take for a formula."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow
import pyarrow.compute as compute
import pyarrow.csv

from course.gathering import parquet

# what a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), also in East Asian widths
FORMULA = "^[=+\\-@\t\r\n＝＋－＠]"


def write(table: str, parts: Sequence[Path], file: Path) -> None:
    """Write a table, part by part."""
    writer = None
    try:
        for part in parts:
            rows = _plain(parquet.read(part / f"{table}.parquet"))
            writer = writer or pyarrow.csv.CSVWriter(file, rows.schema)
            writer.write_table(rows)
    finally:
        if writer:
            writer.close()


def _plain(table: pyarrow.Table) -> pyarrow.Table:
    columns = {field.name: _column(table[field.name], field.type) for field in table.schema}
    return pyarrow.table(columns)


def _column(column: pyarrow.ChunkedArray, kind: pyarrow.DataType) -> pyarrow.ChunkedArray:
    if pyarrow.types.is_list(kind):
        texts = column.cast(pyarrow.list_(pyarrow.string()))
        return _without_formulas(compute.binary_join(texts, " "))
    if pyarrow.types.is_timestamp(kind):
        return compute.strftime(column, format="%Y-%m-%dT%H:%M:%SZ")
    return _without_formulas(column) if pyarrow.types.is_string(kind) else column


def _without_formulas(column: pyarrow.ChunkedArray) -> pyarrow.ChunkedArray:
    is_formula = compute.fill_null(compute.match_substring_regex(column, FORMULA), False)
    if not compute.any(is_formula).as_py():
        return column
    return compute.if_else(is_formula, compute.binary_join_element_wise("'", column, ""), column)
