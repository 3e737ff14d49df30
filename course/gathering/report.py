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


class People(NamedTuple):
    """How many people there are, from how many files, how many of them count, and how many are marked."""

    records: int | None
    files: int | None
    counted: int | None
    marked: int | None


def page(summary: Summary, titles: Mapping[str, str], course: str, units: Sequence[str]) -> bytes:
    """Return the page. Of assigned units it lists those in `units`; all others are texts of a record."""
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
        people=_people(summary),
        course=course,
        least=LEAST_GROUP,
        is_shown=summary.counted >= LEAST_GROUP,
        rows=[row for row in rows if not row.is_hidden],
        hidden=_hidden(rows),
        observed=_observed(summary, titles),
        months=_months(summary),
        assigned=_assigned(summary, units),
        marks=_marks(summary),
        refusals=[
            (code, count, summary.next_steps[code]) for code, count in sorted(summary.refusals.items())
        ],
        safety=suppressed((summary.safety_open, summary.counted - summary.safety_open))[0],
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


def _people(summary: Summary) -> People:
    """Hide the totals with what is small: the sums below give away how many people count."""
    counted, marked = summary.counted, summary.records - summary.counted
    shown = _few(counted), _few(marked)
    if None in shown:
        return People(None, None, *shown)
    return People(summary.records, summary.files, *shown)


def _marks(summary: Summary) -> list[tuple[str, str, int | None]]:
    marks = sorted(summary.marks)
    counts = suppressed([summary.marks[mark] for mark in marks])
    return [(mark, _MARKS[mark], count) for mark, count in zip(marks, counts, strict=True)]


def _observed(summary: Summary, titles: Mapping[str, str]) -> list[tuple[str, str, int | None, int | None]]:
    return [
        (name, title, *_of_all(summary, summary.observed[name], summary.low[name]))
        for name, title in titles.items()
        if summary.observed[name]
    ]


def _of_all(summary: Summary, some: int, part: int) -> tuple[int | None, int | None]:
    """Return how many there are and how many of these are a part; all others follow from who counts."""
    others = summary.counted - some
    shown = suppressed((part, some - part, others) if others else (part, some - part))
    return None if None in shown[2:] or some < LEAST_GROUP else some, shown[0]


def _months(summary: Summary) -> list[Month]:
    """Return the latest months; what is left of who counts was active earlier, or never."""
    latest = sorted(summary.months)[-MOST_MONTHS:]
    people = [summary.months[month] for month in latest]
    if earlier := summary.counted - sum(people):
        latest, people = ["earlier", *latest], [earlier, *people]
    counts = suppressed(people)
    most = max((count or 0 for count in counts), default=0) or 1
    return [Month(name, count, 100 * (count or 0) / most) for name, count in zip(latest, counts, strict=True)]


def _assigned(summary: Summary, units: Sequence[str]) -> list[tuple[str, int | None, int | None]]:
    return [
        (unit, *_of_all(summary, summary.assigned[unit], summary.assigned_done[unit]))
        for unit in units
        if summary.assigned[unit] >= LEAST_GROUP
    ]


def _few(count: int) -> int | None:
    """Return a count of people; None where it is so small, without being nothing, that it is hidden."""
    return None if 0 < count < LEAST_GROUP else count
