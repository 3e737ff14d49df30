"""The kinds of event: facts about what a trainer did, written once and never changed."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from course.records import bodies
from course.records.scalars import Code, Hash, Locale, Moment, Ordinal, Token, Uuid7, Version


class CourseState(Struct, frozen=True, kw_only=True, rename="camel"):
    """The course as it was when the event happened."""

    version: Version
    content_hash: Hash


class Envelope(Struct, frozen=True, kw_only=True, rename="camel"):
    """What every event holds. `prev` is the hash of the same device's event before, null for its first."""

    id: Uuid7
    device: Token
    seq: Ordinal
    prev: Hash | None
    at: Moment
    locale: Locale
    course: CourseState


class UnknownEvent(Envelope, frozen=True):
    """An event of a kind that this version does not know: kept, merged and otherwise left alone."""

    type: Code
    body: dict[str, Any]


class Event(Envelope, frozen=True, tag_field="type"):
    """An event of a known kind."""


class AttemptStarted(Event, frozen=True, tag="attempt.started"):
    """A bank was begun."""

    body: bodies.AttemptStartedBody


class AttemptFinished(Event, frozen=True, tag="attempt.finished"):
    """An attempt ended."""

    body: bodies.AttemptFinishedBody


class ItemResponse(Event, frozen=True, tag="item.response"):
    """An item was answered, or given up with "I don't know"."""

    body: bodies.ItemResponseBody


class DialogueStarted(Event, frozen=True, tag="dialogue.started"):
    """A run of a dialogue began."""

    body: bodies.DialogueBody


class DialogueChoice(Event, frozen=True, tag="dialogue.choice"):
    """A reply was chosen."""

    body: bodies.DialogueChoiceBody


class DialogueFinished(Event, frozen=True, tag="dialogue.finished"):
    """A run of a dialogue reached an ending."""

    body: bodies.DialogueBody


class RatingGiven(Event, frozen=True, tag="rating.given"):
    """An element of an excerpt was rated."""

    body: bodies.RatingGivenBody


class WrittenReply(Event, frozen=True, tag="written.reply"):
    """A reply of one's own was written; the text stays on the device unless it is exported."""

    body: bodies.WrittenReplyBody


class SelfRating(Event, frozen=True, tag="self.rating"):
    """A trainer said how sure they are of a competency."""

    body: bodies.SelfRatingBody


class LessonRead(Event, frozen=True, tag="lesson.read"):
    """A lesson was read."""

    body: bodies.LessonReadBody


class RehearsalDone(Event, frozen=True, tag="rehearsal.done"):
    """A rehearsal was done with colleagues."""

    body: bodies.RehearsalDoneBody


class GroupDate(Event, frozen=True, tag="group.date"):
    """A group begins a module on a day."""

    body: bodies.GroupDateBody


class SupervisorObservation(Event, frozen=True, tag="supervisor.observation"):
    """A supervisor observed a session, a recording or a role play."""

    body: bodies.SupervisorObservationBody


class ContinuingAssigned(Event, frozen=True, tag="ce.assigned"):
    """A unit was assigned."""

    body: bodies.ContinuingBody


class ContinuingCompleted(Event, frozen=True, tag="ce.completed"):
    """An assigned unit was completed."""

    body: bodies.ContinuingBody


class EventVoid(Event, frozen=True, tag="event.void"):
    """An earlier event was taken back."""

    body: bodies.EventVoidBody


KnownEvent = (
    AttemptStarted
    | AttemptFinished
    | ItemResponse
    | DialogueStarted
    | DialogueChoice
    | DialogueFinished
    | RatingGiven
    | WrittenReply
    | SelfRating
    | LessonRead
    | RehearsalDone
    | GroupDate
    | SupervisorObservation
    | ContinuingAssigned
    | ContinuingCompleted
    | EventVoid
)

EVENT_TYPES: dict[str, type[Event]] = {
    "attempt.started": AttemptStarted,
    "attempt.finished": AttemptFinished,
    "item.response": ItemResponse,
    "dialogue.started": DialogueStarted,
    "dialogue.choice": DialogueChoice,
    "dialogue.finished": DialogueFinished,
    "rating.given": RatingGiven,
    "written.reply": WrittenReply,
    "self.rating": SelfRating,
    "lesson.read": LessonRead,
    "rehearsal.done": RehearsalDone,
    "group.date": GroupDate,
    "supervisor.observation": SupervisorObservation,
    "ce.assigned": ContinuingAssigned,
    "ce.completed": ContinuingCompleted,
    "event.void": EventVoid,
}
