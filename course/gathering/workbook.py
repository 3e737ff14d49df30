"""The workbook: what the report shows, the records, and the files that were refused. Every text is a text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import xlsxwriter

from course.cohort.tables import kinds
from course.gathering import parquet
from course.gathering.summary import Summary

# a workbook is for reading; all rows are in csv/ and parquet/
MOST_ROWS = 5_000
_WIDTH = 18
# the same bytes for the same cohort
_MADE = {"created": datetime.datetime(2000, 1, 1)}
STRANDS = ("knowledge", "judgement")


def write(file: Path, summary: Summary, titles: Mapping[str, str], parts: Sequence[Path]) -> None:
    """Write the workbook."""
    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(file), settings) as book:
        book.set_properties(_MADE)
        head = book.add_format({"bold": True, "bottom": 1})
        _sheet(book, head, "overview", ("what", "how many"), overview(summary))
        columns = (
            "competency",
            "title",
            "strand",
            "shown",
            "not yet",
            "not enough evidence",
            "responses",
            "mean credit",
            "observed",
            "observed below 3",
        )
        _sheet(book, head, "competencies", columns, _competencies(summary, titles))
        for table in ("records", "assignments", "refusals"):
            _sheet(book, head, table, tuple(kinds(table)), _rows(table, parts))


def overview(summary: Summary) -> Iterator[tuple[str, int]]:
    """Yield what there is, in the order in which it is read."""
    yield "files", summary.files + summary.refused
    yield "files refused", summary.refused
    yield "people", summary.records
    yield "people who count", summary.counted
    for mark, count in sorted(summary.marks.items()):
        yield f"marked: {mark}", count
    yield "responses of people who count", summary.responses
    yield "people with a safety item to put right", summary.safety_open


def _competencies(summary: Summary, titles: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    for competency, title in titles.items():
        for strand in STRANDS:
            cell = competency, strand
            answered = summary.answered[cell]
            mean = summary.earned[cell] / answered / 1000 if answered else None
            seen = (
                (summary.observed[competency], summary.low[competency])
                if strand == "judgement"
                else (None, None)
            )
            yield (competency, title, strand, *summary.tally(competency, strand), answered, mean, *seen)


def _rows(table: str, parts: Sequence[Path]) -> Iterator[tuple[object, ...]]:
    for part in parts:
        rows = parquet.read(part / f"{table}.parquet")
        yield from (tuple(row.values()) for row in rows.to_pylist())


def _sheet(
    book: Any, head: Any, name: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]]
) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(columns) - 1, _WIDTH)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, head)
    remaining = iter(rows)
    number = 0
    for number, row in enumerate(islice(remaining, MOST_ROWS), 1):
        for place, value in enumerate(row):
            _cell(sheet, number, place, value)
    if next(remaining, None) is not None:
        sheet.write_string(
            number + 1, 0, f"only the first {MOST_ROWS:,} rows are here; all of them are in csv/{name}.csv"
        )


def _cell(sheet: Any, row: int, place: int, value: object) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    elif value is not None:
        text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
        sheet.write_string(row, place, text)
