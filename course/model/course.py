"""A whole course as one value, and how to find things in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from course.model.dialogue import Dialogue
from course.model.exercises import Exercise, Rating
from course.model.forms import Form
from course.model.framework import Cast, CastMember, Competency, Framework, Reference, Synonym, Term
from course.model.items import Bank, Case, Item, OptionList
from course.model.observation import ObservationSheet
from course.model.organisation import Organisation
from course.model.outline import Outline
from course.model.units import ConfidencePlace, Lesson, Unit
from course.source import Span

_KINDS = {Item: "item", Case: "case", OptionList: "option list"}


@dataclass(frozen=True)
class Course:
    """What authors and a host have written.

    `files` holds the images that are shown, by path.
    `other_files` are the paths of the rest; they are listed only if an image that is shown is not there.
    """

    outline: Outline
    framework: Framework
    references: tuple[Reference, ...]
    cast: Cast
    glossary: tuple[Term, ...]
    synonyms: tuple[Synonym, ...]
    units: tuple[Unit, ...]
    pages: tuple[Lesson, ...]
    banks: tuple[Bank, ...]
    exercises: tuple[Exercise, ...]
    organisation: Organisation
    files: dict[str, bytes]
    other_files: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    observation_sheets: tuple[ObservationSheet, ...] = ()

    @cached_property
    def competencies(self) -> dict[str, Competency]:
        return {competency.id: competency for competency in self.framework.competencies}

    @cached_property
    def references_by_id(self) -> dict[str, Reference]:
        return {reference.id: reference for reference in self.references}

    @cached_property
    def people(self) -> dict[str, CastMember]:
        return {member.id: member for member in self.cast.members}

    @cached_property
    def units_by_id(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.units}

    @cached_property
    def banks_by_id(self) -> dict[str, Bank]:
        return {bank.id: bank for bank in self.banks}

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        found: dict[str, Lesson] = {}
        for lesson in (lesson for unit in self.units for lesson in unit.lessons):
            found.setdefault(lesson.id, lesson)  # a second one with the same id is a finding
        return found

    @cached_property
    def lessons_by_path(self) -> dict[str, Lesson]:
        """Return the lessons, and the pages outside units, by the path of their file."""
        lessons = (lesson for unit in self.units for lesson in unit.lessons)
        return {lesson.path: lesson for lesson in (*lessons, *self.pages)}

    @cached_property
    def exercises_by_id(self) -> dict[str, Exercise]:
        return {exercise.head.id: exercise for exercise in self.exercises}

    @cached_property
    def forms_by_id(self) -> dict[str, Form]:
        return {form.id: form for form in self.forms}

    @cached_property
    def units_in_order(self) -> tuple[Unit, ...]:
        """Return the units in the order of the outline, then those that it does not name."""
        planned = [unit.id for part in self.outline.parts for unit in part.units]
        place = {name: number for number, name in enumerate(planned)}
        return tuple(sorted(self.units, key=lambda unit: place.get(unit.id, len(place))))

    @cached_property
    def banks_of_unit(self) -> dict[str, tuple[Bank, ...]]:
        """Return the banks of each unit that has any, by the unit's id."""
        found: defaultdict[str, list[Bank]] = defaultdict(list)
        for bank in self.banks:
            found[bank.unit.id].append(bank)
        return {unit: tuple(banks) for unit, banks in found.items()}

    @cached_property
    def lesson_of_exercise(self) -> dict[str, Lesson]:
        lessons = self.lessons.values()
        return {place.exercise.id: lesson for lesson in lessons for place in lesson.exercise_places()}

    @cached_property
    def lesson_of_bank(self) -> dict[str, Lesson]:
        """Return the lesson of each bank; its questions may be there one by one."""
        found: dict[str, Lesson] = {}
        for lesson in self.lessons.values():
            for place in lesson.question_places():
                if bank := self.bank_of_item.get(place.item.id):
                    found[bank.id] = lesson
            found |= {place.bank.id: lesson for place in lesson.quiz_places()}
        return found

    @cached_property
    def unit_of_confidence(self) -> dict[ConfidencePlace, Unit]:
        return {place: unit for unit in self.units for place in unit.confidence_places()}

    @cached_property
    def bank_of_item(self) -> dict[str, Bank]:
        return {item.id: bank for bank, item in self.items()}

    @cached_property
    def placed_items(self) -> frozenset[str]:
        """Return the items that have a place of their own in a lesson."""
        return frozenset(
            place.item.id for lesson in self.lessons.values() for place in lesson.question_places()
        )

    @cached_property
    def unit_of_lesson(self) -> dict[str, Unit]:
        return {lesson.id: unit for unit in self.units for lesson in unit.lessons}

    def dialogues(self) -> Iterator[Dialogue]:
        return (exercise for exercise in self.exercises if isinstance(exercise, Dialogue))

    def ratings(self) -> Iterator[Rating]:
        return (exercise for exercise in self.exercises if isinstance(exercise, Rating))

    def items(self) -> tuple[tuple[Bank, Item], ...]:
        """Return every item with its bank, in the order of the banks."""
        return self._items

    @cached_property
    def _items(self) -> tuple[tuple[Bank, Item], ...]:
        return tuple((bank, item) for bank in self.banks for item in bank.items())

    @cached_property
    def items_of_unit(self) -> dict[str, tuple[Item, ...]]:
        """Return the items of each unit that has any."""
        found: defaultdict[str, list[Item]] = defaultdict(list)
        for bank, item in self._items:
            found[bank.unit.id].append(item)
        return {unit: tuple(items) for unit, items in found.items()}

    def identifiers(self) -> Iterator[tuple[str, str, Span]]:
        """Yield kind, id and place of everything that has an id of its own."""
        for unit in self.units:
            yield "unit", unit.id, unit.span
            yield from (("lesson", lesson.id, lesson.span) for lesson in unit.lessons[1:])
            for lesson in unit.lessons:
                yield from ((box.kind, box.id, box.span) for box in lesson.boxes() if box.id)
            yield from (("objective", objective.id, objective.span) for objective in unit.objectives)
        for page in self.pages:
            yield "page", page.id, page.span
            yield from ((box.kind, box.id, box.span) for box in page.boxes() if box.id)
        for bank in self.banks:
            yield "bank", bank.id, bank.span
            for entry in bank.entries:
                yield _KINDS[type(entry)], entry.id, entry.span
                if not isinstance(entry, Item):
                    yield from (("item", item.id, item.span) for item in entry.items)
        for exercise in self.exercises:
            yield exercise.kind, exercise.head.id, exercise.head.span
        yield from (("form", form.id, form.span) for form in self.forms)
        yield from (("observation sheet", sheet.id, sheet.span) for sheet in self.observation_sheets)
