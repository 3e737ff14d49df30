"""What was answered and then voided: shown beside every profile, because voiding can make it look better."""

from __future__ import annotations

from dataclasses import dataclass

from course.learning.evidence import is_safety_miss
from course.records.course_data import CourseData
from course.records.events import DialogueChoice, Event, EventVoid, ItemResponse, RatingGiven
from course.records.log import Log


@dataclass(frozen=True)
class Voided:
    """An answer, choice or rating that was voided.

    `of`: what was answered. `at`: when, in milliseconds since 1970. `reason`: the code of the first void.
    `is_safety_miss`: a wrong answer to an item where a mistake could do harm, which goes on counting as one.
    """

    event: str
    of: str
    at: int
    reason: str
    is_safety_miss: bool


def voided(log: Log, course: CourseData) -> tuple[Voided, ...]:
    """Return what was voided, in the order in which it was answered."""
    if not log.voided:
        return ()
    reasons: dict[str, str] = {}
    in_conflict = frozenset(log.conflicts)
    for event in log.events:
        if isinstance(event, EventVoid) and event.id not in in_conflict:
            reasons.setdefault(event.body.target, event.body.reason)
    targets, disagreeing = frozenset(log.voided), frozenset(log.disagreeing)
    found = ((event, _answered(event)) for event in log.events if event.id in targets)
    return tuple(
        Voided(event.id, of, event.at, reasons[event.id], _is_safety_miss(event, course, disagreeing))
        for event, of in found
        if of
    )


def _answered(event: Event) -> str:
    match event:
        case ItemResponse(body=body):
            return body.item_id
        case DialogueChoice(body=body):
            return f"{body.dialogue_id}/{body.node}"
        case RatingGiven(body=body):
            return f"{body.exercise_id}/{body.element}"
        case _:
            return ""


def _is_safety_miss(event: Event, course: CourseData, disagreeing: frozenset[str]) -> bool:
    if not isinstance(event, ItemResponse):
        return False
    item = course.items.get(event.body.item_id)
    return item is not None and is_safety_miss(event, item, disagreeing)
