"""The desk as a file: trainers and groups, their fidelity ratings, assignments and observations.

Values are in thousandths, as everywhere. No field ever holds anything about a client.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from course.records.document import Integrity
from course.records.scalars import Day, Label, Minutes, Moment, Name, Token, Version

FORMAT = "imr-supervisor-desk"
VERSION = "1.0.0"

# on the scales of the instruments, 1 to 5
Value = Annotated[int, Meta(ge=1000, le=5000)]
# a sentence or a few, in the supervisor's own words
Sentences = Annotated[str, Meta(max_length=500)]
Occasion = Literal["session", "recording", "role-play"]


class Part(Struct, frozen=True, kw_only=True, rename="camel"):
    """What all parts of a desk share: camelCase in JSON."""


class Entry(Part, frozen=True):
    """One thing on the desk. Of two with the same id, the one that was changed later counts."""

    id: Token
    changed_at: Moment


class Trainer(Entry, frozen=True):
    """Someone, or a group that is rated as one. `pseudonyms`: of the records that are theirs."""

    kind: Literal["trainer", "group"]
    name: Label
    pseudonyms: list[Token]


class FidelityRating(Entry, frozen=True):
    """Scores of one day on the items of instruments, by their ids; what was not rated is not there.

    What an item hides is rated besides, by the id of its competency: the item *Goals* hides goal follow-up.
    `source`: what was rated, such as a recording, in the supervisor's words.
    """

    trainer: Token
    date: Day
    values: dict[Name, Value]
    source: Label | None


class AssignedUnit(Part, frozen=True):
    """A unit with until when it is to be worked through, and why."""

    unit_id: Name
    minutes: Minutes
    due_date: Day | None
    reason: Sentences


class Assignment(Entry, frozen=True):
    """Units that a supervisor has asked a trainer to work through."""

    trainer: Token
    assigner: Label
    date: Day
    units: Annotated[list[AssignedUnit], Meta(min_length=1)]


class Observation(Entry, frozen=True):
    """What one observer saw: values by competency, as far as they were seen.

    `session` is the same for every observer of the same session.
    """

    trainer: Token
    session: Token
    occasion: Occasion
    rater: Label
    date: Day
    values: dict[Name, Value]
    notes: dict[Name, Sentences]
    is_draft: bool


class Supervisor(Part, frozen=True):
    """Who sits at the desk. `alias` is shown to trainers as the one who assigned or observed."""

    alias: Label | UnsetType = UNSET


class CourseOfDesk(Part, frozen=True):
    """The course whose desk it is."""

    id: Name


class Desk(Part, frozen=True):
    """Everything that a desk keeps, as its file."""

    format: Literal["imr-supervisor-desk"]
    schema_version: Version
    exported_at: Moment
    course: CourseOfDesk
    supervisor: Supervisor
    trainers: list[Trainer]
    ratings: list[FidelityRating]
    assignments: list[Assignment]
    observations: list[Observation]
    integrity: Integrity
