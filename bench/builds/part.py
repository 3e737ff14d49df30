"""The part `build`: CPU, time and memory of builds, for each size of course."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import machine
from bench.builds.tasks import OURS, PYTHON, SITES, Ground, course_command, tasks
from bench.measuring import Usage, measure, middle
from bench.peers.environments import PEERS, prepare
from bench.report import Found, megabytes, ratio, table

LARGE = 300  # courses with more lessons than this are built in fewer rounds
BARE = "a Python that does nothing"
VERSION = "`course --version`"
COMPILE, BUILD, AGAIN = "ours, compile without site engine", "ours, `course build`", "ours, nothing changed"

Rows = Mapping[str, Usage]


@dataclass(frozen=True)
class Sizes:
    """Which courses are built, and how often."""

    lessons: Sequence[int]
    rounds: int
    large_rounds: int

    def rounds_of(self, lessons: int) -> int:
        return self.large_rounds if lessons > LARGE else self.rounds


def run(sizes: Sizes) -> Found:
    """Measure every size, and tell."""
    where = machine.described()
    for name in SITES:
        prepare(name)
    start = _start_up(max(sizes.rounds, 5))
    measured = {lessons: _size(lessons, sizes.rounds_of(lessons)) for lessons in sizes.lessons}
    text = [
        where,
        "",
        _versions(),
        "",
        *_tables(measured, sizes),
        *_slopes(measured),
        "",
        _start_table(start),
    ]
    return Found("\n".join(text), _figures(measured, start), _notes(sizes))


def _size(lessons: int, rounds: int) -> Rows:
    print(f"writing the courses of {lessons} lessons", flush=True)
    ground = Ground(lessons)
    ground.prepare()
    found: defaultdict[str, list[Usage]] = defaultdict(list)
    for number in range(1, rounds + 1):
        print(f"{lessons} lessons, round {number} of {rounds}", flush=True)
        for task in tasks(ground):
            found[task.row].append(task.run())
    return {row: middle(usages) for row, usages in found.items()}


def _start_up(rounds: int) -> Rows:
    commands = {BARE: [PYTHON, "-c", "pass"], VERSION: course_command("--version")}
    found: defaultdict[str, list[Usage]] = defaultdict(list)
    for _ in range(rounds):
        for row, words in commands.items():
            found[row].append(measure(words, Path(), OURS))
    return {row: middle(usages) for row, usages in found.items()}


def _versions() -> str:
    peers = "; ".join(PEERS[name].versions for name in SITES)
    return f"Ours builds with {machine.theme()}. Peers: {peers}."


def _tables(measured: Mapping[int, Rows], sizes: Sizes) -> list[str]:
    lines = []
    for lessons, rows in measured.items():
        beside = rows[PEERS["material"].name].cpu
        rounds = sizes.rounds_of(lessons)
        runs = f"medians of {rounds} interleaved rounds" if rounds > 1 else "one round only"
        lines += [f"### {lessons} lessons", "", f"{runs[0].upper()}{runs[1:]}.", ""]
        head = ("What", "CPU s", "wall s", "peak MB", "CPU ms per lesson", "CPU beside Material")
        lines += [table(head, (_row(name, used, lessons, beside) for name, used in rows.items())), ""]
    return lines


def _row(name: str, used: Usage, lessons: int, beside: float) -> tuple[str, ...]:
    each = f"{used.cpu / lessons * 1000:.2f}"
    return name, f"{used.cpu:.2f}", f"{used.wall:.2f}", megabytes(used.peak), each, ratio(used.cpu, beside)


def _slopes(measured: Mapping[int, Rows]) -> list[str]:
    """Tell what each further lesson costs, from the smallest and the largest size."""
    if len(measured) < 2:
        return ["What each further lesson costs needs at least two sizes and is left out."]
    small, large = min(measured), max(measured)
    rows = (
        (row, *_slope(measured[small][row], measured[large][row], large - small)) for row in measured[small]
    )
    head = ("Each further lesson", "CPU ms", "memory kB")
    return [
        "### What each further lesson costs",
        "",
        f"From {small} to {large} lessons.",
        "",
        table(head, rows),
    ]


def _slope(small: Usage, large: Usage, more: int) -> tuple[str, str]:
    return f"{(large.cpu - small.cpu) / more * 1000:.2f}", f"{(large.peak - small.peak) / more / 1000:.0f}"


def _start_table(start: Rows) -> str:
    rows = ((row, f"{used.wall * 1000:.0f}", f"{used.cpu * 1000:.0f}") for row, used in start.items())
    return "\n".join(["### Starting", "", table(("What", "wall ms", "CPU ms"), rows)])


def _figures(measured: Mapping[int, Rows], start: Rows) -> dict[str, float]:
    figures = {"version": start[VERSION].wall * 1000}
    if LARGE in measured:
        rows = measured[LARGE]
        figures["compile"] = rows[COMPILE].cpu / LARGE * 1000
        figures["build"] = rows[BUILD].cpu / rows[PEERS["material"].name].cpu
        figures["again"] = rows[AGAIN].wall
    if len(measured) > 1:
        small, large = min(measured), max(measured)
        for name, row in (("memory", COMPILE), ("memory-build", BUILD)):
            grown = measured[large][row].peak - measured[small][row].peak
            figures[name] = grown / (large - small) / 1000
    return figures


def _notes(sizes: Sizes) -> dict[str, str]:
    between = f"({min(sizes.lessons)} to {max(sizes.lessons)} lessons)"
    return {"memory": between, "memory-build": between}
