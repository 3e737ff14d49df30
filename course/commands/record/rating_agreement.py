"""Agreement in rating exercises, as `course record show` writes it: beside the strands, not in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from course.learning.agreement import LEAST_RATINGS, METHOD, Agreement, Interval, agreement
from course.learning.ratings import ratings
from course.records.course_data import CourseData
from course.records.log import Log

STRAND = "rating-agreement"  # in the column of the strands
COLUMNS = (
    *("kappaMilli", "kappaLowMilli", "kappaHighMilli"),
    *("errorMilli", "errorLowMilli", "errorHighMilli", "side"),
)


@dataclass(frozen=True)
class Rated:
    """The agreement that a file shows, and the competency it is shown with; empty if there is none."""

    competency: str
    found: Agreement
    superseded: int

    @property
    def is_empty(self) -> bool:
        return self.found.n == 0 and self.superseded == 0


def rated(log: Log, course: CourseData) -> Rated:
    """Return the agreement of all ratings in a record that count."""
    counted = ratings(log, course)
    return Rated(course.agreement_under, agreement(counted.pairs), counted.superseded)


def line(found: Rated) -> str:
    """Return the agreement as one line of text."""
    parts = [f"ratings {found.found.n}", *_words(found.found)]
    if found.superseded:
        parts.append(f"{found.superseded} superseded")
    return f"{found.competency or '-'}  rating exercises: {', '.join(parts)}"


def as_json(found: Rated) -> dict[str, Any]:
    """Return the agreement as JSON, in whole thousandths."""
    return {
        "competencyId": found.competency or None,
        "ratings": found.found.n,
        "superseded": found.superseded,
        "intervalMethod": METHOD,
        **dict(zip(COLUMNS, _values(found.found), strict=True)),
    }


def cells(found: Rated) -> list[object]:
    """Return the cells of the agreement's own columns."""
    return ["" if value is None else value for value in _values(found.found)]


def _values(found: Agreement) -> list[object]:
    side = found.side if found.error else None
    return [*_milli(found.kappa), *_milli(found.error), side]


def _milli(interval: Interval | None) -> list[int | None]:
    if interval is None:
        return [None, None, None]
    return [round(value * 1000) for value in (interval.value, interval.low, interval.high)]


def _words(found: Agreement) -> list[str]:
    if found.error is None:
        return [f"not enough for agreement (from {LEAST_RATINGS} on)"]
    kappa = f"kappa {_interval(found.kappa)}" if found.kappa else "kappa not defined"
    side = "neither lenient nor strict" if found.side == "neither" else found.side
    return [kappa, f"{side}, mean error {_interval(found.error)} bands", "80 % intervals"]


def _interval(found: Interval) -> str:
    return f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f})"
