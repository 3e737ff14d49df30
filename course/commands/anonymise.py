"""`course anonymise`: records as data for research, in which no one is named."""

from __future__ import annotations

import csv
import io
import secrets
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from course.anonymised.codebook import codebook
from course.anonymised.release import Release
from course.anonymised.tables import TABLES
from course.build.own_folder import NotOursError
from course.cohort.fold import Comparison
from course.cohort.rows import RefusalRow
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
        left_out, refused = _take(people, against, release)
        complain(refused)
        if release.trainers < LEAST_GROUP:
            return fail(
                f"{release.trainers} record(s) count; under {LEAST_GROUP}, anyone could be recognised",
                "name more records; `course record verify` says why a record does not count",
            )
        write_files(out, _files(release))
    except (WrongUseError, NotOursError) as error:
        return fail(str(error), code=WRONG_USE)
    print(f"{release.trainers:,} trainers, numbered by chance: {out}")
    print(f"left out: {left_out:,} record(s) that need to be asked about, {len(refused):,} refused file(s)")
    print("answers of one trainer stay together, so who knows them can find them: `course docs research`")
    return FAILED if refused else FINE


def _take(people: Sequence[Person], against: Comparison, release: Release) -> tuple[int, list[RefusalRow]]:
    """Take everyone who counts; return how many records do not, and what was refused."""
    left_out = 0
    refused: list[RefusalRow] = []
    for rows in rows_of(people, against):
        refused += rows.refusals
        if len(rows.records) == 1 and rows.records[0].is_counted:
            release.take(rows)
        else:
            left_out += len(rows.records)
    return left_out, sorted(refused)


def _files(release: Release) -> Iterator[tuple[str, bytes]]:
    lines = release.tables()
    for table, columns in TABLES.items():
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([tuple(columns), *lines[table]])
        yield f"{table}.csv", text.getvalue().encode()
    counts = {table: len(found) for table, found in lines.items()}
    yield "codebook.md", codebook(release.course, release.trainers, counts).encode()
