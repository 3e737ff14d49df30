"""The fold: files of unknown origin become rows. It is pure, so any engine may run it, in any order.

`fold` of many files is the rows of each person, put together: a driver may hand over the files of one
person, or of many, one call or a thousand, and gets the same rows.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, TypeVar

from course.cohort.accepted import accepted
from course.cohort.given import assignment_rows, observation_rows
from course.cohort.marks import marks
from course.cohort.people import by_person
from course.cohort.responses import Head, responses
from course.cohort.rows import EstimateRow, RecordRow, RefusalRow, Rows
from course.learning.agreement import Interval, agreement
from course.learning.decision import open_harm
from course.learning.derived import derived_from
from course.learning.disagreements import Earned, checked, disagreements
from course.learning.evidence import evidence
from course.learning.profile import profile
from course.learning.ratings import ratings
from course.learning.units import Asked, asked_in
from course.records.course_data import CourseData
from course.records.course_keys import CourseKeys
from course.records.document import Derived
from course.records.inspect import ProfileComparison, compare_profiles
from course.records.log import Log, log_of
from course.records.merge import merge
from course.records.record import Record
from course.records.refusals import Refusal

_Row = TypeVar("_Row", bound=tuple[object, ...])


class File(NamedTuple):
    """A file as it was found: its bytes, or why it could not be read."""

    name: str
    content: bytes | Refusal


@dataclass(frozen=True)
class Comparison:
    """What every record is compared with. `now`, in milliseconds since 1970, only finds dates ahead of it."""

    course: CourseData
    keys: CourseKeys
    now: int

    @cached_property
    def asked(self) -> Asked:
        return asked_in(self.course)

    @cached_property
    def earned(self) -> Earned:
        return Earned(self.keys)


def fold(files: Iterable[File], against: Comparison) -> Rows:
    """Return the rows of files: each is read and verified, then joined with others of the same person.

    Two exports of one person count once. A file that is refused is named, and changes nothing else.
    The order of the files does not matter, and the content of one is let go before the next is taken.
    """
    found: dict[str, _Verified] = {}
    refused = []
    for file in files:
        outcome = _read(file, against)
        if isinstance(outcome, Refusal):
            refused.append(RefusalRow(file.name, outcome.code, outcome.message, outcome.help))
        else:
            found[file.name] = outcome
    people = by_person({name: found[name].computed.record.learner.pseudonyms for name in sorted(found)})
    parts = [_of_person({name: found[name] for name in people[person]}, against) for person in sorted(people)]
    return joined([*parts, Rows((), (), (), (), (), tuple(refused))])


def joined(parts: Sequence[Rows]) -> Rows:
    """Return the rows of several folds as one, by person; what is one person's stays in its order."""
    return Rows(
        records=_by_owner(part.records for part in parts),
        responses=_by_owner(part.responses for part in parts),
        estimates=_by_owner(part.estimates for part in parts),
        observations=_by_owner(part.observations for part in parts),
        assignments=_by_owner(part.assignments for part in parts),
        refusals=tuple(sorted(itertools.chain.from_iterable(part.refusals for part in parts))),
    )


def _by_owner(parts: Iterable[tuple[_Row, ...]]) -> tuple[_Row, ...]:
    """Sort by the pseudonym, which is first in every row."""
    return tuple(sorted(itertools.chain.from_iterable(parts), key=itemgetter(0)))


@dataclass(frozen=True)
class _Computed:
    """What follows from a record, as of its export."""

    record: Record
    log: Log
    derived: Derived
    counting: frozenset[str]
    safety_open: tuple[str, ...]
    retired: int
    voided: int


class _Verified(NamedTuple):
    """A file that counts, and how the profile in it compares with ours."""

    computed: _Computed
    profile: ProfileComparison


def _read(file: File, against: Comparison) -> _Verified | Refusal:
    computed: list[_Computed] = []

    def expected(record: Record) -> Derived:
        computed.append(_computed(record, against))
        return computed[0].derived

    outcome = accepted(file.content, against.course.id, expected)
    if isinstance(outcome, Refusal):
        return outcome
    found = computed[0] if computed else _computed(outcome.record, against)
    return _Verified(found, compare_profiles(outcome, against.course, found.derived))


