"""The report as one self-contained page: counts of people, none by which someone could be recognised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import jinja2

from course.cohort.suppression import LEAST_GROUP, suppressed
from course.cohort.tables import SCHEMA_VERSION
from course.gathering.summary import Summary
from course.shipped import SITE_TEMPLATES

STRANDS = ("knowledge", "judgement")
MOST_MONTHS = 24
_MARKS = {
    "gaps": "events are missing that the file should hold",
    "conflicts": "one event with two contents",
    "forks": "two events at one place of a device's chain",
    "breaks": "an event does not follow the one before it",
    "disagreeing": "credit or a path that the keys of the course contradict",
    "derived": "the profile in the file is not what its events give",
    "ahead": "a date that has not come yet",
}


class Bar(NamedTuple):
    """A part of a bar, in hundredths of its width."""

    name: str
    start: float
    width: float


@dataclass(frozen=True)
class Row:
    """One competency in one strand. `counts`: shown, not yet, not enough evidence; None is hidden."""

    competency: str
    title: str
    strand: str
    counts: tuple[int | None, ...]
    bars: tuple[Bar, ...]
    mean: str

    @property
    def is_hidden(self) -> bool:
        return all(count is None for count in self.counts)


class Month(NamedTuple):
    """A month with its number of people, None where it is hidden, and the height of its column."""

    name: str
    people: int | None
    height: float


def page(summary: Summary, titles: Mapping[str, str], course: str) -> bytes:
    """Return the page."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(SITE_TEMPLATES / "cohort"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    rows = [
        _row(summary, name, title, strand)
        for name, title in titles.items()
        for strand in STRANDS
        if summary.answered[name, strand]
    ]
    text = environment.get_template("report.html.jinja").render(
        summary=summary,
        course=course,
        least=LEAST_GROUP,
        is_shown=summary.counted >= LEAST_GROUP,
        rows=[row for row in rows if not row.is_hidden],
        hidden=_hidden(rows),
        observed=_observed(summary, titles),
        months=_months(summary),
        assigned=_assigned(summary),
        marks=[(mark, _MARKS[mark], _few(count)) for mark, count in sorted(summary.marks.items())],
        refusals=[
            (code, count, summary.next_steps[code]) for code, count in sorted(summary.refusals.items())
        ],
        marked=summary.records - summary.counted,
        safety=_few(summary.safety_open),
        schema=SCHEMA_VERSION,
    )
    return text.encode()


def _row(summary: Summary, competency: str, title: str, strand: str) -> Row:
    counts = suppressed(summary.tally(competency, strand))
    answered = summary.answered[competency, strand]
    is_known = counts != (None, None, None)
    mean = f"{summary.earned[competency, strand] / answered / 1000:.2f}" if is_known else ""
    return Row(competency, title, strand, counts, _bars(counts, summary.counted), mean)


def _hidden(rows: Sequence[Row]) -> list[tuple[str, str, str]]:
    """Return the competencies of which nothing can be shown, each with its strands."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.is_hidden:
            found.setdefault((row.competency, row.title), []).append(row.strand)
    return [(name, title, " and ".join(strands)) for (name, title), strands in found.items()]


def _bars(counts: tuple[int | None, ...], total: int) -> tuple[Bar, ...]:
    """Return the parts of a bar; what is hidden is one part at its end."""
    bars, start = [], 0.0
    for name, count in zip(("shown", "not-yet", "not-enough"), counts, strict=True):
        if count:
            bars.append(Bar(name, start, 100 * count / total))
            start += 100 * count / total
    if None in counts and total:
        bars.append(Bar("hidden", start, 100 - start))
    return tuple(bars)


def _observed(summary: Summary, titles: Mapping[str, str]) -> list[tuple[str, str, int | None, int | None]]:
    found = []
    for name, title in titles.items():
        if summary.observed[name]:
            low, enough = suppressed((summary.low[name], summary.observed[name] - summary.low[name]))
            total = None if summary.observed[name] < LEAST_GROUP else summary.observed[name]
            found.append((name, title, total, None if enough is None else low))
    return found


def _months(summary: Summary) -> list[Month]:
    latest = sorted(summary.months)[-MOST_MONTHS:]
    counts = suppressed([summary.months[month] for month in latest])
    most = max((count or 0 for count in counts), default=0) or 1
    return [Month(name, count, 100 * (count or 0) / most) for name, count in zip(latest, counts, strict=True)]


def _assigned(summary: Summary) -> list[tuple[str, int | None, int | None]]:
    found = []
    for unit, count in sorted(summary.assigned.items()):
        done, still_open = suppressed((summary.assigned_done[unit], count - summary.assigned_done[unit]))
        found.append((unit, _few(count), None if still_open is None else done))
    return found


def _few(count: int) -> int | None:
    """Return a count of people; None where it is so small, without being nothing, that it is hidden."""
    return None if 0 < count < LEAST_GROUP else count
