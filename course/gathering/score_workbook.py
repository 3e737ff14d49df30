"""The first visible sheet of a workbook (XLSX), as rows of values; of a formula, what it came to."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import openpyxl

_LARGEST = 50_000_000  # bytes, unpacked
_MOST_ROWS, _MOST_COLUMNS = 10_000, 1_000  # of one table

# what openpyxl raises for files that are broken, or made to harm
_BROKEN = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


class WorkbookError(Exception):
    """The bytes are no workbook that can be read; the message says why."""


def rows(content: bytes) -> list[tuple[object, ...]]:
    """Return the rows of the first sheet that is not hidden, or raise WorkbookError."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > _LARGEST:
            raise WorkbookError("it is larger than a table of scores")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it says of styles and charts concerns no score
            return list(_rows(content))
    except _BROKEN as error:
        raise WorkbookError(f"it is broken ({type(error).__name__})") from None


def _rows(content: bytes) -> Iterator[tuple[object, ...]]:
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not shown:
        raise WorkbookError("it has no sheet that is shown")
    # how large a sheet says it is may be wrong
    shown[0].reset_dimensions()
    for number, row in enumerate(shown[0].iter_rows(values_only=True), 1):
        filled = _filled(row)
        if filled and (number > _MOST_ROWS or len(filled) > _MOST_COLUMNS):
            raise WorkbookError("it is larger than a table of scores")
        if number <= _MOST_ROWS:
            yield filled


def _filled(row: tuple[object, ...]) -> tuple[object, ...]:
    """Return a row without the empty cells at its end."""
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]
