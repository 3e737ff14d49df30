"""What people open: Parquet for machines, CSV and a workbook for spreadsheets, a report for reading."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from course.cohort.tables import TABLES
from course.gathering import csv_tables, report, workbook
from course.gathering.summary import summary_of


def write(
    folder: Path,
    parts: Sequence[Path],
    titles: Mapping[str, str],
    course: str,
    units: Sequence[str],
    threads: int = 1,
) -> int:
    """Write all results of a cohort into an empty folder; return how many files are refused."""
    for table in TABLES:
        inside = folder / "parquet" / table
        inside.mkdir(parents=True)
        for number, part in enumerate(parts):
            # a copy: whoever edits it must not change what the next run goes on from
            shutil.copyfile(part / f"{table}.parquet", inside / f"part-{number:05}.parquet")
    (folder / "csv").mkdir()
    for table in TABLES:
        csv_tables.write(table, parts, folder / "csv" / f"{table}.csv", threads)
    summary = summary_of(parts)
    workbook.write(folder / "cohort.xlsx", summary, titles, parts)
    (folder / "report.html").write_bytes(report.page(summary, titles, course, units))
    return summary.refused
