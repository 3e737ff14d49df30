"""What others gave a trainer: observations, and units of continuing education."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET, UnsetType

from course.cohort.responses import Head
from course.cohort.rows import AssignmentRow, ObservationRow
from course.learning.observations import observations
from course.records.document import UnitStatus
from course.records.events import ContinuingAssigned, ContinuingCompleted
from course.records.log import Log


def observation_rows(head: Head, log: Log) -> Iterator[ObservationRow]:
    """Yield what was observed, of every session the latest value of each observer."""
    for event in observations(log.valid_events()):
        body = event.body
        yield ObservationRow(
            *head,
            kind=body.kind,
            subject=body.subject,
            value_milli=body.value_milli,
            rater=body.rater,
            date=body.date,
            session=_or_empty(body.session),
            occasion=_or_empty(body.occasion),
        )


def assignment_rows(head: Head, log: Log, units: list[UnitStatus]) -> Iterator[AssignmentRow]:
    """Yield every unit that was assigned or completed, as it was last."""
    valid = tuple(log.valid_events())
    assigned = {e.body.unit_id: e for e in valid if isinstance(e, ContinuingAssigned)}
    completed = {e.body.unit_id: e for e in valid if isinstance(e, ContinuingCompleted)}
    done = {unit.unit_id for unit in units if unit.status == "done"} | completed.keys()
    for unit in sorted(assigned.keys() | completed.keys()):
        given, ended = assigned.get(unit), completed.get(unit)
        body = (given or completed[unit]).body
        yield AssignmentRow(
            *head,
            unit=unit,
            assigned_at=given.at if given else None,
            minutes=body.minutes,
            due_date=body.due_date,
            assigner=body.assigner,
            is_done=unit in done,
            completed_at=ended.at if ended else None,
            minutes_completed=ended.body.minutes if ended else None,
        )


def _or_empty(text: str | UnsetType) -> str:
    return "" if text is UNSET else str(text)
