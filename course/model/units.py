"""Units and their lessons: what a learner reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from course.model.choices import Acceptance
from course.model.framework import Ref
from course.model.prose import PlacedForm, Prose
from course.source import Span

UNIT_KINDS = ("foundation", "principle", "module", "organisation", "continuing")


@dataclass(frozen=True)
class Heading:
    """A heading in a lesson; `level` from 2 to 6, `anchor` as in its address.

    `if_time`: what stands below it, up to the next heading that is not deeper, is for those with more time.
    """

    level: int
    text: str
    anchor: str
    span: Span
    if_time: bool = False


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
    """The place of a bank in a lesson."""

    bank: Ref


@dataclass(frozen=True)
class QuestionPlace:
    """The place of one item that is not with the rest of its bank."""

    item: Ref


@dataclass(frozen=True)
class ExercisePlace:
    """The place of an exercise in a lesson; `kind` is what the author calls it there."""

    kind: str
    exercise: Ref


@dataclass(frozen=True)
class ConfidencePlace:
    """Where learners rate their confidence in the unit's competencies: `before` or `after` it."""

    when: str
    span: Span


Block = Heading | Prose | Box | QuizPlace | QuestionPlace | ExercisePlace | ConfidencePlace


@dataclass(frozen=True)
class Objective:
    """What a learner can do after a unit, and the competencies that it belongs to."""

    id: str
    text: Prose
    competencies: tuple[Ref, ...]
    span: Span


@dataclass(frozen=True)
class Searching:
    """What the search should know of a page beside its words.

    `keywords`: what people type who need it. `is_safety`: it comes first when one of these is looked for.
    """

    keywords: tuple[str, ...] = ()
    is_safety: bool = False


@dataclass(frozen=True)
class Lesson:
    """One page. The first of a unit has the unit's own id. `is_unlinked`: without links to the glossary.

    `if_time`: the whole page is for those with more time.
    """

    id: str
    title: str
    remember: Prose
    do: Prose
    blocks: tuple[Block, ...]
    path: str
    span: Span
    accepted: tuple[Acceptance, ...] = ()
    is_unlinked: bool = False
    search: Searching = Searching()
    if_time: bool = False

    @cached_property
    def _all(self) -> tuple[Block, ...]:
        return tuple(walk(self.blocks))

    def headings(self) -> Iterator[Heading]:
        return (block for block in self.blocks if isinstance(block, Heading))

    def boxes(self) -> Iterator[Box]:
        return (block for block in self._all if isinstance(block, Box))

    def quiz_places(self) -> Iterator[QuizPlace]:
        return (block for block in self._all if isinstance(block, QuizPlace))

    def question_places(self) -> Iterator[QuestionPlace]:
        return (block for block in self._all if isinstance(block, QuestionPlace))

    def exercise_places(self) -> Iterator[ExercisePlace]:
        return (block for block in self._all if isinstance(block, ExercisePlace))

    def confidence_places(self) -> Iterator[ConfidencePlace]:
        return (block for block in self._all if isinstance(block, ConfidencePlace))

    def form_places(self) -> Iterator[PlacedForm]:
        """Return the forms of `content/forms/` that are placed in it."""
        return (form for prose in self.prose() for form in prose.forms())

    def has_forms(self) -> bool:
        """Say whether it holds a form, or an artefact that is printed to be written in."""
        is_blank = any(artefact.is_form for prose in self.prose() for artefact in prose.artefacts())
        return is_blank or any(self.form_places())

    def prose(self) -> Iterator[Prose]:
        yield from (block for block in self._all if isinstance(block, Prose))
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

    def first_lesson(self) -> Lesson:
        """Return where one begins to learn: behind the introduction, if anything comes behind it."""
        return self.lessons[1] if len(self.lessons) > 1 else self.lessons[0]

    def competencies(self) -> tuple[Ref, ...]:
        """Return every competency that its objectives name, once, in their order."""
        refs = {ref.id: ref for objective in self.objectives for ref in objective.competencies}
        return tuple(refs.values())

    def confidence_places(self) -> Iterator[ConfidencePlace]:
        return (place for lesson in self.lessons for place in lesson.confidence_places())


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks in reading order, boxes before what they hold."""
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from walk(block.blocks)


def marked_blocks(lesson: Lesson) -> Iterator[tuple[Block, bool]]:
    """Yield the blocks of a lesson, each with whether it is in a section for those with more time."""
    marked_level = 0
    for block in lesson.blocks:
        if isinstance(block, Heading):
            if marked_level and block.level <= marked_level:
                marked_level = 0
            if block.if_time and not marked_level:
                marked_level = block.level
        yield block, lesson.if_time or bool(marked_level)
