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
from course.records.events import DialogueChoice, DialogueFinished, ItemResponse
from course.records.log import Log

# the answer, or the reply, is none that can be given; the credit is not what it earns; or nothing leads there
Fault = Literal["answer", "credit", "reply", "path"]
Credit = int | Mapping[str, int]

FIRST_STEP = 1
_MOST_ANSWERS = 100_000  # that are remembered


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
    if not found and not log.disagreeing:
        return log
    return replace(log, disagreeing=tuple(sorted({one.event for one in found})))


class Earned:
    """What answers earn by the keys. Answers repeat, so each is worked out once for many records."""

    def __init__(self, keys: CourseKeys) -> None:
        self._keys = keys.items
        self._known: dict[tuple[object, ...], int | None] = {}

    def milli(self, item: str, response: list[str] | dict[str, str]) -> int | None:
        """Return the credit in thousandths; None for an answer that cannot be given."""
        picked = tuple(response) if isinstance(response, list) else tuple(sorted(response.items()))
        name = (item, isinstance(response, list), picked)
        if name not in self._known:
            if len(self._known) >= _MOST_ANSWERS:
                self._known.clear()
            key = self._keys[item]
            can_be = _can_be_given(response, key)
            self._known[name] = credit_milli(key.key, response) if can_be else None
        return self._known[name]


def disagreements(
    log: Log, course: CourseData, keys: CourseKeys, earned: Earned | None = None
) -> tuple[Disagreement, ...]:
    """Compare the events of a record, excluded or not, with the keys; in the order of the log.

    `earned`: what is known already of these keys.
    """
    earned = earned or Earned(keys)
    paths = _Paths(log, course, keys)
    found: list[Disagreement] = []
    for event in log.events:
        if isinstance(event, ItemResponse):
            item, key = course.items.get(event.body.item_id), keys.items.get(event.body.item_id)
            if item and key and item.hash == event.body.item_hash:
                found += _of_answer(event.id, event.body, earned)
        elif isinstance(event, DialogueChoice):
            found += paths.choose(event)
        elif isinstance(event, DialogueFinished):
            found += paths.finish(event)
    return tuple(found)


def _of_answer(event: str, body: ItemResponseBody, earned: Earned) -> tuple[Disagreement, ...]:
    if body.dont_know or body.revealed:
        if body.response is not None:
            return (Disagreement(event, body.item_id, "answer"),)
        earns: int | None = 0
    else:
        earns = None if body.response is None else earned.milli(body.item_id, body.response)
        if earns is None:
            return (Disagreement(event, body.item_id, "answer"),)
    if earns != body.score_milli:
        return (Disagreement(event, body.item_id, "credit", says=body.score_milli, earns=earns),)
    return ()


def _can_be_given(response: list[str] | dict[str, str], item: ItemKey) -> bool:
    """Say whether an answer has the form of its item and names only what the item holds."""
    match item.key:
        case ChooseKey(many=many):
            if not isinstance(response, list) or (len(response) > 1 and not many):
                return False
            picked = set(response)
            return len(picked) == len(response) and picked.issubset(item.ids)
        case OrderKey(steps=steps):
            return isinstance(response, list) and sorted(response) == sorted(steps)
        case MatchKey(pairs=pairs):
            if not isinstance(response, dict):
                return False
            return response.keys() <= pairs.keys() and set(response.values()) <= set(item.ids)
        case BestWorstKey():
            if not isinstance(response, dict) or response.keys() != {"best", "worst"}:
                return False
            ends = set(response.values())
            return len(ends) == len(response) and ends.issubset(item.ids)
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