def _of_person(files: dict[str, _Verified], against: Comparison) -> Rows:
    whole = next(iter(files.values())).computed
    if len(files) > 1:
        whole = _computed(_merged([one.computed.record for one in files.values()]), against)
    exported_at = whole.record.identity.exported_at
    found = marks(whole.log, exported_at, [one.profile for one in files.values()], against.now)
    head = min(whole.record.learner.pseudonyms), whole.record.identity.id, not found
    return Rows(
        records=(_record_row(head, found, tuple(sorted(files)), whole, against.course),),
        responses=responses(head, whole.log, against.course, whole.counting),
        estimates=tuple(_estimate_rows(head, whole.derived)),
        observations=tuple(observation_rows(head, whole.log)),
        assignments=tuple(assignment_rows(head, whole.log)),
        refusals=(),
    )


def _merged(records: Sequence[Record]) -> Record:
    found = merge(records)
    if isinstance(found, Refusal):
        raise AssertionError(found.message)  # they share pseudonyms and belong to one course
    return found


def _computed(record: Record, against: Comparison) -> _Computed:
    log = log_of(record)
    log = checked(log, disagreements(log, against.course, against.keys, against.earned))
    found = evidence(log, against.course)
    shown = profile(log, against.course, record.identity.exported_at, found)
    return _Computed(
        record,
        log,
        derived_from(shown, log, against.course, against.asked),
        frozenset([one.event for one in found.evidence]),
        tuple(sorted(open_harm(found.harm))),
        shown.retired,
        len(shown.voided),
    )


def _record_row(
    head: Head, marks: tuple[str, ...], files: tuple[str, ...], whole: _Computed, course: CourseData
) -> RecordRow:
    record, log, units = whole.record, whole.log, whole.derived.units
    moments = [event.at for event in log.events]
    pairs = ratings(log, course).pairs
    agreed = agreement(pairs)
    kappa, error = _milli(agreed.kappa), _milli(agreed.error)
    return RecordRow(
        *head,
        marks=marks,
        pseudonyms=tuple(sorted(set(record.learner.pseudonyms))),
        alias=record.learner.alias or None,
        files=files,
        created_at=record.identity.created_at,
        exported_at=record.identity.exported_at,
        course_version=record.course.version,
        is_current_course=record.course.content_hash == course.content_hash,
        events=len(record.events),
        devices=len(record.devices),
        first_event_at=min(moments, default=None),
        last_event_at=max(moments, default=None),
        units_begun=sum(unit.status == "in-progress" for unit in units),
        units_done=sum(unit.status == "done" for unit in units),
        minutes_credited=sum(unit.minutes_credited for unit in units),
        safety_open=whole.safety_open,
        voided=whole.voided,
        retired=whole.retired,
        ratings=len(pairs),
        kappa_milli=kappa[0],
        kappa_low_milli=kappa[1],
        kappa_high_milli=kappa[2],
        error_milli=error[0],
        error_low_milli=error[1],
        error_high_milli=error[2],
    )


def _milli(interval: Interval | None) -> tuple[int | None, int | None, int | None]:
    if interval is None:
        return None, None, None
    return round(interval.value * 1000), round(interval.low * 1000), round(interval.high * 1000)


def _estimate_rows(head: Head, derived: Derived) -> Iterator[EstimateRow]:
    for competency in derived.competencies:
        for strand, found in (("knowledge", competency.knowledge), ("judgement", competency.judgement)):
            if found.n or found.superseded or found.missed_harm_items:
                yield EstimateRow(
                    *head,
                    competency=competency.competency_id,
                    strand=strand,
                    state=found.state,
                    n=found.n,
                    units=found.units,
                    sum_milli=found.sum_milli,
                    effective_milli=found.effective_milli,
                    mean_milli=found.mean_milli,
                    low_milli=found.low_milli,
                    high_milli=found.high_milli,
                    probability_milli=found.probability_milli,
                    superseded=found.superseded,
                    last_evidence_at=found.last_evidence_at,
                    missed_harm_items=tuple(found.missed_harm_items),
                )
