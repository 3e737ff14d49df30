"""Exercises: dialogues, rating exercises, written replies and demonstrations.

Each is one file, and appears at one place in a lesson.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, assert_never, get_args

from course.model.dialogue import Dialogue
from course.model.exercise_head import Head
from course.model.framework import Ref
from course.model.items import Section
from course.model.prose import Prose
from course.source import Span

BANDS = (1, 2, 3, 4, 5)  # unsatisfactory, needs improvement, satisfactory, very good, excellent


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
