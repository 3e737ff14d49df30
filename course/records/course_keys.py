"""The keys of a course: what each answer and each reply earns, so that credit can be computed again.

They are separate from the data by which responses are judged, because most pages need no key.
"""

from __future__ import annotations

from typing import assert_never

from msgspec import field

from course.model.course import Course
from course.model.dialogue import ALWAYS, Condition, Dialogue, Reply
from course.model.items import BestWorst, Choose, Interaction, Item, Match, Order
from course.model.prose import Prose
from course.records.course_data import CourseData, Part
from course.records.exercise_hash import dialogue_hash


class ChooseKey(Part, frozen=True, tag_field="kind", tag="choose"):
    """`keys`: the right options. `options`: how many there are."""

    many: bool
    keys: list[str]
    options: int


class OrderKey(Part, frozen=True, tag_field="kind", tag="order"):
    """`steps`: in the right order."""

    steps: list[str]


class MatchKey(Part, frozen=True, tag_field="kind", tag="match"):
    """`pairs`: the target of each card. `targets`: how many there are."""

    pairs: dict[str, str]
    targets: int
    all_or_nothing: bool


class BestWorstKey(Part, frozen=True, tag_field="kind", tag="best-worst"):
    """`best` and `worst`: for each reply, how many chose it so; authors are a panel of one.

    `experts`: how many are on the panel, none where the authors chose.
    `is_judged`: whether an answer is right or wrong, and not only compared.
    """

    best: dict[str, int]
    worst: dict[str, int]
    experts: int
    is_judged: bool


Key = ChooseKey | OrderKey | MatchKey | BestWorstKey


class ItemKey(Part, frozen=True):
    """`ids`: what an answer may name, such as options or targets. `words`: how many there are to read."""

    key: Key
    ids: list[str]
    words: int


When = dict[str, bool]


class ReplyKey(Part, frozen=True, omit_defaults=True):
    """`next`: what may follow, the first whose condition holds. `credit`: in thousandths, by competency.

    `when`: which marks must be set for it to be offered, and which must not.
    `sets`: the marks it leaves behind. `minutes`: of the scene's clock.
    """

    next: list[str]
    credit: dict[str, int]
    when: When = field(default_factory=dict)
    sets: list[str] = field(default_factory=list)
    minutes: int = 0


class DialogueKey(Part, frozen=True, omit_defaults=True):
    """`hash`: over all turns and where they lead. `turns`: the replies of each.

    `when`: the conditions of turns and endings. `clock`: the minutes that the scene has.
    """

    hash: str
    first: str
    turns: dict[str, dict[str, ReplyKey]]
    when: dict[str, When] = field(default_factory=dict)
    clock: int = 0


class CourseKeys(Part, frozen=True):
    """The keys of a course: of its items and of its dialogues, by id."""

    items: dict[str, ItemKey]
    dialogues: dict[str, DialogueKey]


def course_keys(course: Course) -> CourseKeys:
    """Take from a course what computing credit needs."""
    return CourseKeys(
        items={item.id: _item_key(item) for _, item in course.items()},
        dialogues={dialogue.head.id: _dialogue_key(dialogue) for dialogue in course.dialogues()},
    )


def by_unit(keys: CourseKeys, data: CourseData) -> dict[str, CourseKeys]:
    """Return the keys of each unit that has any."""
    found: dict[str, CourseKeys] = {}
    for name, item in keys.items.items():
        found.setdefault(data.items[name].unit, CourseKeys(items={}, dialogues={})).items[name] = item
    for name, dialogue in keys.dialogues.items():
        found.setdefault(data.dialogues[name].unit, CourseKeys(items={}, dialogues={})).dialogues[name] = (
            dialogue
        )
    return found


def key_of(interaction: Interaction) -> Key:
    """Return the key of an item."""
    match interaction:
        case Choose(options=options, many=many):
            right: list[str] = [option.id for option in options if option.is_key]
            return ChooseKey(many=many, keys=right, options=len(options))
        case Order(steps=steps):
            return OrderKey(steps=[step.id for step in steps])
        case Match(cards=cards, targets=targets, all_or_nothing=all_or_nothing):
            pairs = {card.id: card.target for card in cards}
            return MatchKey(pairs=pairs, targets=len(targets), all_or_nothing=all_or_nothing)
        case BestWorst():
            return best_worst_key(interaction)
    assert_never(interaction)


def best_worst_key(item: BestWorst) -> BestWorstKey:
    """Return how many chose each reply as the best and as the worst."""
    return BestWorstKey(
        best={reply.id: reply.best for reply in item.replies},
        worst={reply.id: reply.worst for reply in item.replies},
        experts=item.experts,
        is_judged=item.is_judged,
    )


def _item_key(item: Item) -> ItemKey:
    ids, texts = _to_answer_with(item.interaction)
    words = sum(len(one.plain.split()) for one in (item.situation, item.prompt, *texts))
    return ItemKey(key=key_of(item.interaction), ids=ids, words=words)


def _to_answer_with(interaction: Interaction) -> tuple[list[str], list[Prose]]:
    """Return what an answer may name, and what there is to read of it."""
    match interaction:
        case Choose(options=options):
            return [option.id for option in options], [option.text for option in options]
        case Order(steps=steps):
            return [step.id for step in steps], [step.text for step in steps]
        case Match(cards=cards, targets=targets):
            return [target.id for target in targets], [
                *(card.text for card in cards),
                *(target.text for target in targets),
            ]
        case BestWorst(replies=replies):
            return [reply.id for reply in replies], [reply.text for reply in replies]
    assert_never(interaction)


def _dialogue_key(dialogue: Dialogue) -> DialogueKey:
    turns = {turn.id: {reply.id: _reply_key(reply) for reply in turn.replies} for turn in dialogue.turns}
    return DialogueKey(
        hash=dialogue_hash(dialogue),
        first=dialogue.turns[0].id,
        turns=turns,
        when={place.id: when_of(place.when) for place in dialogue.places if place.when != ALWAYS},
        clock=dialogue.clock,
    )


def _reply_key(reply: Reply) -> ReplyKey:
    return ReplyKey(
        next=[ref.id for ref in reply.next],
        credit=dict(reply.credit),
        when=when_of(reply.when),
        sets=[ref.id for ref in reply.sets],
        minutes=reply.minutes,
    )


def when_of(when: Condition) -> When:
    """Return which marks must be set, and which must not."""
    return {ref.id: True for ref in when.needs} | {ref.id: False for ref in when.lacks}
