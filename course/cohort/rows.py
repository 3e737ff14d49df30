"""The rows of a cohort's tables. `docs/cohort.md` says of every column what it holds.

Moments are milliseconds since 1970 in UTC, days are texts such as 2026-05-04, and what ends in `_milli`
is in thousandths. `pseudonym` (the smallest of a person's) and `record` name the record in every table.
`is_counted`: nothing in the record needs to be asked about first; only such rows belong into sums.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Mark = Literal["gaps", "conflicts", "forks", "breaks", "disagreeing", "derived", "ahead"]
Kind = Literal["item", "dialogue", "rating"]
Excluded = Literal["", "conflict", "voided", "disagreeing"]


class RecordRow(NamedTuple):
    """One person's record, joined from all of their files, as of the latest export.

    `files`: those it was joined from. `marks`: why it is not counted. `safety_open`: the items where a
    mistake could do harm that were missed and not answered rightly since.
    `ratings` and what follows: the agreement in rating exercises, which needs 30 ratings.
    """

    pseudonym: str
    record: str
    is_counted: bool
    marks: tuple[str, ...]
    pseudonyms: tuple[str, ...]
    alias: str | None
    files: tuple[str, ...]
    created_at: int
    exported_at: int
    course_version: str
    is_current_course: bool
    events: int
    devices: int
    first_event_at: int | None
    last_event_at: int | None
    units_begun: int
    units_done: int
    minutes_credited: int
    safety_open: tuple[str, ...]
    voided: int
    retired: int
    ratings: int
    kappa_milli: int | None
    kappa_low_milli: int | None
    kappa_high_milli: int | None
    error_milli: int | None
    error_low_milli: int | None
    error_high_milli: int | None


class ResponseRow(NamedTuple):
    """One answer to an item, one reply in a dialogue or one rating of an element, in the order of events.

    `of`: the item, `dialogue/turn` or `exercise/element`; `revision`: the hash of what was asked then, and
    `status` says whether the course still asks it so (current, superseded, retired).
    `excluded`: why the response does not count at all. `is_evidence`: it is a cold response that counts
    in the estimates; all others are practice. `is_cold`: of an item, in any revision.
    `picked`: the ids answered, in order; for matching `card=target`, for best and worst `best=reply`.
    `score_milli`: of an item. `competencies` and `credits_milli` go together: what it earns for each.
    `value`: of a rating, 1 to 5; `reference`: the authors' rating of it, where the exercise is current.
    `mode`: of an item, how it was asked; empty where the record does not say.
    """

    pseudonym: str
    record: str
    is_counted: bool
    event: str
    at: int
    kind: Kind
    of: str
    revision: str
    status: str
    unit: str | None
    strand: str | None
    mode: str
    excluded: Excluded
    is_evidence: bool
    is_cold: bool
    picked: tuple[str, ...]
    score_milli: int | None
    competencies: tuple[str, ...]
    credits_milli: tuple[int, ...]
    value: int | None
    reference: int | None
    certainty: int | None
    dont_know: bool
    revealed: bool
    latency_ms: int | None


class EstimateRow(NamedTuple):
    """One competency in one strand, as of the export; without any evidence, old or new, there is no row.

    `n` responses from `units` units earned `sum_milli`; the interval from low to high holds 80 %.
    """

    pseudonym: str
    record: str
    is_counted: bool
    competency: str
    strand: str
    state: str
    n: int
    units: int
    sum_milli: int
    effective_milli: int
    mean_milli: int
    low_milli: int
    high_milli: int
    probability_milli: int
    superseded: int
    last_evidence_at: int | None
    missed_harm_items: tuple[str, ...]


class ObservationRow(NamedTuple):
    """What a supervisor observed, 1000 to 5000; the same observation added twice is one row.

    `date` is empty for a day of the year 0.
    """

    pseudonym: str
    record: str
    is_counted: bool
    kind: str
    subject: str
    value_milli: int
    rater: str
    date: str | None
    session: str
    occasion: str


class AssignmentRow(NamedTuple):
    """One unit of continuing education, as it was last assigned or completed.

    `is_done`: completed since it was last assigned. `assigned_at` is empty for one never assigned, and
    `due_date` also for a day of the year 0.
    """

    pseudonym: str
    record: str
    is_counted: bool
    unit: str
    assigned_at: int | None
    minutes: int
    due_date: str | None
    assigner: str | None
    is_done: bool
    completed_at: int | None
    minutes_completed: int | None


class RefusalRow(NamedTuple):
    """A file that no row above comes from: why, and what to do next."""

    file: str
    code: str
    reason: str
    next_step: str


class Rows(NamedTuple):
    """The rows of all tables: each by person, what belongs to one person in the order of their record."""

    records: tuple[RecordRow, ...]
    responses: tuple[ResponseRow, ...]
    estimates: tuple[EstimateRow, ...]
    observations: tuple[ObservationRow, ...]
    assignments: tuple[AssignmentRow, ...]
    refusals: tuple[RefusalRow, ...]
