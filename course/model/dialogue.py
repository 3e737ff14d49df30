"""A dialogue: turns, the replies to choose from, what they set, and how it may end."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from course.model.exercise_head import Head
from course.model.framework import Ref
from course.model.items import Section
from course.model.prose import NO_PROSE, Prose
from course.source import Span


class Effect(StrEnum):
    """What a reply does to the conversation."""

    HELPS = "helps"
    NEUTRAL = "neutral"
    HARMS = "harms"


@dataclass(frozen=True)
class Condition:
    """Which marks must be set, and which must not be, for a part of a dialogue to come up."""

    needs: tuple[Ref, ...] = ()
    lacks: tuple[Ref, ...] = ()

    def holds(self, marks: Collection[str]) -> bool:
        return all(ref.id in marks for ref in self.needs) and not any(ref.id in marks for ref in self.lacks)

    def excludes(self, other: Condition) -> bool:
        """Say whether the two can never hold together."""
        return any(
            {ref.id for ref in one.needs} & {ref.id for ref in two.lacks}
            for one, two in ((self, other), (other, self))
        )


ALWAYS = Condition()
TIME_UP = "time-up"  # the mark that the clock of a dialogue sets


@dataclass(frozen=True)
class Mark:
    """Something that a reply leaves behind, on which later parts depend. `words` say what it is."""

    id: str
    words: Prose
    span: Span


@dataclass(frozen=True)
class Reply:
    """What a trainer may say, what follows, and what comes next: the first of `next` whose condition holds.

    `credit` is in thousandths, for each competency of the turn.
    A silent reply has no text. `minutes` count where the dialogue has a clock.
    """

    id: str
    text: Prose
    technique: str
    principle: str
    effect: Effect
    credit: Mapping[str, int]
    reaction: Prose
    feedback: Prose
    better: Prose
    next: tuple[Ref, ...]
    span: Span
    thought: Prose = NO_PROSE
    when: Condition = ALWAYS
    sets: tuple[Ref, ...] = ()
    is_silent: bool = False
    minutes: int = 0


@dataclass(frozen=True)
class OtherLine:
    """What is said at a turn in place of its line, when its condition holds."""

    when: Condition
    text: Prose
    span: Span


@dataclass(frozen=True)
class Turn:
    """One moment of a dialogue: someone speaks, and the trainer chooses a reply.

    The first of `instead` whose condition holds is said in place of `line`.
    """

    id: str
    who: Ref
    line: Prose
    competencies: tuple[Ref, ...]
    section: Section | None
    replies: tuple[Reply, ...]
    span: Span
    when: Condition = ALWAYS
    instead: tuple[OtherLine, ...] = ()


@dataclass(frozen=True)
class Ending:
    """One of the ends of a dialogue: the first whose condition holds is shown."""

    id: str
    title: str
    text: Prose
    span: Span
    when: Condition = ALWAYS


@dataclass(frozen=True)
class Dialogue:
    """A branching conversation, which opens with the first turn. `person` is who the trainer talks with.

    `clock` is how many minutes the scene has, or 0 where time does not matter.
    """

    kind: ClassVar[str] = "dialogue"
    called: ClassVar[str] = "dialogue"
    anchor: ClassVar[str] = "dialogue"
    head: Head
    person: Ref
    scene: Prose
    turns: tuple[Turn, ...]
    endings: tuple[Ending, ...]
    marks: tuple[Mark, ...] = ()
    clock: int = 0

    @property
    def places(self) -> tuple[Turn | Ending, ...]:
        """Return everything that may follow a reply."""
        return (*self.turns, *self.endings)
