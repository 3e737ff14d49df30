"""Units and their lessons: what a learner reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.model.framework import Ref
from course.model.prose import Prose
from course.source import Span


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    anchor: str
    span: Span


@dataclass(frozen=True)
class Box:
    """A framed part of a lesson: `vignette`, `say`, `pitfall`, `rehearsal` or `checklist`."""

    kind: str
    id: str
    people: tuple[Ref, ...]
    title: str
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True)
class QuizPlace:
    """Where a bank stands in a lesson."""

    bank: Ref


Block = Heading | Prose | Box | QuizPlace


@dataclass(frozen=True)
class Objective:
    id: str
    text: Prose
    competencies: tuple[Ref, ...]
    span: Span


@dataclass(frozen=True)
class Lesson:
    """One page. The first page of a unit has the unit's own id."""

    id: str
    title: str
    minutes: int
    remember: Prose
    do: Prose
    blocks: tuple[Block, ...]
    path: str
    span: Span

    def headings(self) -> Iterator[Heading]:
        return (block for block in self.blocks if isinstance(block, Heading))

    def boxes(self) -> Iterator[Box]:
        return (block for block in walk(self.blocks) if isinstance(block, Box))

    def quiz_places(self) -> Iterator[QuizPlace]:
        return (block for block in walk(self.blocks) if isinstance(block, QuizPlace))

    def prose(self) -> Iterator[Prose]:
        yield from (block for block in walk(self.blocks) if isinstance(block, Prose))
        yield self.remember
        yield self.do


@dataclass(frozen=True)
class Unit:
    """A unit with its pages, the first of which introduces it."""

    id: str
    title: str
    kind: str
    part: str
    summary: Prose
    objectives: tuple[Objective, ...]
    prerequisites: tuple[Ref, ...]
    review: str
    sources: tuple[Ref, ...]
    lessons: tuple[Lesson, ...]
    span: Span


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks in reading order, boxes before what they hold."""
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from walk(block.blocks)
