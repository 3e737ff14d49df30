"""A table of scores from a file: text as spreadsheets write it, a workbook (XLSX), or Parquet."""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterable
from io import StringIO

from course.desk.table_text import table_text
from course.gathering.extras import how_to_install

_PARQUET = b"PAR1"
_ZIP = b"PK\x03\x04"  # as every XLSX begins
_OLE = b"\xd0\xcf\x11\xe0"  # as XLS begins, and a workbook with a password
_AS_CSV = "save the sheet with the scores as CSV, and name that file"


class UnreadableTableError(Exception):
    """`str()` says what is wrong with a file, and `step` what to do next."""

    def __init__(self, fact: str, step: str) -> None:
        super().__init__(fact)
        self.step = step


def text_of(content: bytes) -> str:
    """Return the table as text, a line for each row."""
    if content.startswith(_ZIP):
        return _workbook_text(content)
    if content.startswith(_PARQUET):
        return _parquet_text(content)
    if content.startswith(_OLE):
        raise UnreadableTableError("this workbook is an XLS, or has a password", _AS_CSV)
    return table_text(content)


def _workbook_text(content: bytes) -> str:
    _require("openpyxl", "a workbook")
    from course.gathering import score_workbook

    try:
        return _lines(score_workbook.rows(content))
    except score_workbook.WorkbookError as error:
        raise UnreadableTableError(f"this workbook cannot be read: {error}", _AS_CSV) from None


def _parquet_text(content: bytes) -> str:
    _require("pyarrow", "Parquet")
    import pyarrow

    from course.gathering import parquet

    try:
        table = parquet.read(content)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        step = "write the table again, or save it as CSV"
        raise UnreadableTableError(f"this Parquet file cannot be read: {reason}", step) from None
    columns = table.to_pydict()
    return _lines([list(columns), *zip(*columns.values(), strict=True)])


def _require(library: str, what: str) -> None:
    if step := how_to_install(library):
        step = f"{step}, or save the table as CSV"
        raise UnreadableTableError(f"to read {what}, {library} is needed", step)


def _lines(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as lines, so that the number of a line is that of its row."""
    out = StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows([[re.sub(r"\s+", " ", _words(cell)) for cell in row] for row in rows])
    return out.getvalue()


def _words(value: object) -> str:
    """Return what a cell says; a number as it was typed: 3 and 2.07, not 3.0."""
    if value is None or value != value:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
