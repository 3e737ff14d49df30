"""The part `records`: thousands of record files, verified and folded into a table."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import machine
from bench.builds.tasks import OURS, course_command
from bench.measuring import Usage, measure, middle
from bench.peers.environments import FOLDER, prepare, program
from bench.records import report
from bench.records.files import write_records
from bench.records.report import DUCKDB, SHOW, VERIFY, Rows
from bench.report import Found
from bench.text.course import SEED
from bench.text.ours import write_course
from course.reading import course_folder
from course.records.course_data import CourseData, course_data
from course.records.course_keys import CourseKeys, course_keys

LESSONS = 30
FEW = 1_000
GROUND = FOLDER / "records"
COURSE = GROUND / "course"
ITEMS = GROUND / "items.json"
OUR_TABLE, THEIR_TABLE = GROUND / "ours.csv", GROUND / "duckdb.csv"


def run(files: int, rounds: int) -> Found:
    """Measure a thousand files in rounds and all of them once, and tell."""
    where = machine.described()
    prepare("duckdb")
    course = prepare_course()
    few = min(FEW, files)
    measured = {few: _measure(few, course, rounds, (SHOW, DUCKDB, VERIFY))}
    _require_equal_tables(few)
    if files > few:
        measured[files] = _measure(files, course, 1, (SHOW, DUCKDB))
    text = [
        where,
        report.explained(folder_of(few)),
        report.table_of(measured, rounds),
        report.extrapolated(measured),
    ]
    return Found("\n\n".join(text))


def prepare_course() -> tuple[CourseData, CourseKeys]:
    write_course(COURSE, LESSONS)
    course = course_folder.read((COURSE,)).course
    data = course_data(course)
    ITEMS.write_text(json.dumps(items_of(data)))
    return data, course_keys(course)


def items_of(data: CourseData) -> list[dict[str, str]]:
    """Return what DuckDB joins with answers: the competencies of each item."""
    return [
        {"item": name, "hash": item.hash, "competency": competency, "strand": _strand(item.level)}
        for name, item in data.items.items()
        for competency in item.competencies
    ]


def _strand(level: str) -> str:
    return "knowledge" if level == "know" else "judgement"


def _measure(count: int, course: tuple[CourseData, CourseKeys], rounds: int, rows: Sequence[str]) -> Rows:
    print(f"writing {count} records", flush=True)
    folder = folder_of(count)
    write_records(folder, count, *course, SEED)
    tasks = _tasks(folder)
    found: defaultdict[str, list[Usage]] = defaultdict(list)
    for number in range(1, rounds + 1):
        print(f"{count} records, round {number} of {rounds}", flush=True)
        for name in rows:
            found[name].append(tasks[name]())
    return {name: middle(usages) for name, usages in found.items()}


def folder_of(count: int) -> Path:
    """Return where so many records are written."""
    return GROUND / f"{count}"


def _tasks(folder: Path) -> dict[str, Callable[[], Usage]]:
    course = ("--course", str(COURSE.absolute()))
    show = course_command("record", "show", *course, "--format", "csv", ".")
    verify = course_command("record", "verify", *course, "--format", "json", ".")
    fold = Path(__file__).with_name("duckdb_fold.py").absolute()
    paths = [str(path.absolute()) for path in (folder, ITEMS, THEIR_TABLE)]
    return {
        SHOW: lambda: measure(show, folder, OURS, OUR_TABLE.absolute()),
        DUCKDB: lambda: measure([program("duckdb", "python"), str(fold), *paths], Path()),
        VERIFY: lambda: measure(verify, folder, OURS),
    }


def _require_equal_tables(count: int) -> None:
    """Two tables that differ would not have been the same work."""
    with OUR_TABLE.open() as ours, THEIR_TABLE.open() as theirs:
        mine = {
            (row["pseudonym"], row["competencyId"], row["strand"], row["n"], row["sumMilli"])
            for row in csv.DictReader(ours)
            if row["n"] != "0"
        }
        other = {tuple(row.values()) for row in csv.DictReader(theirs)}
    if mine != other:
        raise AssertionError(f"of {count} records, {len(mine ^ other)} rows differ from DuckDB's")
