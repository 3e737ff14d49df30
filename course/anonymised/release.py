"""What of a person's rows may be released, once it is known how many others share each value.

Every text that is released comes from the course or from a closed list, never from a record.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import assert_never

from course.cohort.rows import EstimateRow, ObservationRow, ResponseRow, Rows
from course.cohort.suppression import LEAST_GROUP, suppressed
from course.records.course_data import CourseData
from course.records.course_keys import (
    BestWorstKey,
    ChooseKey,
    CourseKeys,
    ItemKey,
    Key,
    MatchKey,
    OrderKey,
)

Cell = str | int | None
Table = str
Line = tuple[Cell, ...]

_SECOND = 1000
_LONGEST = 600
_MODES = frozenset(("practice", "check", "placement", "review"))


@dataclass
class Shared:
    """How many trainers share each value: a week of a table, an item, an answer to an item, and so on."""

    trainers: int = 0
    _people: dict[str, Counter[Hashable]] = field(default_factory=dict)
    _hidden: dict[str, frozenset[Hashable]] = field(default_factory=dict)

    def count(self, kind: str, values: Iterable[Hashable]) -> None:
        """Count one trainer for each value, however often it comes up."""
        self._people.setdefault(kind, Counter()).update(set(values))

    def is_hidden(self, kind: str, value: Hashable) -> bool:
        """Say whether so few share a value, or what else is hidden would give it away."""
        return value in self._hidden_of(kind)

    def is_rare(self, kind: str, value: Hashable) -> bool:
        """Say whether fewer share a value than may be seen."""
        return self._people.get(kind, Counter())[value] < LEAST_GROUP

    def _hidden_of(self, kind: str) -> frozenset[Hashable]:
        if kind not in self._hidden:
            counts = self._people.get(kind, Counter())
            values = sorted(counts, key=repr)
            shown = suppressed([counts[value] for value in values])
            self._hidden[kind] = frozenset(
                value for value, count in zip(values, shown, strict=True) if count is None
            )
        return self._hidden[kind]


@dataclass(frozen=True)
class Release:
    """Counts everyone first, and then writes their lines."""

    course: CourseData
    keys: CourseKeys
    shared: Shared = field(default_factory=Shared)

    def count(self, rows: Rows) -> None:
        """Count a person's values."""
        (record,) = rows.records
        self.shared.trainers += 1
        self.shared.count("first", [_week(record.first_event_at)])
        self.shared.count("last", [_week(record.last_event_at)])
        responses = [row for row in rows.responses if self._is_known(row)]
        self.shared.count("week", (_week(row.at) for row in responses))
        self.shared.count("of", (row.of for row in responses))
        for row in responses:
            self.shared.count(f"picked {row.of}", [self._picked(row)])
        self.shared.count("estimate", ((row.competency, row.strand) for row in rows.estimates))
        observed = [row for row in rows.observations if self._is_observable(row)]
        self.shared.count("observed", ((row.kind, row.subject) for row in observed))
        self.shared.count("observed week", (_week_of_day(row.date) for row in observed))

    def lines(self, rows: Rows, trainer: str) -> Iterator[tuple[Table, Line]]:
        """Yield a person's lines, each with its table."""
        (record,) = rows.records
        first, last = _week(record.first_event_at), _week(record.last_event_at)
        yield "trainers", (trainer, self._shown("first", first), self._shown("last", last))
        released = (
            row for row in rows.responses if self._is_known(row) and not self.shared.is_rare("of", row.of)
        )
        for order, row in enumerate(released, 1):
            yield "responses", (trainer, order, *self._response(row))
        for estimate in rows.estimates:
            if not self.shared.is_rare("estimate", (estimate.competency, estimate.strand)):
                yield "estimates", (trainer, *_estimate(estimate))
        for seen in rows.observations:
            if self._is_observable(seen) and not self.shared.is_rare("observed", (seen.kind, seen.subject)):
                week = self._shown("observed week", _week_of_day(seen.date))
                yield (
                    "observations",
                    (trainer, week, seen.kind, seen.subject, seen.value_milli, seen.occasion),
                )

    def items(self) -> Iterator[Line]:
        """Yield a line for each item of the course."""
        for name, item in sorted(self.course.items.items()):
            key = self.keys.items[name]
            ids = " ".join(key.ids)
            competencies = " ".join(item.competencies)
            yield name, item.unit, item.strand, item.level.value, competencies, ids, _key(key.key)

    def _is_known(self, row: ResponseRow) -> bool:
        """Say whether the course has it; the id of anything else is a text from a record."""
        return row.of in self._asked

    def _is_observable(self, row: ObservationRow) -> bool:
        return row.subject in self._observable[row.kind]

    @cached_property
    def _asked(self) -> Mapping[str, frozenset[str]]:
        """Return by item, turn or element the ids that an answer may name."""
        found = {name: frozenset(_ids(key)) for name, key in self.keys.items.items()}
        for name, dialogue in self.keys.dialogues.items():
            found |= {f"{name}/{turn}": frozenset(replies) for turn, replies in dialogue.turns.items()}
        for name, rating in self.course.ratings.items():
            found |= {f"{name}/{element}": frozenset[str]() for element in rating.elements}
        return found

    @cached_property
    def _observable(self) -> Mapping[str, frozenset[str]]:
        named = self.course.competencies
        return {
            "competency": frozenset(one.id for one in named),
            "element": frozenset(element for one in named for element in one.observed_by),
        }

    def _response(self, row: ResponseRow) -> Line:
        picked = self._picked(row)
        is_current = row.status == "current"
        credits = zip(row.competencies, row.credits_milli, strict=True)
        return (
            self._shown("week", _week(row.at)),
            row.kind,
            row.of,
            "current" if is_current else "earlier",
            row.unit,
            row.strand,
            row.mode if row.mode in _MODES else "",
            int(row.is_evidence),
            row.excluded,
            "" if self.shared.is_hidden(f"picked {row.of}", picked) else picked,
            row.score_milli,
            " ".join(f"{name}:{milli}" for name, milli in credits),
            row.value,
            row.reference,
            row.certainty,
            int(row.dont_know),
            int(row.revealed),
            None if row.latency_ms is None else min(-(-row.latency_ms // _SECOND), _LONGEST),
        )

    def _picked(self, row: ResponseRow) -> str:
        """Return an answer if it can be given today: every id in it is the course's."""
        named = {name for one in row.picked for name in one.split("=")}
        if row.status != "current" or not named <= self._asked[row.of]:
            return ""
        return " ".join(row.picked)

    def _shown(self, kind: str, week: str) -> str:
        return "" if self.shared.is_hidden(kind, week) else week


def _estimate(row: EstimateRow) -> Line:
    numbers = (row.n, row.sum_milli, row.mean_milli, row.low_milli, row.high_milli)
    return row.competency, row.strand, row.state, *numbers


def _ids(item: ItemKey) -> Iterator[str]:
    yield from item.ids
    if isinstance(item.key, MatchKey):
        yield from item.key.pairs
    if isinstance(item.key, BestWorstKey):
        yield from ("best", "worst")


def _key(key: Key) -> str:
    match key:
        case ChooseKey(keys=keys):
            return " ".join(keys)
        case OrderKey(steps=steps):
            return " ".join(steps)
        case MatchKey(pairs=pairs):
            return " ".join(f"{card}={pairs[card]}" for card in sorted(pairs))
        case BestWorstKey():
            return ""
    assert_never(key)


def _week(moment: int | None) -> str:
    """Return the ISO week of a moment, in UTC."""
    if moment is None:
        return ""
    return _week_of(datetime.datetime.fromtimestamp(moment // _SECOND, datetime.UTC).date())


def _week_of_day(day: str | None) -> str:
    return "" if day is None else _week_of(datetime.date.fromisoformat(day))


def _week_of(day: datetime.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
