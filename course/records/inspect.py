"""What a supervisor should know about a file before relying on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from course.records.course_data import CourseData
from course.records.document import Derived
from course.records.events import DialogueChoice, Event, ItemResponse, RatingGiven
from course.records.log import Log
from course.records.reading import Reading

ProfileComparison = Literal["agrees", "differs", "other-course-version", "other-method", "missing"]
ItemStatus = Literal["current", "superseded", "retired"]


@dataclass(frozen=True)
class OldResponse:
    """A response to something whose meaning has changed since, or that is no longer asked.

    It cannot be checked, and is not counted.
    """

    event: str
    of: str
    status: ItemStatus


@dataclass(frozen=True)
class Inspection:
    """`is_unchanged`: the digest fits. `derived`: whether the profile in the file is the one we compute."""

    is_unchanged: bool
    log: Log
    old_responses: tuple[OldResponse, ...]
    derived: ProfileComparison

    @property
    def is_complete(self) -> bool:
        return not self.log.gaps

    @property
    def is_sound(self) -> bool:
        """Say whether the digest fits, and nothing in the file needs to be asked about."""
        log = self.log
        odd = log.gaps or log.forks or log.conflicts or log.breaks or log.disagreeing
        return self.is_unchanged and not odd and self.derived not in ("differs", "missing")


def inspect(reading: Reading, log: Log, course: CourseData, computed: Derived) -> Inspection:
    """Compare a file and its log with the course, and with what we `computed` from its events."""
    agreement = compare_profiles(reading, course, computed)
    return Inspection(reading.is_unchanged, log, tuple(_old_responses(log, course)), agreement)


def status_of(response: ItemResponse, course: CourseData) -> ItemStatus:
    """Say whether the item of a response still asks what was answered."""
    item = course.items.get(response.body.item_id)
    return _compared(item.hash if item else None, response.body.item_hash)


def answered(event: Event, course: CourseData) -> tuple[str, ItemStatus]:
    """Return what an event answers, empty if nothing, and whether that is still asked in this way."""
    match event:
        case ItemResponse(body=body):
            return body.item_id, status_of(event, course)
        case DialogueChoice(body=body):
            dialogue = course.dialogues.get(body.dialogue_id)
            node = dialogue.nodes.get(body.node) if dialogue else None
            return f"{body.dialogue_id}/{body.node}", _compared(node.hash if node else None, body.node_hash)
        case RatingGiven(body=body):
            rating = course.ratings.get(body.exercise_id)
            return body.exercise_id, _compared(rating.hash if rating else None, body.exercise_hash)
        case _:
            return "", "current"


def compare_profiles(reading: Reading, course: CourseData, computed: Derived) -> ProfileComparison:
    """Say whether the profile that a file holds is the one that we `computed` from its events."""
    if reading.derived is None:
        return "missing"
    if reading.record.course.content_hash != course.content_hash:
        return "other-course-version"
    if reading.derived.computed_by != computed.computed_by:
        return "other-method"
    return "agrees" if reading.derived == computed else "differs"


def _old_responses(log: Log, course: CourseData) -> Iterator[OldResponse]:
    for event in log.valid_events():
        of, status = answered(event, course)
        if status != "current":
            yield OldResponse(event.id, of, status)


def _compared(now: str | None, then: str) -> ItemStatus:
    if now is None:
        return "retired"
    return "current" if now == then else "superseded"
