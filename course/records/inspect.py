"""What a supervisor should know about a file before relying on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from course.records.course_data import CourseData
from course.records.document import Derived
from course.records.events import ItemResponse
from course.records.log import Log
from course.records.reading import Reading

ProfileComparison = Literal["agrees", "differs", "other-course-version", "other-method", "missing"]
ItemStatus = Literal["current", "superseded", "retired"]


@dataclass(frozen=True)
class OldResponse:
    """A response to an item whose meaning has changed since, or that is no longer asked."""

    event: str
    item: str
    status: ItemStatus


@dataclass(frozen=True)
class Inspection:
    """`is_unchanged`: the digest fits. `derived`: whether the profile in the file is the one we compute."""

    is_unchanged: bool
    log: Log
    old_responses: tuple[OldResponse, ...]
    derived: ProfileComparison

    @property
    def first_break(self) -> str | None:
        return self.log.breaks[0] if self.log.breaks else None

    @property
    def is_complete(self) -> bool:
        return not self.log.gaps

    @property
    def is_sound(self) -> bool:
        """Say whether the file is as it was exported, and nothing in it needs to be asked about."""
        odd = self.log.gaps or self.log.forks or self.log.conflicts or self.log.breaks
        return self.is_unchanged and not odd and self.derived not in ("differs", "missing")


def inspect(reading: Reading, log: Log, course: CourseData, computed: Derived) -> Inspection:
    """Compare a file and its log with the course, and with what we `computed` from its events."""
    agreement = _agreement(reading, course, computed)
    return Inspection(reading.is_unchanged, log, tuple(_old_responses(log, course)), agreement)


def status_of(response: ItemResponse, course: CourseData) -> ItemStatus:
    """Say whether the item of a response still asks what was answered."""
    item = course.items.get(response.body.item_id)
    if item is None:
        return "retired"
    return "current" if item.hash == response.body.item_hash else "superseded"


def _old_responses(log: Log, course: CourseData) -> Iterator[OldResponse]:
    for event in log.valid_events():
        if isinstance(event, ItemResponse) and (status := status_of(event, course)) != "current":
            yield OldResponse(event.id, event.body.item_id, status)


def _agreement(reading: Reading, course: CourseData, computed: Derived) -> ProfileComparison:
    if reading.derived is None:
        return "missing"
    if reading.record.course.content_hash != course.content_hash:
        return "other-course-version"
    if reading.derived.computed_by != computed.computed_by:
        return "other-method"
    return "agrees" if reading.derived == computed else "differs"
