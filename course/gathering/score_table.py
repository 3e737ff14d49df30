"""A table of scores from a file: text as spreadsheets write it, a workbook (XLSX), or Parquet."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from course.desk.table_text import table_text
from course.desk.workbook import WorkbookError, is_workbook, number_text, table_lines, workbook_text

_PARQUET = b"PAR1"


class UnreadableTableError(Exception):
    """`str()` says what is wrong with a file, and `step` what to do next."""

    def __init__(self, fact: str, step: str) -> None:
        super().__init__(fact)
        self.step = step


def text_of(content: bytes) -> str:
    """Return the table as text, a line for each row."""
    if is_workbook(content):
        try:
            return workbook_text(content)
        except WorkbookError as error:
            step = "save the sheet with the scores as CSV, and name that file"
            raise UnreadableTableError(f"this workbook cannot be read: {error}", step) from None
    return _parquet_text(content) if content.startswith(_PARQUET) else table_text(content)


def _parquet_text(content: bytes) -> str:
    if find_spec("pyarrow") is None:
        step = 'install it with `pip install "imr-trainer-course[cohort]"`, or save the table as CSV'
        raise UnreadableTableError("to read Parquet, pyarrow is needed", step)
    import pyarrow

    from course.gathering import parquet

    try:
        table = parquet.read(content)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        step = "write the table again, or save it as CSV"
        raise UnreadableTableError(f"this Parquet file cannot be read: {reason}", step) from None
    columns = table.to_pydict()
    rows = zip(*columns.values(), strict=True) if columns else ()
    return table_lines([list(columns), *(list(_cells(row)) for row in rows)])


def _cells(row: tuple[object, ...]) -> Iterator[str]:
    for value in row:
        if value is None or value != value:
            yield ""
        else:
            yield number_text(float(value)) if isinstance(value, int | float) else str(value)
