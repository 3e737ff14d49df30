"""What each kind of event says. No field ever holds anything about a client."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from course.records.scalars import (
    Code,
    Count,
    Day,
    Hash,
    Label,
    Milli,
    Minutes,
    Name,
    Ordinal,
    Token,
    Uuid7,
    Words,
)

Mode = Literal["practice", "check", "placement", "review"]
Certainty = Annotated[int, Meta(ge=1, le=3)]
# ids picked or put in order, or for each card its target; null for "I don't know" and after a reveal
Response = list[Name] | dict[Name, Name] | None


class Body(Struct, frozen=True, kw_only=True, rename="camel"):
    """What all bodies share: camelCase in JSON."""


class AttemptStartedBody(Body, frozen=True):
    """A bank was begun. `seed`: what its options are mixed with, so that the order can be shown again."""

    attempt_id: Uuid7
    bank_id: Name
    seed: Count
    mode: Mode


class AttemptFinishedBody(Body, frozen=True):
    """An attempt ended, and why."""

    attempt_id: Uuid7
    reason: Literal["completed", "left", "reset"]


class ItemResponseBody(Body, frozen=True):
    """`cold`: as far as this browser knows, the item and its feedback were not seen for 21 days."""

    attempt_id: Uuid7
    item_id: Name
    item_hash: Hash
    presented: list[Name]
    response: Response
    certainty: Certainty | None
    dont_know: bool
    revealed: bool
    cold: bool
    score_milli: Milli
    latency_ms: Count


class DialogueBody(Body, frozen=True):
    """`run` counts the runs of a dialogue on one device."""

    dialogue_id: Name
    dialogue_hash: Hash
    run: Ordinal


class DialogueChoiceBody(DialogueBody, frozen=True):
    """`score_milli` holds the credit of the reply for each competency that it shows."""

    step: Ordinal
    node: Name
    node_hash: Hash
    reply: Name
    score_milli: dict[Name, Milli]


class RatingGivenBody(Body, frozen=True):
    """One element of an excerpt was rated, from 1 (unsatisfactory) to 5 (excellent)."""

    exercise_id: Name
    exercise_hash: Hash
    element: Name
    value: Annotated[int, Meta(ge=1, le=5)]


class WrittenReplyBody(Body, frozen=True):
    """`text` only if the trainer chose to keep it in exports."""

    prompt_id: Name
    ticked: list[Name]
    text: Words | UnsetType = UNSET


class SelfRatingBody(Body, frozen=True):
    """`level`: 0 not yet, 1 foundation, 2 competent, 3 expert."""

    competency_id: Name
    level: Annotated[int, Meta(ge=0, le=3)]
    when: Literal["before", "after"]
    unit_id: Name


class LessonReadBody(Body, frozen=True):
    """A lesson was read, as it was then."""

    lesson_id: Name
    lesson_hash: Hash


class RehearsalDoneBody(Body, frozen=True):
    """A rehearsal was done with colleagues; `role`: the part that the trainer played."""

    rehearsal_id: Name
    role: Code


class GroupDateBody(Body, frozen=True):
    """A group begins a module on a day."""

    module_id: Name
    date: Day


class SupervisorObservationBody(Body, frozen=True):
    """A supervisor's 1 to 5 on a competency, or on an element of an instrument.

    `session` is the same for all that was observed in one session, by every observer of it.
    `occasion`: what was observed.
    """

    kind: Literal["competency", "element"]
    subject: Name
    value_milli: Annotated[int, Meta(ge=1000, le=5000)]
    rater: Name
    date: Day
    session: Token | UnsetType = UNSET
    occasion: Literal["session", "recording", "role-play"] | UnsetType = UNSET


class ContinuingBody(Body, frozen=True):
    """A unit was assigned, or completed; `assigner`: the pseudonym of a supervisor, none for oneself."""

    unit_id: Name
    minutes: Minutes
    due_date: Day | None
    assigner: Label | None


class EventVoidBody(Body, frozen=True):
    """An earlier event is taken back; it stays in the record and does not count."""

    target: Uuid7
    reason: Code
