"""The competence record as a file: learner, course, devices, events, and what was computed from them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from course.records.scalars import (
    Code,
    Count,
    Day,
    Hash,
    Label,
    Milli,
    Minutes,
    Moment,
    Name,
    Namespace,
    Ordinal,
    Token,
    Uuid7,
    Version,
)

FORMAT = "imr-competence-record"
VERSION = "1.0.0"

JsonObject = dict[str, Any]  # stored unchanged, whatever it holds


class Part(Struct, frozen=True, kw_only=True, rename="camel"):
    """What all parts of the file share: camelCase in JSON."""


class Generator(Part, frozen=True):
    """The program that wrote a record."""

    name: Label
    version: Label


class Identity(Part, frozen=True):
    """Which record this is, when it was begun and exported, and by what."""

    id: Uuid7
    created_at: Moment
    exported_at: Moment
    generator: Generator


class Learner(Part, frozen=True):
    """`pseudonyms` in order, the smallest leads; `alias` only if the trainer typed one."""

    pseudonyms: Annotated[list[Token], Meta(min_length=1)]
    alias: Label | UnsetType = UNSET


class CourseNamed(Part, frozen=True):
    """The course of a record; `content_hash`: equal hashes, equal estimates."""

    id: Name
    version: Version
    content_hash: Hash


class Device(Part, frozen=True):
    """The stretch of a device's events that this file should hold."""

    device_id: Token
    first_seq: Ordinal
    last_seq: Ordinal


class ComputedBy(Part, frozen=True):
    """How what is derived was computed; `parameters_hash` is over the numbers that were used."""

    method: Code
    version: Version
    parameters_hash: Hash


State = Literal["shown", "not-yet", "not-enough-evidence"]
Status = Literal["not-started", "in-progress", "done"]


class StrandEstimate(Part, frozen=True):
    """The estimate of one competency in one strand, in thousandths.

    `n` responses from `units` units earned `sumMilli`; of `n`, `effectiveMilli` still counts at its age.
    """

    state: State
    n: Count
    units: Count
    sum_milli: Count
    effective_milli: Count
    mean_milli: Milli
    low_milli: Milli
    high_milli: Milli
    probability_milli: Milli
    superseded: Count
    last_evidence_at: Moment | None
    missed_harm_items: list[Name]


class CompetencyEstimate(Part, frozen=True):
    """The estimates of one competency, one for each strand."""

    competency_id: Name
    knowledge: StrandEstimate
    judgement: StrandEstimate


class UnitStatus(Part, frozen=True):
    """How far a unit is; `minutes_credited` counts only what is done."""

    unit_id: Name
    status: Status
    minutes_credited: Minutes
    due_date: Day | None


class Derived(Part, frozen=True):
    """What the file's own browser computed when exporting; computed anew by whoever reads it."""

    computed_by: ComputedBy
    competencies: list[CompetencyEstimate]
    units: list[UnitStatus]


class Integrity(Part, frozen=True):
    """The digest of a record, over everything else in it (RFC 8785, SHA-256)."""

    canonicalization: Literal["RFC8785"]
    digest: Hash


class Document(Part, frozen=True):
    """A whole record. Events stay as they are here, because kinds unknown to us are kept too."""

    format: Literal["imr-competence-record"]
    schema_version: Version
    record: Identity
    learner: Learner
    course: CourseNamed
    devices: list[Device]
    events: list[JsonObject]
    derived: Derived
    integrity: Integrity
    extensions: dict[Namespace, Any]
