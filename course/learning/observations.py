"""What supervisors have observed: one that was added twice, or on two devices, counts once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from course.records.course_data import CompetencyData
from course.records.events import SupervisorObservation


def observations(valid: Iterable[SupervisorObservation]) -> tuple[SupervisorObservation, ...]:
    """Return the observations among those that count; of a session, the latest value of each observer."""
    seen: dict[tuple[object, ...], SupervisorObservation] = {}
    for event in valid:
        name = _name(event)
        seen.pop(name, None)
        seen[name] = event
    return tuple(seen.values())


def observed(
    seen: Sequence[SupervisorObservation], competency: CompetencyData
) -> tuple[SupervisorObservation, ...]:
    """Return the observations of one competency: of itself, or of an element that observes it."""
    if not seen:
        return ()
    subjects = {("competency", competency.id), *(("element", name) for name in competency.observed_by)}
    return tuple(event for event in seen if (event.body.kind, event.body.subject) in subjects)


def _name(event: SupervisorObservation) -> tuple[object, ...]:
    """Return what makes two observations the same one; without a session, everything that they say."""
    body = event.body
    who = (body.kind, body.subject, body.rater)
    return (*who, body.session) if body.session else (*who, "", body.value_milli, body.date)
