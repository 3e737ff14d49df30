"""What others gave a trainer: observations, and units of continuing education."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET, UnsetType

from course.cohort.responses import Head
from course.cohort.rows import AssignmentRow, ObservationRow
from course.learning.assigned import assigned_units
from course.learning.observations import observations
from course.records.events import SupervisorObservation
from course.records.log import Log


def observation_rows(head: Head, log: Log) -> Iterator[ObservationRow]:
    """Yield what was observed, of every session the latest value of each observer."""
    for event in observations(log.valid(SupervisorObservation)):
        body = event.body
        yield ObservationRow(
            *head,
            kind=body.kind,
            subject=body.subject,
            value_milli=body.value_milli,
            rater=body.rater,
            date=_day(body.date),
            session=_or_empty(body.session),
            occasion=_or_empty(body.occasion),
        )


def assignment_rows(head: Head, log: Log) -> Iterator[AssignmentRow]:
    """Yield every unit that was assigned or completed, as it was last, by its id."""
    for unit, (given, ended) in sorted(assigned_units(log).items(), key=lambda one: one[0]):
        first = given or ended
        assert first is not None  # one of both brought it here
        yield AssignmentRow(
            *head,
            unit=unit,
            assigned_at=given.at if given else None,
            minutes=first.body.minutes,
            due_date=_day(first.body.due_date),
            assigner=first.body.assigner,
            is_done=ended is not None,
            completed_at=ended.at if ended else None,
            minutes_completed=ended.body.minutes if ended else None,
        )


def _day(text: str | None) -> str | None:
    """Return a day; None for one of the year 0, which a record may name and dates of Python cannot."""
    return None if text is None or text.startswith("0000") else text


def _or_empty(text: str | UnsetType) -> str:
    return "" if text is UNSET else str(text)
