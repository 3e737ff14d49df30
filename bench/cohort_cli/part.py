"""The part `cohort-cli`: many record files to Parquet, CSV, a workbook and a report, beside DuckDB's sums."""

from __future__ import annotations

import csv
import json
import shutil
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from bench import machine
from bench.builds.tasks import OURS, course_command
from bench.measuring import Usage, measure, middle
from bench.peers.environments import PEERS, prepare, program
from bench.records import part as records
from bench.records.files import write_records
from bench.records.report import DUCKDB, Rows, table_of
from bench.report import Found, megabytes, table
from bench.text.course import SEED

MANY = 100_000
FEW = 1_000
OUT = records.GROUND / "cohort"
FIRST, AGAIN = "`course cohort`", "`course cohort`, nothing changed"

_WORK = """\
`course cohort` verifies each file, compares it with the keys, joins those of one person, estimates every \
competency, and writes six tables as Parquet and CSV, a workbook and a report; it uses both cores.
{duckdb} reads the same files with `read_json` and sums the latest cold response to each item; it was seen \
that both give the same sums. It checks nothing and writes one table."""


def run(files: int, rounds: int) -> Found:
    """Measure a thousand files in rounds and all of them once, and tell."""
    where = machine.described()
    prepare("duckdb")
    few = min(FEW, files)
    measured = {few: _measure(few, rounds)}
    if files > few:
        measured[files] = _measure(files, 1)
    duckdb = PEERS["duckdb"].versions.replace("duckdb", "DuckDB")
    text = [where, _WORK.format(duckdb=duckdb), _table(measured, rounds), _at_many(measured)]
    return Found("\n\n".join(text), *_figures(measured))


def _measure(count: int, rounds: int) -> Rows:
    course = records.prepare_course()
    folder = records.folder_of(count)
    print(f"writing {count} records", flush=True)
    write_records(folder, count, *course, SEED)
    cohort = course_command(
        "cohort",
        str(folder.absolute()),
        "--course",
        str(records.COURSE.absolute()),
        "--out",
        str(OUT.absolute()),
    )
    fold = Path(records.__file__).with_name("duckdb_fold.py").absolute()
    paths = [str(path.absolute()) for path in (folder, records.ITEMS, records.THEIR_TABLE)]
    found: defaultdict[str, list[Usage]] = defaultdict(list)
    for number in range(1, rounds + 1):
        print(f"{count} records, round {number} of {rounds}", flush=True)
        shutil.rmtree(OUT, ignore_errors=True)
        found[FIRST].append(measure(cohort, Path(), OURS))
        found[DUCKDB].append(measure([program("duckdb", "python"), str(fold), *paths], Path()))
        found[AGAIN].append(measure(cohort, Path(), OURS))
    _require_equal_sums(count)
    return {name: middle(usages) for name, usages in found.items()}


def _require_equal_sums(count: int) -> None:
    """Two tables that differ would not have been the same work."""
    with (OUT / "csv" / "estimates.csv").open() as ours, records.THEIR_TABLE.open() as theirs:
        names = ("pseudonym", "competency", "strand", "n", "sum_milli")
        mine = {tuple(row[name] for name in names) for row in csv.DictReader(ours) if row["n"] != "0"}
        other = {tuple(row.values()) for row in csv.DictReader(theirs)}
    if mine != other:
        raise AssertionError(f"of {count} records, {len(mine ^ other)} rows differ from DuckDB's")


def _table(measured: Mapping[int, Rows], rounds: int) -> str:
    few = min(measured)
    size = sum(path.stat().st_size for path in records.folder_of(few).iterdir()) / few / 1000
    events = len(json.loads((records.folder_of(few) / "00000.json").read_text())["events"])
    return f"A file has {size:.1f} kB on average and {events} events. {table_of(measured, rounds)}"


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
