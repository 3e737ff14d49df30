"""What a record says and the keys of the course contradict: credit, answers, replies and paths.

The browser has the same rules in `site_templates/runtime/learning/disagreements.ts`.
Only what was answered as it is asked today can be compared; an older hash says nothing either way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from course.learning.dialogue_replay import NOWHERE, Position, after, can_say, opening, within_reason
from course.learning.first_runs import first_runs
from course.learning.scoring import credit_milli
from course.records.bodies import ItemResponseBody
from course.records.course_data import CourseData
from course.records.course_keys import (
    BestWorstKey,
    ChooseKey,
    CourseKeys,
    DialogueKey,
    ItemKey,
    MatchKey,
    OrderKey,
    ReplyKey,
)
from course.records.events import DialogueChoice, DialogueFinished, Event, ItemResponse
from course.records.log import Log

# the answer, or the reply, is none that can be given; the credit is not what it earns; or nothing leads there
Fault = Literal["answer", "credit", "reply", "path"]
Credit = int | Mapping[str, int]

FIRST_STEP = 1


@dataclass(frozen=True)
class Disagreement:
    """`of`: the item, or the dialogue and its turn.

    `says` and `earns`: the credit in thousandths, where the two differ.
    """

    event: str
    of: str
    fault: Fault
    says: Credit | None = None
    earns: Credit | None = None


def checked(log: Log, found: tuple[Disagreement, ...]) -> Log:
    """Return the log in which what disagrees does not count."""
    return replace(log, disagreeing=tuple(sorted({one.event for one in found})))


def disagreements(log: Log, course: CourseData, keys: CourseKeys) -> tuple[Disagreement, ...]:
    """Compare the events of a record, excluded or not, with the keys; in the order of the log."""
    paths = _Paths(log, course, keys)
    return tuple(one for event in log.events for one in _of_event(event, course, keys, paths))


def _of_event(event: Event, course: CourseData, keys: CourseKeys, paths: _Paths) -> Iterator[Disagreement]:
    match event:
        case ItemResponse(body=body):
            item, key = course.items.get(body.item_id), keys.items.get(body.item_id)
            if item and key and item.hash == body.item_hash:
                yield from _of_answer(event.id, body, key)
        case DialogueChoice():
            yield from paths.choose(event)
        case DialogueFinished():
            yield from paths.finish(event)
        case _:
            pass


def _of_answer(event: str, body: ItemResponseBody, key: ItemKey) -> Iterator[Disagreement]:
    if body.dont_know or body.revealed:
        if body.response is not None:
            yield Disagreement(event, body.item_id, "answer")
            return
        earns = 0
    elif body.response is None or not _can_be_given(body.response, key):
        yield Disagreement(event, body.item_id, "answer")
        return
    else:
        earns = credit_milli(key.key, body.response)
    if earns != body.score_milli:
        yield Disagreement(event, body.item_id, "credit", says=body.score_milli, earns=earns)


def _can_be_given(response: list[str] | dict[str, str], item: ItemKey) -> bool:
    """Say whether an answer has the form of its item and names only what the item holds."""
    match item.key:
        case ChooseKey(many=many):
            is_list = isinstance(response, list) and len(set(response)) == len(response)
            return is_list and set(response) <= set(item.ids) and (many or len(response) <= 1)
        case OrderKey(steps=steps):
            return isinstance(response, list) and sorted(response) == sorted(steps)
        case MatchKey(pairs=pairs):
            if not isinstance(response, dict):
                return False
            return response.keys() <= pairs.keys() and set(response.values()) <= set(item.ids)
        case BestWorstKey():
            if not isinstance(response, dict) or response.keys() != {"best", "worst"}:
                return False
            picked = set(response.values())
            return len(picked) == len(response) and picked <= set(item.ids)
    assert_never(item.key)


class _Paths:
    """Follows every run through its dialogue.

    For each run and step it holds where the replies have led to; None stands for what cannot be followed,
    because something on the path is of an older version.
    """

    def __init__(self, log: Log, course: CourseData, keys: CourseKeys) -> None:
        self._course = course
        self._keys = keys
        self._first_runs = first_runs(log.events)
        self._with_gaps = {gap.device for gap in log.gaps}
        self._led_to: dict[tuple[str, str, int], dict[int, set[Position | None]]] = {}

    def choose(self, event: DialogueChoice) -> Iterator[Disagreement]:
        body = event.body
        of = f"{body.dialogue_id}/{body.node}"
        key = self._keys.dialogues.get(body.dialogue_id)
        steps = self._led_to.setdefault((event.device, body.dialogue_id, body.run), {})
        # of this step and those before, as it was before this reply
        led_here = steps.get(body.step - 1)
        led_on = steps.setdefault(body.step, set())
        data = self._course.dialogues.get(body.dialogue_id)
        node = data.nodes.get(body.node) if data else None
        if key is None or node is None or node.hash != body.node_hash:
            led_on.add(None)
            return
        reply = key.turns[body.node].get(body.reply)
        if reply is None:
            led_on.add(None)
            yield Disagreement(event.id, of, "reply")
            return
        here = self._said_from(event, key, reply, led_here)
        if key.hash == body.dialogue_hash:
            # after a fault the rest is compared with what may follow this reply
            steps[body.step] = _led_on(key, reply, here or [Position(body.node)], led_on)
        else:
            led_on.add(None)
        if body.score_milli != reply.credit:
            yield Disagreement(event.id, of, "credit", says=body.score_milli, earns=reply.credit)
        elif key.hash == body.dialogue_hash and not here:
            yield Disagreement(event.id, of, "path")

    def finish(self, event: DialogueFinished) -> Iterator[Disagreement]:
        body = event.body
        key = self._keys.dialogues.get(body.dialogue_id)
        if key is None or key.hash != body.dialogue_hash or event.device in self._with_gaps:
            return
        steps = self._led_to.get((event.device, body.dialogue_id, body.run), {})
        led_to = (one for positions in steps.values() for one in positions)
        if not any(one is None or (one.place != NOWHERE and one.place not in key.turns) for one in led_to):
            yield Disagreement(event.id, body.dialogue_id, "path")

    def _said_from(
        self, event: DialogueChoice, key: DialogueKey, reply: ReplyKey, led_here: set[Position | None] | None
    ) -> list[Position]:
        """Return where the run may have stood when this was said; nowhere if it cannot have been said."""
        node = event.body.node
        if led_here:
            positions = [one or Position(node) for one in led_here]
        elif event.body.step == FIRST_STEP:
            positions = [opening(key)]
        else:
            # a later run may begin where the one before it stood, and what a gap held is not known
            is_first = self._first_runs[event.body.dialogue_id] == (event.device, event.body.run)
            positions = [] if is_first and event.device not in self._with_gaps else [Position(node)]
        return [one for one in positions if can_say(one, node, reply)]


def _led_on(
    key: DialogueKey, reply: ReplyKey, here: list[Position], before: set[Position | None]
) -> set[Position | None]:
    known = {one for one in before if one} | {one for position in here for one in after(key, position, reply)}
    return {*within_reason(known), *({None} & before)}
