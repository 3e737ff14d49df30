"""How far each unit is, and the minutes that it gives credit for.

A unit's parts are its items, each answered in a lesson as it is asked today; its dialogues, each finished
once; and its rating exercises, each rated in every element, as it is today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

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


class Asked(NamedTuple):
    """How many parts each unit has, and how many of them do not wait for those with more time."""

    parts: Counter[str]
    needed: Counter[str]


def asked_in(course: CourseData) -> Asked:
    """Return how many parts each unit has, once for many records."""
    kinds = (course.items, course.dialogues, course.ratings)
    parts = ((name, part.unit) for kind in kinds for name, part in kind.items())
    return _counted(parts, set(course.waits))


def units(log: Log, course: CourseData, asked: Asked | None = None) -> list[UnitStatus]:
    """Return every unit's status, in the order of the course; `asked`: its parts, if counted already.

    A unit is done without what is for those with more time; that gives its minutes once it is done too.
    """
    asked = asked_in(course) if asked is None else asked
    done = _counted(_done(log, course), set(course.waits))
    begun = {*done.parts, *_begun(log, course)}
    assigned = {event.body.unit_id: event for event in log.valid(ContinuingAssigned)}
    completed = {event.body.unit_id: event for event in log.valid(ContinuingCompleted)}

    def status_of(unit: UnitData) -> UnitStatus:
        has_all = 0 < asked.parts[unit.id] == done.parts[unit.id]
        is_done = has_all or 0 < asked.needed[unit.id] == done.needed[unit.id]
        status: Status = "in-progress" if unit.id in begun else "not-started"
        minutes = (unit.minutes if is_done else 0) + (unit.more if has_all else 0)
        due = assigned[unit.id].body.due_date if unit.id in assigned else None
        return UnitStatus(
            unit_id=unit.id,
            status="done" if is_done or unit.id in completed else status,
            minutes_credited=completed[unit.id].body.minutes if unit.id in completed else minutes,
            due_date=due,
        )

    return [status_of(unit) for unit in course.units]


def _counted(parts: Iterable[tuple[str, str]], waits: Set[str]) -> Asked:
    """Count parts, each by its id and unit."""
    found = list(parts)
    needed = (unit for name, unit in found if name not in waits)
    return Asked(Counter(unit for _, unit in found), Counter(needed))


def _done(log: Log, course: CourseData) -> Iterator[tuple[str, str]]:
    """Yield the id and the unit of everything that is done, once for each part."""
    yield from ((item, course.items[item].unit) for item in _answered(log, course))
    finished = {event.body.dialogue_id for event in log.valid(DialogueFinished)}
    yield from ((name, course.dialogues[name].unit) for name in finished & course.dialogues.keys())
    rated = _rated(log, course)
    for name, rating in course.ratings.items():
        if rating.elements.keys() <= rated.get(name, set()):
            yield name, rating.unit


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
