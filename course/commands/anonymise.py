"""`course anonymise`: records as data for research, in which no one is named."""

from __future__ import annotations

import csv
import io
import secrets
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from course.anonymised.codebook import codebook
from course.anonymised.release import Line, Release
from course.anonymised.tables import TABLES
from course.build.own_folder import NotOursError
from course.cohort.fold import Comparison
from course.cohort.rows import RefusalRow, Rows
from course.cohort.suppression import LEAST_GROUP
from course.commands.output import FAILED, FINE, WRONG_USE, complain, fail, note_passed
from course.gathering.new_folder import require_new, write_files
from course.gathering.opened_course import open_course
from course.gathering.passed_over import PassedOver
from course.gathering.persons import Person, persons, rows_of
from course.gathering.wrong_use import WrongUseError


def run(names: Sequence[str], folder: Path | None, out: Path) -> int:
    """Write the tables and their codebook. Return 1 where a file is refused, or too few remain."""
    try:
        require_new(out)
        course = open_course(folder)
        now_ns = time.time_ns()
        passed = PassedOver()
        people = persons(names, now_ns, course.data.id, passed)
        note_passed(passed)
        # the order in which people are numbered is the only link to them, and is not kept
        secrets.SystemRandom().shuffle(people)
        against = Comparison(course.data, course.keys, now_ns // 1_000_000)
        release = Release(course.data, course.keys)
        counted, left_out, refused = _count(people, against, release)
        complain(refused)
        if release.shared.trainers < LEAST_GROUP:
            return fail(
                f"{release.shared.trainers} record(s) count; under {LEAST_GROUP}, anyone could be recognised",
                "name more records; `course record verify` says why a record does not count",
            )
        write_files(out, _files(counted, against, release, left_out, len(refused)))
    except (WrongUseError, NotOursError) as error:
        return fail(str(error), code=WRONG_USE)
    print(f"{release.shared.trainers:,} trainers, numbered by chance: {out}")
    print(f"left out: {left_out:,} record(s) that need to be asked about, {len(refused):,} refused file(s)")
    print("answers of one trainer stay together, so who knows them can find them: `course docs research`")
    return FAILED if refused else FINE


def _count(
    people: Sequence[Person], against: Comparison, release: Release
) -> tuple[list[Person], int, list[RefusalRow]]:
    """Count who shares what; return the people that count, how many do not, and what was refused."""
    counted: list[Person] = []
    left_out = 0
    refused: list[RefusalRow] = []
    for person, rows in zip(people, rows_of(people, against), strict=True):
        refused += rows.refusals
        if _is_counted(rows):
            counted.append(person)
            release.count(rows)
        else:
            left_out += len(rows.records)
    return counted, left_out, sorted(refused)


def _is_counted(rows: Rows) -> bool:
    return len(rows.records) == 1 and rows.records[0].is_counted


def _files(
    people: Sequence[Person], against: Comparison, release: Release, left_out: int, refused: int
) -> Iterator[tuple[str, bytes]]:
    texts = {table: io.StringIO() for table in TABLES}
    writers = {table: csv.writer(text, lineterminator="\n") for table, text in texts.items()}
    lines = dict.fromkeys(TABLES, 0)
    for table, columns in TABLES.items():
        writers[table].writerow(columns)

    def write(table: str, line: Line) -> None:
        writers[table].writerow(line)
        lines[table] += 1

    digits = len(str(len(people)))
    for number, rows in enumerate(rows_of(people, against), 1):
        # a file that changed since it was counted could bring what was not
        if not _is_counted(rows):
            raise WrongUseError("a file has changed while it was read; run the command again")
        for table, line in release.lines(rows, f"t{number:0{digits}}"):
            write(table, line)
    for line in release.items():
        write("items", line)
    for table, text in texts.items():
        yield f"{table}.csv", text.getvalue().encode()
    yield "codebook.md", codebook(against.course, len(people), lines, left_out, refused).encode()
