"""The first sheet of a workbook (XLSX) as the text of a table: a line for each row, tabs between its cells.

Only what a cell shows is read: no formula, no macro, and nothing outside the file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from posixpath import join, normpath
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGEST_PART = 50_000_000  # unpacked
_MOST_ROWS, _MOST_COLUMNS = 10_000, 1_000  # of one table
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")


class WorkbookError(ValueError):
    """The bytes are no workbook that can be read."""


def is_workbook(content: bytes) -> bool:
    """Say whether the bytes of a file are those of a ZIP archive, as every XLSX is."""
    return content.startswith(b"PK\x03\x04")


def workbook_text(content: bytes) -> str:
    """Return the first visible sheet as text, or raise WorkbookError."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            texts = _shared_texts(archive)
            return table_lines(_rows(_part(archive, _first_sheet(archive)), texts))
    except (BadZipFile, KeyError, IndexError, ValueError, EOFError, NotImplementedError) as error:
        raise WorkbookError(str(error)) from None
    except (ParseError, DefusedXmlException) as error:
        raise WorkbookError(f"broken XML: {error}") from None


def table_lines(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as lines, so that the number of a line is that of its row."""
    out = StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows([re.sub(r"\s+", " ", cell) for cell in row] for row in rows)
    return out.getvalue()


def _part(archive: ZipFile, name: str) -> Any:
    entry: ZipInfo = archive.getinfo(name)
    if entry.file_size > _LARGEST_PART:
        raise WorkbookError("it is larger than a table of scores")
    with archive.open(entry) as file:
        content = file.read(_LARGEST_PART + 1)
    return fromstring(content)


def _first_sheet(archive: ZipFile) -> str:
    sheets = [
        sheet
        for sheet in _part(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet")
        if sheet.get("state", "visible") == "visible"
    ]
    if not sheets:
        raise WorkbookError("it has no sheet")
    links = {one.get("Id"): one.get("Target") for one in _part(archive, "xl/_rels/workbook.xml.rels")}
    target = str(links[sheets[0].get(_LINK)])
    return target.removeprefix("/") if target.startswith("/") else normpath(join("xl", target))


def _shared_texts(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [_text_of(entry) for entry in _part(archive, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]


def _text_of(entry: Any) -> str:
    """Return a text whose parts may each look different; how to pronounce it is not part of it."""
    own = [entry, *entry.findall(f"{_MAIN}r")]
    return "".join(part.findtext(f"{_MAIN}t") or "" for part in own)


def _rows(sheet: Any, texts: Sequence[str]) -> list[list[str]]:
    found: dict[int, dict[int, str]] = {}
    for number, row in enumerate(sheet.iter(f"{_MAIN}row"), 1):
        for column, cell in enumerate(row.iter(f"{_MAIN}c")):
            place = _PLACE.fullmatch(cell.get("r", ""))
            at = (int(place[2]), _column(place[1])) if place else (number, column)
            words = _words(cell, texts)
            if words and (at[0] > _MOST_ROWS or at[1] >= _MOST_COLUMNS):
                raise WorkbookError("it is larger than a table of scores")
            if words:
                found.setdefault(at[0], {})[at[1]] = words
    return [list(_filled(found.get(number, {}))) for number in range(1, max(found, default=0) + 1)]


def _filled(row: Mapping[int, str]) -> Iterator[str]:
    return (row.get(column, "") for column in range(max(row, default=-1) + 1))


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _words(cell: Any, texts: Sequence[str]) -> str:
    """Return what a cell holds; of a formula, what it came to."""
    kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v") or ""
    if kind == "inlineStr":
        inline = cell.find(f"{_MAIN}is")
        return "" if inline is None else _text_of(inline)
    if kind == "s":
        return texts[int(value)]
    return number_text(float(value)) if kind == "n" and value else value


def number_text(number: float) -> str:
    """Return a number as it was typed: 3 and 2.07, not 3.0 or 2.0699999999999998."""
    return str(int(number)) if number.is_integer() else repr(number)
