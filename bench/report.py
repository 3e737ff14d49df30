"""`bench/results.md`: one table of goals, and a section for each part, which can be written anew alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.figures import GOALS, HEAD

DOCUMENT = Path(__file__).with_name("results.md")
SUMMARY = "goals"


@dataclass
class Found:
    """What a part has found: the figures that have goals, notes beside them, and the text of its section."""

    text: str
    figures: Mapping[str, float] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)


def write(part: str, found: Found, document: Path = DOCUMENT) -> None:
    """Write a part's section, and its rows of the table of goals; leave the others as they are."""
    text = document.read_text()
    rows = dict(_rows(text))
    for name, figure in found.figures.items():
        rows[GOALS[name].work] = GOALS[name].row(figure, found.notes.get(name, ""))
    shown = [rows.get(goal.work, goal.row(None)) for goal in GOALS.values()]
    text = _put(text, SUMMARY, "\n".join([*HEAD, *shown]))
    document.write_text(_put(text, part, found.text.strip()))


def _rows(text: str) -> Iterable[tuple[str, str]]:
    for line in _between(text, SUMMARY).splitlines():
        if line.startswith("| ") and line not in HEAD:
            yield line.split("|")[1].strip(), line


def _between(text: str, part: str) -> str:
    begin, end = _marks(part)
    return text.split(begin)[1].split(end)[0]


def _put(text: str, part: str, content: str) -> str:
    begin, end = _marks(part)
    before, after = text.split(begin)[0], text.split(end)[1]
    return f"{before}{begin}\n{content}\n{end}{after}"


def _marks(part: str) -> tuple[str, str]:
    return f"<!-- {part}: begin -->", f"<!-- {part}: end -->"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table: the first column is words, the others are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def kilobytes(size: float) -> str:
    return f"{size / 1000:.1f}"


def megabytes(size: float) -> str:
    return f"{size / 1e6:.0f}"


def ratio(one: float, other: float) -> str:
    """Return one figure as a multiple of another; nothing when that one is too small to be divided by."""
    return f"{one / other:.2f}" if other > 0 else ""


def words_of(document: Path = DOCUMENT) -> str:
    """Return the report without its markers."""
    return re.sub(r"<!--.*?-->", "", document.read_text())
