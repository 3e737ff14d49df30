"""The report of how thousands of record files are read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bench.measuring import Usage
from bench.peers.environments import PEERS
from bench.report import megabytes, ratio, table

MANY = 100_000
SHOW, VERIFY, DUCKDB = "`course record show --format csv`", "`course record verify --format json`", "DuckDB"

Rows = Mapping[str, Usage]

_WORK = """\
`record show` checks the shape of a file against the schema, its digest and the chain of each device, \
drops what was voided or superseded, and estimates every competency with its interval and decision.
{duckdb} reads the same files with `read_json` and sums the latest cold response to each item \
by person, competency and strand; it was checked that both give the same sums.
It does not check shape, digest or chains, and knows no voids, no conflicts and no estimates."""


def explained(folder: Path) -> str:
    """Say what the files hold and what each tool does with them."""
    sizes = [path.stat().st_size for path in folder.iterdir()]
    one = json.loads((folder / "00000.json").read_text())
    computed = len(json.dumps(one["derived"], separators=(",", ":")))
    shape = (
        f"A file has {sum(sizes) / len(sizes) / 1000:.1f} kB on average and {len(one['events'])} events; "
        f"{computed / 1000:.1f} kB are the block that can be computed anew."
    )
    return f"{shape}\n{_WORK.format(duckdb=PEERS['duckdb'].versions.replace('duckdb', 'DuckDB'))}"


def table_of(measured: Mapping[int, Rows], rounds: int) -> str:
    """Return what each tool needed."""
    head = ("What", "files", "CPU s", "wall s", "peak MB", "CPU ms per file", "CPU beside DuckDB")
    lines = [
        (
            name,
            f"{count:,}",
            f"{used.cpu:.2f}",
            f"{used.wall:.2f}",
            megabytes(used.peak),
            f"{used.cpu / count * 1000:.2f}",
            ratio(used.cpu, rows[DUCKDB].cpu),
        )
        for count, rows in measured.items()
        for name, used in rows.items()
    ]
    few, files = min(measured), max(measured)
    once = f", {files:,} files once" if files > few else ""
    return f"{few:,} files: medians of {rounds} interleaved rounds{once}.\n\n{table(head, lines)}"


def extrapolated(measured: Mapping[int, Rows]) -> str:
    """Say what many files would need."""
    if len(measured) < 2:
        return f"{MANY:,} files are left out: they are extrapolated from two sizes, and only one was run."
    lines = [
        (name, f"{cpu:.0f}", megabytes(peak))
        for name in (SHOW, DUCKDB)
        for cpu, peak in (_at_many(measured, name),)
    ]
    said = (
        f"Extrapolated to {MANY:,} files along the line through {' and '.join(f'{n:,}' for n in measured)}:"
    )
    return f"{said}\n\n{table(('What', 'CPU s', 'peak MB'), lines)}"


def _at_many(measured: Mapping[int, Rows], name: str) -> tuple[float, float]:
    """Continue the line through both sizes."""
    (few, small), (many, large) = ((count, rows[name]) for count, rows in measured.items())
    more = (MANY - many) / (many - few)
    return large.cpu + (large.cpu - small.cpu) * more, large.peak + (large.peak - small.peak) * more
