"""How far each unit is, and the minutes that it gives credit for.

A unit's parts are its items, each answered in a lesson as it is asked today; its dialogues, each finished
once; and its rating exercises, each rated in every element, as it is today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from course.records.course_data import CourseData, RatingData, UnitData
from course.records.document import Status, UnitStatus
from course.records.events import (
    AttemptStarted,
    ContinuingAssigned,
    ContinuingCompleted,
    DialogueChoice,
    DialogueFinished,
    ItemResponse,
    RatingGiven,
)
from course.records.inspect import status_of
from course.records.log import Log

# answering the questions of a unit in a review or a placement check is not working through it
OUTSIDE_LESSONS = ("review", "placement")


def asked_in(course: CourseData) -> Counter[str]:
    """Return how many parts each unit has, once for many records."""
    return Counter(
        part.unit for parts in (course.items, course.dialogues, course.ratings) for part in parts.values()
    )


def units(log: Log, course: CourseData, asked: Counter[str] | None = None) -> list[UnitStatus]:
    """Return every unit's status, in the order of the course; `asked`: its parts, if counted already."""
    asked = asked_in(course) if asked is None else asked
    done = Counter(_done(log, course))
    begun = {*done, *_begun(log, course)}
    assigned = {event.body.unit_id: event for event in log.valid(ContinuingAssigned)}
    completed = {event.body.unit_id: event for event in log.valid(ContinuingCompleted)}

    def status_of(unit: UnitData) -> UnitStatus:
        has_all = 0 < asked[unit.id] == done[unit.id]
        status: Status = "in-progress" if unit.id in begun else "not-started"
        minutes = unit.minutes if has_all else 0
        due = assigned[unit.id].body.due_date if unit.id in assigned else None
        return UnitStatus(
            unit_id=unit.id,
            status="done" if has_all or unit.id in completed else status,
            minutes_credited=completed[unit.id].body.minutes if unit.id in completed else minutes,
            due_date=due,
        )

    return [status_of(unit) for unit in course.units]


def _done(log: Log, course: CourseData) -> Iterator[str]:
    """Yield the unit of everything that is done, once for each part."""
    yield from (course.items[item].unit for item in _answered(log, course))
    finished = {event.body.dialogue_id for event in log.valid(DialogueFinished)}
    yield from (course.dialogues[name].unit for name in finished & course.dialogues.keys())
    rated = _rated(log, course)
    for name, rating in course.ratings.items():
        if rating.elements.keys() <= rated.get(name, set()):
            yield rating.unit


def _begun(log: Log, course: CourseData) -> Iterator[str]:
    """Yield the unit of every dialogue and rating exercise that is begun."""
    chosen = {event.body.dialogue_id for event in log.valid(DialogueChoice)}
    yield from (course.dialogues[name].unit for name in chosen & course.dialogues.keys())
    yield from (course.ratings[name].unit for name in _rated(log, course))


def _answered(log: Log, course: CourseData) -> set[str]:
    begun = [event.body for event in log.valid(AttemptStarted)]
    elsewhere = {attempt.attempt_id for attempt in begun if attempt.mode in OUTSIDE_LESSONS}
    return {
        event.body.item_id
        for event in log.valid(ItemResponse)
        if event.body.attempt_id not in elsewhere and status_of(event, course) == "current"
    }


def _rated(log: Log, course: CourseData) -> dict[str, set[str]]:
    """Return for each rating exercise the elements that were rated as they are today."""
    found: dict[str, set[str]] = {}
    for event in log.valid(RatingGiven):
        if _is_current(event, course.ratings):
            found.setdefault(event.body.exercise_id, set()).add(event.body.element)
    return found


def _is_current(event: RatingGiven, ratings: dict[str, RatingData]) -> bool:
    rating = ratings.get(event.body.exercise_id)
    return rating is not None and rating.hash == event.body.exercise_hash
