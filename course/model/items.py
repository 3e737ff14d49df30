"""Items, and the few kinds of interaction a learner has with them.

An item type is what an author writes; an interaction is what a learner does.
Targets and the scorer know interactions only.
Adding one to `Interaction` makes the type checker name every place that must learn it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from course.model.choices import Acceptance
from course.model.framework import Ref
from course.model.prose import Prose
from course.source import Span


class Level(StrEnum):
    """What an item asks for; `know` feeds the knowledge strand, the others judgement."""

    KNOW = "know"
    JUDGE = "judge"
    PLAN = "plan"


@dataclass(frozen=True)
class Option:
    """An option of a choice; `is_key` when it is right."""

    id: str
    text: Prose
    is_key: bool
    feedback: Prose


@dataclass(frozen=True)
class Choose:
    """Pick one option, or all that fit when `many`.

    `is_listed`: the options stand once above several items, in an `OptionList`.
    """

    options: tuple[Option, ...]
    many: bool
    is_listed: bool = False


@dataclass(frozen=True)
class Step:
    """A step to put in order; the order of the file is the right one."""

    id: str
    text: Prose


@dataclass(frozen=True)
class Order:
    """Bring the steps, given here in their right order, into order."""

    steps: tuple[Step, ...]
    feedback: Prose


@dataclass(frozen=True)
class Target:
    """One of the things a card can be matched with."""

    id: str
    text: Prose


@dataclass(frozen=True)
class Card:
    """One thing to match, and the target it belongs to."""

    id: str
    text: Prose
    target: str
    feedback: Prose


@dataclass(frozen=True)
class Match:
    """Give every card its target.

    `shared`: several cards may belong to one target (sorting), so targets are few and are shown as rows.
    `all_or_nothing`: credit only when every card is right.
    """

    cards: tuple[Card, ...]
    targets: tuple[Target, ...]
    shared: bool
    all_or_nothing: bool


FEWEST_EXPERTS = 5  # the smallest panel of which the reliability was measured


@dataclass(frozen=True)
class VotedReply:
    """One of four replies; `best` and `worst`: how many chose it as the most and as the least helpful."""

    id: str
    text: Prose
    best: int
    worst: int
    feedback: Prose


@dataclass(frozen=True)
class BestWorst:
    """Pick the most and the least helpful reply. Authors are a panel of one."""

    replies: tuple[VotedReply, ...]
    is_by_panel: bool

    @property
    def experts(self) -> int:
        return sum(reply.best for reply in self.replies) if self.is_by_panel else 0

    @property
    def is_judged(self) -> bool:
        """Say whether an answer is right or wrong; beside a few experts, it is only compared."""
        return not self.is_by_panel or self.experts >= FEWEST_EXPERTS

    @property
    def bests(self) -> tuple[str, ...]:
        """Return what most chose as the most helpful: one reply, or more where votes are equal."""
        most = max((reply.best for reply in self.replies), default=0)
        return tuple(reply.id for reply in self.replies if most and reply.best == most)

    @property
    def worsts(self) -> tuple[str, ...]:
        """Return what most chose as the least helpful."""
        most = max((reply.worst for reply in self.replies), default=0)
        return tuple(reply.id for reply in self.replies if most and reply.worst == most)


Interaction = Choose | Order | Match | BestWorst


@dataclass(frozen=True)
class Section:
    """The heading of a lesson that teaches what an item asks."""

    lesson: str
    anchor: str
    span: Span


@dataclass(frozen=True)
class Item:
    """One scored question; `vignette`: of the case it belongs to. `if_time`: for those with more time."""

    id: str
    type: str
    competencies: tuple[Ref, ...]
    objective: Ref | None
    level: Level
    section: Section | None
    sources: tuple[Ref, ...]
    harm: bool
    situation: Prose
    prompt: Prose
    interaction: Interaction
    explanation: Prose
    span: Span
    accepted: tuple[Acceptance, ...] = ()
    vignette: Prose | None = None
    if_time: bool = False

    @property
    def is_judged(self) -> bool:
        """Say whether an answer can be right or wrong, so that it shows something of a competency."""
        return not isinstance(self.interaction, BestWorst) or self.interaction.is_judged

    @property
    def assesses(self) -> tuple[Ref, ...]:
        """Return the competencies of which an answer is evidence."""
        return self.competencies if self.is_judged else ()


@dataclass(frozen=True)
class Case:
    """One vignette that carries several items."""

    id: str
    title: str
    vignette: Prose
    items: tuple[Item, ...]
    span: Span


@dataclass(frozen=True)
class ListedOption:
    """An option of a list that several stems share; whether it is right depends on the stem."""

    id: str
    text: Prose


@dataclass(frozen=True)
class OptionList:
    """One list of options for several items, each of which is a stem with a key of its own in the list."""

    id: str
    title: str
    options: tuple[ListedOption, ...]
    items: tuple[Item, ...]
    span: Span


Frame = Case | OptionList


@dataclass(frozen=True)
class Bank:
    """An item set: the questions at one place of a lesson."""

    id: str
    title: str
    unit: Ref
    entries: tuple[Item | Frame, ...]
    span: Span
    accepted: tuple[Acceptance, ...] = ()

    def items(self) -> Iterator[Item]:
        for entry in self.entries:
            yield from items_of(entry)

    def frames(self) -> Iterator[Frame]:
        """Yield what several items share."""
        return (entry for entry in self.entries if not isinstance(entry, Item))


def items_of(entry: Item | Frame) -> tuple[Item, ...]:
    """Return the items of an entry of a bank."""
    return (entry,) if isinstance(entry, Item) else entry.items


def texts_of_frame(frame: Frame) -> Iterator[Prose]:
    """Yield every text that several items share."""
    if isinstance(frame, Case):
        yield frame.vignette
    else:
        yield from (option.text for option in frame.options)


def texts_of(item: Item) -> Iterator[Prose]:
    """Yield every text of an item that a learner reads, except what its frame holds."""
    yield item.situation
    yield item.prompt
    yield item.explanation
    match item.interaction:
        case Choose(options=options, is_listed=is_listed):
            yield from (option.text for option in options if not is_listed)
            yield from (option.feedback for option in options)
        case Order(steps=steps, feedback=feedback):
            yield from (step.text for step in steps)
            yield feedback
        case Match(cards=cards, targets=targets):
            for card in cards:
                yield from (card.text, card.feedback)
            yield from (target.text for target in targets)
        case BestWorst(replies=replies):
            for reply in replies:
                yield from (reply.text, reply.feedback)
