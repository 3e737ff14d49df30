"""A competence record as a value: the facts of a file, without what can be computed from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from course.records.canonical import Json
from course.records.document import CourseNamed, Device, Identity, Learner
from course.records.events import Event, UnknownEvent
from course.records.unknown_keys import KeyPath

# what the keys of a newer minor version hold, by the path that leads to them
UnknownKeys = Mapping[KeyPath, Json]


class StoredEvent(NamedTuple):
    """One event: as JSON in the file, its hash, and as a value."""

    raw: Mapping[str, Json]
    hash: str
    event: Event | UnknownEvent

    @property
    def id(self) -> str:
        return self.event.id

    @property
    def order(self) -> tuple[str, str]:
        """Return what events are sorted by in a file."""
        return self.event.id, self.hash


@dataclass(frozen=True)
class Record:
    """Everything of a record that is merged. Events are sorted by id, and none is there twice."""

    schema_version: str
    identity: Identity
    learner: Learner
    course: CourseNamed
    devices: tuple[Device, ...]
    events: tuple[StoredEvent, ...]
    extensions: Mapping[str, Json]
    unknown: UnknownKeys


def version_number(version: str) -> tuple[int, ...]:
    """Return a version so that versions can be compared."""
    return tuple(int(part) for part in version.split("."))
