"""Places of single questions: each is in one lesson, the one in which its bank is placed."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.framework import Ref
from course.model.units import Lesson
from course.source import Span


def misplaced_question(course: Course) -> Iterator[Diagnostic]:
    """Find `::: question` boxes that place an item twice, outside its unit, or away from its bank.

    With two places one answer would count for both.
    A bank is answered as one set, so its questions stand in one lesson.
    """
    first: dict[str, Span] = {}
    for lesson in course.lessons_by_path.values():
        for place in lesson.question_places():
            name = place.item
            if name.id not in course.bank_of_item:
                continue  # there is no such item, which is a finding of its own
            if fault := _fault(course, lesson, name, first):
                yield Diagnostic("misplaced-question", fault[0], name.span, fault[1])
            first.setdefault(name.id, name.span)


def _fault(course: Course, lesson: Lesson, item: Ref, first: dict[str, Span]) -> tuple[str, str] | None:
    """Return what is wrong with a place, and one next step."""
    bank = course.bank_of_item[item.id]
    unit = course.unit_of_lesson.get(lesson.id)
    if item.id in first:
        step = f"keep this place or the one at {first[item.id].place}"
        return f"the item `{item.id}` is placed a second time", step
    if unit is None:
        step = "move it into the lesson in which its bank stands"
        return f"the item `{item.id}` stands outside the lessons", step
    if bank.unit.id != unit.id:
        step = f"place it in a lesson of `{bank.unit.id}`, or name an item of this unit"
        return f"the item `{item.id}` belongs to the unit `{bank.unit.id}`, and this is `{unit.id}`", step
    home = _lesson_of(course, bank.id)
    if home is not None and home.id != lesson.id:
        step = f"place it in `{home.id}`, or give it a bank of its own"
        return f"the bank of `{item.id}` stands in another lesson", step
    return None


def _lesson_of(course: Course, bank: str) -> Lesson | None:
    """Return the lesson with the place of a bank, or else with the first place of one of its items."""
    for lesson in course.lessons.values():
        if any(place.bank.id == bank for place in lesson.quiz_places()):
            return lesson
    for lesson in course.lessons.values():
        for place in lesson.question_places():
            its_bank = course.bank_of_item.get(place.item.id)
            if its_bank and its_bank.id == bank:
                return lesson
    return None
