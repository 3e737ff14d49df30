"""What someone answered, one row each: items, replies in dialogues, ratings of elements."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from course.cohort.rows import Excluded, ResponseRow
from course.learning.unprimed import Shown
from course.records.bodies import Response
from course.records.course_data import CourseData
from course.records.events import AttemptStarted, DialogueChoice, Event, ItemResponse, RatingGiven
from course.records.inspect import answered, status_of
from course.records.log import Log

Head = tuple[str, str, bool]  # pseudonym, record, is_counted


def responses(head: Head, log: Log, course: CourseData, counting: Collection[str]) -> tuple[ResponseRow, ...]:
    """Return the rows of a record; `counting`: the events that are evidence."""
    known = frozenset(one.id for one in course.competencies)
    reader = _Reader(head, course, known, _exclusions(log), _modes(log.events), counting)
    return tuple(reader.rows(log.events))


def _exclusions(log: Log) -> dict[str, Excluded]:
    found: dict[str, Excluded] = {}
    reasons: tuple[tuple[Excluded, tuple[str, ...]], ...] = (
        ("disagreeing", log.disagreeing),
        ("voided", log.voided),
        ("conflict", log.conflicts),
    )
    for reason, events in reasons:
        found.update(dict.fromkeys(events, reason))
    return found


def _modes(events: tuple[Event, ...]) -> dict[str, str]:
    return {one.body.attempt_id: one.body.mode for one in events if isinstance(one, AttemptStarted)}


@dataclass(frozen=True)
class _Reader:
    head: Head
    course: CourseData
    known: frozenset[str]
    excluded: Mapping[str, Excluded]
    modes: Mapping[str, str]
    counting: Collection[str]

    def rows(self, events: tuple[Event, ...]) -> Iterator[ResponseRow]:
        shown = Shown()
        for event in events:
            if isinstance(event, ItemResponse):
                yield self._item(event, shown.is_cold(event))
            elif isinstance(event, DialogueChoice):
                yield self._choice(event)
            elif isinstance(event, RatingGiven):
                yield self._rating(event)

    def _item(self, event: ItemResponse, is_cold: bool) -> ResponseRow:
        body = event.body
        item = self.course.items.get(body.item_id)
        credit = 0 if body.dont_know else body.score_milli
        competencies = tuple(item.competencies) if item else ()
        return ResponseRow(
            *self.head,
            event=event.id,
            at=event.at,
            kind="item",
            of=body.item_id,
            revision=body.item_hash,
            status=status_of(event, self.course),
            unit=item.unit if item else None,
            strand=item.strand if item else None,
            mode=self.modes.get(body.attempt_id, ""),
            excluded=self.excluded.get(event.id, ""),
            is_evidence=event.id in self.counting,
            is_cold=is_cold,
            picked=_picked(body.response),
            score_milli=credit,
            competencies=competencies,
            credits_milli=(credit,) * len(competencies),
            value=None,
            reference=None,
            certainty=body.certainty,
            dont_know=body.dont_know,
            revealed=body.revealed,
            latency_ms=body.latency_ms,
        )

    def _choice(self, event: DialogueChoice) -> ResponseRow:
        body = event.body
        dialogue = self.course.dialogues.get(body.dialogue_id)
        of, status = answered(event, self.course)
        credit = sorted((name, milli) for name, milli in body.score_milli.items() if name in self.known)
        return ResponseRow(
            *self.head,
            event=event.id,
            at=event.at,
            kind="dialogue",
            of=of,
            revision=body.node_hash,
            status=status,
            unit=dialogue.unit if dialogue else None,
            strand="judgement",
            mode="",
            excluded=self.excluded.get(event.id, ""),
            is_evidence=event.id in self.counting,
            is_cold=False,
            picked=(body.reply,),
            score_milli=None,
            competencies=tuple(name for name, _ in credit),
            credits_milli=tuple(milli for _, milli in credit),
            value=None,
            reference=None,
            certainty=None,
            dont_know=False,
            revealed=False,
            latency_ms=None,
        )

    def _rating(self, event: RatingGiven) -> ResponseRow:
        body = event.body
        exercise = self.course.ratings.get(body.exercise_id)
        status = answered(event, self.course)[1]
        reference = exercise.elements.get(body.element) if exercise and status == "current" else None
        return ResponseRow(
            *self.head,
            event=event.id,
            at=event.at,
            kind="rating",
            of=f"{body.exercise_id}/{body.element}",
            revision=body.exercise_hash,
            status=status,
            unit=exercise.unit if exercise else None,
            strand=None,
            mode="",
            excluded=self.excluded.get(event.id, ""),
            is_evidence=False,
            is_cold=False,
            picked=(),
            score_milli=None,
            competencies=(),
            credits_milli=(),
            value=body.value,
            reference=reference,
            certainty=None,
            dont_know=False,
            revealed=False,
            latency_ms=None,
        )


def _picked(response: Response) -> tuple[str, ...]:
    if response is None:
        return ()
    if isinstance(response, dict):
        return tuple(f"{name}={response[name]}" for name in sorted(response))
    return tuple(response)
