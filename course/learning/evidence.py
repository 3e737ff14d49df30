"""Which responses are evidence: every unprimed (cold) response, and no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from course.learning.first_runs import first_runs
from course.learning.unprimed import Shown
from course.records.course_data import CourseData, ItemData, Strand
from course.records.events import AttemptStarted, DialogueChoice, Event, ItemResponse
from course.records.log import Log

RIGHT = 1000  # full credit, in thousandths

Cell = tuple[str, Strand]  # a competency in a strand


class Evidence(NamedTuple):
    """One response that counts, with its credit in thousandths for each competency.

    `at`: milliseconds since 1970. `event`: the id of the response.
    `source` is the item or the dialogue's turn, `cluster` the case that its item shares with others.
    `in_placement` says that it was given in a placement check.
    """

    at: int
    event: str
    source: str
    unit: str
    strand: Strand
    credit: Mapping[str, int]
    in_placement: bool
    cluster: str = ""


class HarmAnswer(NamedTuple):
    """An answer, cold or not, to an item where a mistake could do harm; of those excluded, the misses."""

    at: int
    event: str
    item: str
    competencies: tuple[str, ...]
    is_right: bool


@dataclass
class Found:
    """Evidence and answers to harm items in the order of the log.

    `superseded` counts sources whose hash has changed.
    """

    evidence: list[Evidence] = field(default_factory=list)
    harm: list[HarmAnswer] = field(default_factory=list)
    superseded: Counter[Cell] = field(default_factory=Counter)
    retired: int = 0


def evidence(log: Log, course: CourseData) -> Found:
    """Find the evidence in a record, in the order in which it came about."""
    reader = _Reader(log, course)
    for event in log.events:
        reader.take(event)
    return reader.found()


class _Reader:
    """Takes events in their order and remembers what was shown when."""

    def __init__(self, log: Log, course: CourseData) -> None:
        self._course = course
        self._excluded = log.excluded
        self._disagreeing = frozenset(log.disagreeing)
        self._first_runs = first_runs(log.events)
        self._placements = _placements(log.events)
        self._known = {competency.id for competency in course.competencies}
        self._shown = Shown()
        self._found = Found()
        self._sources: set[str] = set()
        self._said: set[str] = set()
        self._superseded: dict[str, tuple[Cell, ...]] = {}
        self._retired: set[str] = set()

    def take(self, event: Event) -> None:
        if isinstance(event, ItemResponse):
            is_cold = self._shown.is_cold(event)
            if event.id in self._excluded:
                self._excluded_response(event)
            elif not event.body.revealed:
                self._response(event, is_cold)
        elif isinstance(event, DialogueChoice) and self._is_first_run(event):
            self._choice(event)

    def found(self) -> Found:
        for source in self._superseded.keys() - self._sources:
            self._found.superseded.update(self._superseded[source])
        self._found.retired = len(self._retired)
        return self._found

    def _response(self, event: ItemResponse, is_cold: bool) -> None:
        body = event.body
        item = self._course.items.get(body.item_id)
        source = f"item/{body.item_id}"
        credit = 0 if body.dont_know else body.score_milli
        if item is None:
            self._retired.add(source)
        elif item.hash != body.item_hash:
            if is_cold:
                self._superseded[source] = tuple((name, item.strand) for name in item.competencies)
        else:
            if item.harm:
                self._found.harm.append(_harm_answer(event, item, credit))
            if is_cold:
                credits = dict.fromkeys(item.competencies, credit)
                in_placement = body.attempt_id in self._placements
                self._add(
                    Evidence(
                        event.at,
                        event.id,
                        source,
                        item.unit,
                        item.strand,
                        credits,
                        in_placement,
                        item.cluster,
                    )
                )

    def _excluded_response(self, event: ItemResponse) -> None:
        """Keep the miss of a safety item: voiding it, or giving it other credit, does not lift it."""
        item = self._course.items.get(event.body.item_id)
        if item and is_safety_miss(event, item, self._disagreeing):
            self._found.harm.append(_harm_answer(event, item, 0))

    def _is_first_run(self, event: DialogueChoice) -> bool:
        return (event.device, event.body.run) == self._first_runs[event.body.dialogue_id]

    def _choice(self, event: DialogueChoice) -> None:
        body = event.body
        source = f"dialogue/{body.dialogue_id}/{body.node}"
        dialogue = self._course.dialogues.get(body.dialogue_id)
        node = dialogue.nodes.get(body.node) if dialogue else None
        if event.id in self._excluded:
            # what followed it was still read, so the turn is not answered afresh
            self._said.add(source)
            return
        if dialogue is None or node is None:
            self._retired.add(source)
            return
        credit = {name: milli for name, milli in body.score_milli.items() if name in self._known}
        if node.hash != body.node_hash:
            self._superseded[source] = tuple((name, "judgement") for name in credit)
        elif source not in self._sources and source not in self._said:
            self._add(
                Evidence(event.at, event.id, source, dialogue.unit, "judgement", credit, in_placement=False)
            )

    def _add(self, evidence: Evidence) -> None:
        self._found.evidence.append(evidence)
        self._sources.add(evidence.source)


def is_safety_miss(event: ItemResponse, item: ItemData, disagreeing: frozenset[str]) -> bool:
    """Say whether an answer to an item where a mistake could do harm was wrong, whatever credit it claims."""
    body = event.body
    if not item.harm or item.hash != body.item_hash:
        return False
    is_wrong = not body.revealed and (body.dont_know or body.score_milli < RIGHT)
    return is_wrong or event.id in disagreeing


def _placements(events: Iterable[Event]) -> frozenset[str]:
    """Return the attempts that any event, excluded or not, says were placement checks."""
    return frozenset(
        event.body.attempt_id
        for event in events
        if isinstance(event, AttemptStarted) and event.body.mode == "placement"
    )


def _harm_answer(event: ItemResponse, item: ItemData, credit: int) -> HarmAnswer:
    return HarmAnswer(event.at, event.id, event.body.item_id, tuple(item.competencies), credit == RIGHT)
