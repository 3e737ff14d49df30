"""The part `cohort-cli`: many record files to Parquet, CSV, a workbook and a report, beside DuckDB's sums."""

from __future__ import annotations

import csv
import json
import shutil
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import machine
from bench.builds.tasks import OURS, course_command
from bench.measuring import Usage, measure, middle
from bench.peers.environments import PEERS, prepare, program
from bench.records import part as records
from bench.records.files import FINISHED, write_records
from bench.records.report import DUCKDB, Rows, table_of
from bench.report import Found, megabytes, table
from bench.text.course import SEED
from course.learning.pool import LATEST
from course.reading import course_folder
from course.records.course_data import course_data
from course.records.course_keys import course_keys
from course.shipped import SHIPPED

MANY = 100_000
FEW = 1_000
TRAINERS = 200  # who have finished the course, with events of their own
OUT = records.GROUND / "cohort"
FIRST, AGAIN = "`course cohort`", "`course cohort`, nothing changed"

_WORK = """\
`course cohort` verifies each file, compares it with the keys, joins those of one person, estimates every \
competency, and writes six tables as Parquet and CSV, a workbook and a report; it uses both cores.
{duckdb} reads the same files with `read_json` and sums the latest cold response to each item; it was seen \
that both give the same sums of up to 39 answers; of more, `course cohort` counts the latest 40. \
DuckDB checks nothing and writes one table."""


@dataclass(frozen=True)
class _Task:
    """Records of a course to be measured: where they are, and the competencies of its items for DuckDB."""

    folder: Path
    count: int
    course: Path
    items: Path


def run(files: int, rounds: int) -> Found:
    """Measure a thousand files in rounds and all of them once, a thousand long ones once, and tell."""
    where = machine.described()
    prepare("duckdb")
    few = min(FEW, files)
    measured = {few: _measure(_short(few), rounds)}
    if files > few:
        measured[files] = _measure(_short(files), 1)
    long = _finished(few)
    finished = {few: _measure(long, 1)}
    shutil.rmtree(OUT)
    duckdb = PEERS["duckdb"].versions.replace("duckdb", "DuckDB")
    text = [
        where,
        _WORK.format(duckdb=duckdb),
        f"{_shape(records.folder_of(few))} {table_of(measured, rounds)}",
        _at_many(measured),
        f"People who have finished the course: {_shape(long.folder).lower()} {table_of(finished, 1)}",
    ]
    return Found("\n\n".join(text), *_figures(measured))


def _short(count: int) -> _Task:
    course = records.prepare_course()
    print(f"writing {count} records", flush=True)
    write_records(records.folder_of(count), count, *course, SEED)
    return _Task(records.folder_of(count), count, records.COURSE, records.ITEMS)


def _finished(count: int) -> _Task:
    course = course_folder.read((SHIPPED,)).course
    data, keys = course_data(course), course_keys(course)
    items = records.GROUND / "items-of-finished.json"
    items.write_text(json.dumps(records.items_of(data)))
    folder = records.GROUND / f"{count}-finished"
    print(f"writing {count} records of {FINISHED} events", flush=True)
    write_records(folder, count, data, keys, SEED, events=FINISHED, trainers=TRAINERS)
    return _Task(folder, count, SHIPPED, items)


def _measure(task: _Task, rounds: int) -> Rows:
    cohort = course_command(
        "cohort",
        str(task.folder.absolute()),
        "--course",
        str(task.course.absolute()),
        "--out",
        str(OUT.absolute()),
    )
    fold = Path(records.__file__).with_name("duckdb_fold.py").absolute()
    paths = [str(path.absolute()) for path in (task.folder, task.items, records.THEIR_TABLE)]
    found: defaultdict[str, list[Usage]] = defaultdict(list)
    for number in range(1, rounds + 1):
        print(f"{task.count} records, round {number} of {rounds}", flush=True)
        shutil.rmtree(OUT, ignore_errors=True)
        found[FIRST].append(measure(cohort, Path(), OURS))
        found[DUCKDB].append(measure([program("duckdb", "python"), str(fold), *paths], Path()))
        found[AGAIN].append(measure(cohort, Path(), OURS))
    _require_equal_sums(task)
    return {name: middle(usages) for name, usages in found.items()}


def _require_equal_sums(task: _Task) -> None:
    """Two tables that differ would not have been the same work.

    We count the latest 40 of a competency and DuckDB all, so what reaches 40 is not compared.
    """
    with (OUT / "csv" / "estimates.csv").open() as ours, records.THEIR_TABLE.open() as theirs:
        names = ("pseudonym", "competency", "strand", "n", "sum_milli")
        mine = {
            tuple(row[name] for name in names) for row in csv.DictReader(ours) if 0 < int(row["n"]) < LATEST
        }
        other = {tuple(row.values()) for row in csv.DictReader(theirs) if int(row["n"]) < LATEST}
    if mine != other:
        raise AssertionError(f"of {task.count} records, {len(mine ^ other)} rows differ from DuckDB's")


def _shape(folder: Path) -> str:
    sizes = [path.stat().st_size for path in folder.iterdir()]
    events = len(json.loads((folder / "00000.json").read_text())["events"])
    return f"A file has {sum(sizes) / len(sizes) / 1000:.1f} kB on average and {events} events."


def _at_many(measured: Mapping[int, Rows]) -> str:
    if max(measured) >= MANY:
        return f"{MANY:,} files were really run."
    if len(measured) < 2:
        return f"{MANY:,} files were not run, and one size says nothing about them."
    lines = []
    for name in (FIRST, DUCKDB):
        cpu, wall, peak = (_continued(measured, name, what) for what in ("cpu", "wall", "peak"))
        lines.append((name, f"{cpu:.0f}", f"{wall:.0f}", megabytes(peak)))
    said = (
        f"Extrapolated to {MANY:,} files along the line through {' and '.join(f'{n:,}' for n in measured)}:"
    )
    return f"{said}\n\n{table(('What', 'CPU s', 'wall s', 'peak MB'), lines)}"


def _continued(measured: Mapping[int, Rows], name: str, what: str) -> float:
    """Continue the line through both sizes."""
    (few, small), (many, large) = ((count, getattr(rows[name], what)) for count, rows in measured.items())
    return float(large + (large - small) * (MANY - many) / (many - few))


def _figures(measured: Mapping[int, Rows]) -> tuple[dict[str, float], dict[str, str]]:
    """Return the figures that have goals, and where they come from."""
    most = max(measured)
    if most < MANY and len(measured) < 2:
        return {}, {}

    def at_many(what: str) -> float:
        return getattr(measured[most][FIRST], what) if most >= MANY else _continued(measured, FIRST, what)

    figures = {
        "cohort-cli": at_many("wall"),
        "cohort-cli-cpu": at_many("cpu"),
        "cohort-cli-memory": at_many("peak") / 1e6,
    }
    note = "" if most >= MANY else f"(extrapolated from {most:,})"
    return figures, dict.fromkeys(figures, note)
