"""Exercises: dialogues, rating exercises, written replies and demonstrations.

Each is one file, and appears at one place in a lesson.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, assert_never, get_args

from course.model.choices import Acceptance
from course.model.framework import Ref
from course.model.items import Section
from course.model.prose import NO_PROSE, Prose
from course.source import Span

PRINCIPLES = ("educational", "motivational", "cognitive-behavioural")
BANDS = (1, 2, 3, 4, 5)  # unsatisfactory, needs improvement, satisfactory, very good, excellent


class Effect(StrEnum):
    """What a reply does to the conversation."""

    HELPS = "helps"
    NEUTRAL = "neutral"
    HARMS = "harms"


@dataclass(frozen=True)
class Head:
    """What every exercise has. `if_time`: it is for who has more time."""

    id: str
    title: str
    unit: Ref
    minutes: int
    sources: tuple[Ref, ...]
    span: Span
    accepted: tuple[Acceptance, ...] = ()
    if_time: bool = False


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


@dataclass(frozen=True)
class ExcerptLine:
    """A line of a written session; `who` is missing where the line says what happens."""

    who: Ref | None
    text: Prose


@dataclass(frozen=True)
class Element:
    """One thing to rate from 1 to 5, with the authors' own rating and why."""

    id: str
    name: str
    competencies: tuple[Ref, ...]
    look_for: Prose
    reference: int
    reason: Prose
    span: Span


@dataclass(frozen=True)
class Rating:
    """A session in writing to be rated element by element; `bands` are those that it uses."""

    kind: ClassVar[str] = "rating"
    called: ClassVar[str] = "rating exercise"
    anchor: ClassVar[str] = "rating"
    head: Head
    scene: Prose
    excerpt: tuple[ExcerptLine, ...]
    elements: tuple[Element, ...]
    bands: tuple[int, ...]


@dataclass(frozen=True)
class Point:
    """Something to look for in the trainer's own reply."""

    id: str
    text: Prose


@dataclass(frozen=True)
class WrittenReply:
    """A moment to answer in one's own words, a model reply, and what to look for in the answer."""

    kind: ClassVar[str] = "written-reply"
    called: ClassVar[str] = "written reply"
    anchor: ClassVar[str] = "written"
    head: Head
    competencies: tuple[Ref, ...]
    section: Section | None
    situation: Prose
    prompt: Prose
    model: Prose
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Note:
    """What is beside a line of a demonstration, once the reader has said what they saw.

    Where there are no `choices`, the reader writes a line. A slip always has a `better` wording.
    """

    id: str
    ask: Prose
    choices: tuple[Prose, ...]
    technique: str
    principle: str
    why: Prose
    is_slip: bool
    better: Prose


@dataclass(frozen=True)
class ShownLine:
    """A line of a demonstration; `who` is missing where it says what happens."""

    who: Ref | None
    text: Prose
    note: Note | None
    span: Span


@dataclass(frozen=True)
class Demonstration:
    """A skill as it is used: the rule first, then a scene with notes. It is read, and never scored."""

    kind: ClassVar[str] = "demonstration"
    called: ClassVar[str] = "demonstration"
    anchor: ClassVar[str] = "demonstration"
    head: Head
    competencies: tuple[Ref, ...]
    technique: str
    principle: str
    rule: Prose
    watch_for: tuple[Prose, ...]
    scene: Prose
    lines: tuple[ShownLine, ...]


Exercise = Dialogue | Rating | WrittenReply | Demonstration

# by `kind`; `called` is how findings name it, and `anchor` how its place on a page begins
EXERCISE_KINDS: dict[str, type[Exercise]] = {one.kind: one for one in get_args(Exercise)}


def is_plain_name(who: Ref) -> bool:
    """Say whether a speaker is named in plain words, such as Esther, and not by an id of the cast."""
    return who.id[:1].isupper()


def people_of(exercise: Exercise) -> Iterator[Ref]:
    """Yield everyone who is named as a speaker."""
    match exercise:
        case Dialogue(person=person, turns=turns):
            yield person
            yield from (turn.who for turn in turns)
        case Rating(excerpt=excerpt):
            yield from (line.who for line in excerpt if line.who)
        case Demonstration(lines=lines):
            yield from (line.who for line in lines if line.who)
        case WrittenReply():
            pass
        case _:
            assert_never(exercise)


def competencies_of(exercise: Exercise) -> Iterator[Ref]:
    """Yield every competency that is named; one may come more than once."""
    match exercise:
        case Dialogue(turns=turns):
            for turn in turns:
                yield from turn.competencies
        case Rating(elements=elements):
            for element in elements:
                yield from element.competencies
        case WrittenReply(competencies=competencies) | Demonstration(competencies=competencies):
            yield from competencies
        case _:
            assert_never(exercise)


def sections_of(exercise: Exercise) -> Iterator[Section]:
    """Yield the headings that teach what is practised."""
    match exercise:
        case Dialogue(turns=turns):
            yield from (turn.section for turn in turns if turn.section)
        case WrittenReply(section=Section() as section):
            yield section
        case Rating() | WrittenReply() | Demonstration():
            pass
        case _:
            assert_never(exercise)


def prose_of(exercise: Exercise) -> Iterator[Prose]:
    """Yield every text that a learner reads."""
    match exercise:
        case Dialogue(scene=scene, turns=turns, endings=endings, marks=marks):
            yield scene
            yield from (mark.words for mark in marks)
            for turn in turns:
                yield turn.line
                yield from (line.text for line in turn.instead)
                for reply in turn.replies:
                    yield from (reply.text, reply.reaction, reply.thought, reply.feedback, reply.better)
            yield from (ending.text for ending in endings)
        case Rating(scene=scene, excerpt=excerpt, elements=elements):
            yield scene
            yield from (line.text for line in excerpt)
            for element in elements:
                yield from (element.look_for, element.reason)
        case WrittenReply(situation=situation, prompt=prompt, model=model, points=points):
            yield from (situation, prompt, model)
            yield from (point.text for point in points)
        case Demonstration(rule=rule, watch_for=watch_for, scene=scene, lines=lines):
            yield from (rule, *watch_for, scene)
            for line in lines:
                yield line.text
                if line.note:
                    yield from (line.note.ask, *line.note.choices, line.note.why, line.note.better)
        case _:
            assert_never(exercise)
