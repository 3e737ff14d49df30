"""The steps of a lesson: a section, a scene, an exercise or a question at a time.

A step begins at every heading of level 2, at a scene or a rehearsal, and wherever something is asked.
What is shorter than a few lines is no step: it stays with what it stands beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from course.model.prose import Prose
from course.model.units import (
    Block,
    Box,
    ConfidencePlace,
    ExercisePlace,
    Heading,
    Lesson,
    QuestionPlace,
    QuizPlace,
    walk,
)

LEAST_WORDS = 60
_PLACES = (QuizPlace, QuestionPlace, ExercisePlace, ConfidencePlace)
_SCENES = ("vignette", "rehearsal")


@dataclass(frozen=True)
class Step:
    """Blocks that are shown together.

    `anchor`: where its address leads. `is_named`: whether an element inside has that anchor as its id.
    `heading`: the nearest one above its end; `is_headed`: whether it is in the step.
    `section`: the heading of level 2 above the step, or the lesson's title; empty where it is in the step.
    """

    anchor: str
    heading: str
    section: str
    blocks: tuple[Block, ...]
    is_named: bool
    is_headed: bool

    @property
    def words(self) -> int:
        return _words(self.blocks)


def steps_of(lesson: Lesson) -> tuple[Step, ...]:
    """Return the steps of a lesson, in their order; together they hold all of its blocks."""
    return tuple(_named(lesson, list(_cut(lesson.blocks))))


def _cut(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks of each step."""
    step: list[Block] = []
    for run in _runs(blocks):
        if step and _begins_a_step(run, step):
            yield step
            step = []
        step += run
    if step:
        yield step


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield headings, places and scenes each by itself, and what is between them together."""
    for is_single, group in groupby(blocks, key=lambda block: isinstance(block, Heading) or _is_shown(block)):
        if is_single:
            yield from ([block] for block in group)
        else:
            yield list(group)


def _begins_a_step(run: Sequence[Block], step: Sequence[Block]) -> bool:
    first = run[0]
    has_shown = any(_is_shown(block) for block in step)
    has_read = _words(step) >= LEAST_WORDS
    if isinstance(first, Heading):
        # what comes before the first heading may be a line or two
        is_section = first.level == 2 and any(isinstance(block, Heading) for block in step)
        return has_shown or has_read or is_section
    if _is_shown(first):
        return has_shown or has_read
    return has_shown and _words(run) >= LEAST_WORDS


def _is_shown(block: Block) -> bool:
    """Say whether a block is looked at by itself: something to answer, or a scene."""
    return isinstance(block, _PLACES) or (isinstance(block, Box) and block.kind in _SCENES)


def _named(lesson: Lesson, cut: Sequence[list[Block]]) -> Iterator[Step]:
    taken = {heading.anchor for heading in lesson.headings()}
    section = words = lesson.title
    anchor, number = f"title-{lesson.id}", 1
    for blocks in cut:
        if heading := next((block for block in blocks if isinstance(block, Heading)), None):
            words, anchor, number = heading.text, heading.anchor, 1
            is_section = heading.level == 2
            section = words if is_section else section
            above = "" if is_section else section
            yield Step(anchor, words, above, tuple(blocks), is_named=True, is_headed=True)
        elif own := _anchor_of(blocks[0]):
            yield Step(own, words, section, tuple(blocks), is_named=True, is_headed=False)
        else:
            number += 1
            while f"{anchor}-{number}" in taken:
                number += 1
            yield Step(f"{anchor}-{number}", words, section, tuple(blocks), is_named=False, is_headed=False)


def _anchor_of(block: Block) -> str:
    """Return the id that authors gave to what a step begins with; empty where they gave none."""
    match block:
        case QuizPlace():
            return f"bank-{block.bank.id}"
        case QuestionPlace():
            return f"item-{block.item.id}"
        case ExercisePlace():
            return f"{block.kind.removesuffix('-reply')}-{block.exercise.id}"
        case Box() if block.id:
            return f"{block.kind}-{block.id}"
    return ""


def _words(blocks: Sequence[Block]) -> int:
    return sum(_words_of(block) for block in walk(tuple(blocks)))


def _words_of(block: Block) -> int:
    match block:
        case Prose():
            return len(block.words)
        case Box():
            return len(block.title.split())
        case Heading():
            return len(block.text.split())
        case _:
            return 0
