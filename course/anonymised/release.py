"""What may be released of what many trainers answered, once it is known how many share each value.

Every text that is released comes from the course or from a closed list, never from a record.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar, assert_never

from course.anonymised.sharing import Trainer, holders, shown, spans
from course.cohort.rows import ObservationRow, ResponseRow, Rows
from course.cohort.suppression import LEAST_GROUP
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


class _Answer(NamedTuple):
    """All that says what was answered. It is shown or hidden as one: a part would give the rest away."""

    picked: str
    score_milli: int | None
    credits_milli: tuple[tuple[str, int], ...]
    value: int | None
    dont_know: bool
    revealed: bool


class _Response(NamedTuple):
    trainer: Trainer
    week: str
    kind: str
    of: str
    revision: str
    unit: str | None
    strand: str | None
    mode: str
    reference: int | None
    answer: _Answer
    is_evidence: bool
    certainty: int | None
    seconds: int | None

    @property
    def asked(self) -> Hashable:
        return self.of, self.revision


class _Observation(NamedTuple):
    trainer: Trainer
    week: str
    kind: str
    subject: str
    value_milli: int
    occasion: str

    @property
    def asked(self) -> Hashable:
        return self.kind, self.subject


_Seen = TypeVar("_Seen", _Response, _Observation)


@dataclass
class Release:
    """Takes the rows of everyone first, and then tells what of them may be seen."""

    course: CourseData
    keys: CourseKeys
    trainers: int = 0
    _responses: list[_Response] = field(default_factory=list)
    _observations: list[_Observation] = field(default_factory=list)

    def take(self, rows: Rows) -> None:
        """Take a person's rows, as far as the course knows what they are about."""
        self.trainers += 1
        self._responses += [self._response(row) for row in rows.responses if self._is_known(row)]
        observations = [row for row in rows.observations if self._is_observable(row)]
        self._observations += [self._observation(row) for row in observations]

    def tables(self) -> dict[Table, list[Line]]:
        """Return the lines of every table; trainers are numbered in the order in which they were taken."""
        digits = len(str(self.trainers))
        names = {number: f"t{number:0{digits}}" for number in range(1, self.trainers + 1)}
        return {
            "trainers": [(name,) for name in names.values()],
            "responses": [*_response_lines(_shared(self._responses), names)],
            "observations": [*_observation_lines(_shared(self._observations), names)],
            "items": [*self._items()],
        }

    def _items(self) -> Iterator[Line]:
        for name, key in sorted(self.keys.items.items()):
            item = self.course.items[name]
            ids = " ".join(key.ids)
            competencies = " ".join(item.competencies)
            yield name, item.unit, item.strand, item.level.value, competencies, ids, _key(key.key)

    def _is_known(self, row: ResponseRow) -> bool:
        """Say whether the course has it; the id of anything else is a text from a record.

        What was voided is left out, because nothing rests on it and hardly anyone has any.
        """
        return row.of in self._asked and not row.excluded

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

    def _response(self, row: ResponseRow) -> _Response:
        credits = tuple(zip(row.competencies, row.credits_milli, strict=True))
        picked = self._picked(row)
        return _Response(
            trainer=self.trainers,
            week=_week(row.at),
            kind=row.kind,
            of=row.of,
            revision="current" if row.status == "current" else "earlier",
            unit=row.unit,
            strand=row.strand,
            mode=row.mode if row.mode in _MODES else "",
            reference=row.reference,
            answer=_Answer(picked, row.score_milli, credits, row.value, row.dont_know, row.revealed),
            is_evidence=row.is_evidence,
            certainty=row.certainty,
            seconds=None if row.latency_ms is None else min(-(-row.latency_ms // _SECOND), _LONGEST),
        )

    def _picked(self, row: ResponseRow) -> str:
        """Return an answer if it can be given today: every id in it is the course's."""
        named = {name for one in row.picked for name in one.split("=")}
        if row.status != "current" or not named <= self._asked[row.of]:
            return ""
        return " ".join(row.picked)

    def _observation(self, row: ObservationRow) -> _Observation:
        week = _week_of_day(row.date)
        return _Observation(self.trainers, week, row.kind, row.subject, row.value_milli, row.occasion)


def _shared(lines: Sequence[_Seen]) -> list[_Seen]:
    """Leave out what few answered or were observed in."""
    held = holders((one.asked, one.trainer) for one in lines)
    return [one for one in lines if len(held[one.asked]) >= LEAST_GROUP]


def _shown_of(
    found: Iterable[tuple[Hashable, Hashable, Trainer]],
) -> frozenset[tuple[Hashable, Hashable]]:
    """Return what may be seen of each thing, as pairs of the thing and the value."""
    of: dict[Hashable, list[tuple[Hashable, Trainer]]] = {}
    for thing, value, trainer in found:
        of.setdefault(thing, []).append((value, trainer))
    return frozenset((thing, value) for thing, pairs in of.items() for value in shown(holders(pairs)))


def _response_lines(responses: Sequence[_Response], names: Mapping[Trainer, str]) -> Iterator[Line]:
    weeks = spans(holders((one.week, one.trainer) for one in responses))
    modes = shown(holders((one.mode, one.trainer) for one in responses if one.mode))
    answers = _shown_of((one.asked, one.answer, one.trainer) for one in responses)
    certainties = _shown_of(
        (one.asked, one.certainty, one.trainer)
        for one in responses
        if one.certainty is not None and (one.asked, one.answer) in answers
    )
    before, order = 0, 0
    for one in responses:
        order = order + 1 if one.trainer == before else 1
        before = one.trainer
        certainty = one.certainty if (one.asked, one.certainty) in certainties else None
        yield (
            names[one.trainer],
            order,
            weeks[one.week],
            one.kind,
            one.of,
            one.revision,
            one.unit,
            one.strand,
            one.mode if one.mode in modes else "",
            one.reference,
            *(_answer(one, certainty) if (one.asked, one.answer) in answers else _HIDDEN),
        )


def _answer(one: _Response, certainty: int | None) -> Line:
    answer = one.answer
    credits = " ".join(f"{name}:{milli}" for name, milli in answer.credits_milli)
    given = answer.picked, answer.score_milli, credits, answer.value
    return (*given, int(answer.dont_know), int(answer.revealed), int(one.is_evidence), certainty, one.seconds)


_HIDDEN: Line = (None,) * 9  # as many as `_answer` returns


def _observation_lines(seen: Sequence[_Observation], names: Mapping[Trainer, str]) -> Iterator[Line]:
    weeks = spans(holders((one.week, one.trainer) for one in seen))
    values = _shown_of((one.asked, one.value_milli, one.trainer) for one in seen)
    occasions = shown(holders((one.occasion, one.trainer) for one in seen if one.occasion))
    for one in seen:
        value = one.value_milli if (one.asked, one.value_milli) in values else None
        occasion = one.occasion if one.occasion in occasions else ""
        yield names[one.trainer], weeks[one.week], one.kind, one.subject, value, occasion


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


def _week(moment: int) -> str:
    """Return the ISO week of a moment, in UTC."""
    return _week_of(datetime.datetime.fromtimestamp(moment // _SECOND, datetime.UTC).date())


def _week_of_day(day: str | None) -> str:
    return "" if day is None else _week_of(datetime.date.fromisoformat(day))


def _week_of(day: datetime.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
