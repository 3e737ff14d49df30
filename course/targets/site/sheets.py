"""The blocks of a unit's lessons as sheets of paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from course.model.contents import banks_in
from course.model.dialogue import Dialogue
from course.model.exercises import Demonstration, Exercise, Rating, WrittenReply
from course.model.prose import Prose
from course.model.units import Box, ConfidencePlace, ExercisePlace, QuestionPlace, QuizPlace, Unit, walk
from course.targets.site.context import SiteContext
from course.targets.site.lesson_page import block_html, placed_in_lesson
from course.targets.site.print_choices import QUESTIONS, SCRIPT_BOXES, SCRIPTS, TALKS, UNIT
from course.targets.site.templates import View

# where exercises are printed that are no questions to answer
_KINDS = {Dialogue.kind: TALKS, Demonstration.kind: SCRIPTS}
Printed = Prose | Box | QuizPlace | QuestionPlace | ExercisePlace | ConfidencePlace


@dataclass(frozen=True)
class Sheet:
    """A part of a printed unit; those of one `kind` can be printed by themselves."""

    kind: str
    html: str


@dataclass(frozen=True)
class Sheets:
    """The sheets of one unit, for the page with the address `path`."""

    site: SiteContext
    unit: Unit
    path: str

    def of(self, block: Printed) -> Iterator[Sheet]:
        """Yield a block as one sheet, or as several where it holds something that is printed by itself."""
        match block:
            case Prose():
                is_form = any(artefact.is_form for artefact in block.artefacts()) or any(block.forms())
                yield Sheet(SCRIPTS if is_form else UNIT, block_html(self.site, block, self.path))
            case QuizPlace():
                yield self._bank(block.bank.id)
            case QuestionPlace():
                # on paper a bank stays together: at its own place, or else at that of its last question
                bank = self.site.course.bank_of_item[block.item.id]
                placed = placed_in_lesson(self.site, bank)
                if not placed.has_place and placed.order[-1] == block.item.id:
                    yield self._bank(bank.id)
            case ExercisePlace():
                kind = _KINDS.get(block.kind, QUESTIONS)
                view = self._exercises[block.exercise.id]
                html = self.site.templates.page(f"sheets/{block.kind}.html.jinja", exercise=view)
                yield Sheet(kind, html)
            case Box():
                yield from self._box(block)
            case ConfidencePlace():
                pass  # confidence is stored with the answers, and there is no record on paper

    def _bank(self, name: str) -> Sheet:
        html = self.site.cached.page("sheets/questions.html.jinja", bank=self._banks[name])
        return Sheet(QUESTIONS, html)

    def keyed(self) -> tuple[list[View], list[View], list[View], list[View]]:
        """Return what has a key: banks, ratings, written replies and talks."""
        ratings, replies, talks = (self._of_kind(kind) for kind in (Rating, WrittenReply, Dialogue))
        return list(self._banks.values()), ratings, replies, talks

    @cached_property
    def _banks(self) -> dict[str, View]:
        banks = (bank for lesson in self.unit.lessons for bank in banks_in(self.site.course, lesson))
        return {bank.id: self.site.quizzes.bank(bank, self.path) for bank in banks}

    @cached_property
    def _exercises(self) -> dict[str, View]:
        places = (place for lesson in self.unit.lessons for place in lesson.exercise_places())
        found = (self.site.course.exercises_by_id[place.exercise.id] for place in places)
        return {one.head.id: self._exercise(one) for one in found}

    def _exercise(self, exercise: Exercise) -> View:
        """Return the view of an exercise, with a number for each ending of a dialogue."""
        view = self.site.exercises.view(exercise, self.path)
        ends = {ending["id"]: number for number, ending in enumerate(view.get("endings", ()), start=1)}
        return {**view, "ends": ends}

    def _of_kind(self, kind: type[Exercise]) -> list[View]:
        by_id = self.site.course.exercises_by_id
        return [view for name, view in self._exercises.items() if isinstance(by_id[name], kind)]

    def _box(self, box: Box) -> Iterator[Sheet]:
        inside = list(walk((box,)))
        is_script = any(isinstance(one, Box) and one.kind in SCRIPT_BOXES for one in inside)
        yield Sheet(SCRIPTS if is_script else UNIT, block_html(self.site, _text_of(box), self.path))
        for one in inside:
            if isinstance(one, QuizPlace | QuestionPlace | ExercisePlace):
                yield from self.of(one)


def _text_of(box: Box) -> Box:
    """Return a box without what is printed by itself."""
    blocks = (_text_of(block) if isinstance(block, Box) else block for block in box.blocks)
    return replace(box, blocks=tuple(block for block in blocks if isinstance(block, Prose | Box)))
