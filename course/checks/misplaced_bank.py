"""Places of banks: each is in exactly one lesson, unless all of its questions are placed one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from course.checks.naming import shipped_first
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.items import Bank
from course.model.units import Lesson, QuizPlace
from course.source import Span


def misplaced_bank(course: Course) -> Iterator[Diagnostic]:
    """Find banks that are in no lesson, in two, or on a page outside the units.

    A bank without a place is never seen; with two places, one answer would count for both.
    A bank needs no place when `::: question` places every one of its items, and then it must have none.
    """
    first: dict[str, Span] = {}
    for place in (place for page in course.pages for place in page.quiz_places()):
        first.setdefault(place.bank.id, place.bank.span)
        if place.bank.id in course.banks_by_id:
            message = f"the bank `{place.bank.id}` stands outside the lessons"
            step = "move it into the lesson that teaches what it asks"
            yield Diagnostic("misplaced-bank", message, place.bank.span, step)
    for lesson in shipped_first(course.lessons.values()):
        for place in lesson.quiz_places():
            name = place.bank.id
            if name and name in first:
                yield Diagnostic(
                    code="misplaced-bank",
                    message=f"the bank `{name}` is placed a second time",
                    span=place.bank.span,
                    help=f"keep this place or the one at {first[name].place}",
                )
            first.setdefault(name, place.bank.span)
    yield from _in_another_unit(course)
    alone = {place.item.id for lesson in course.lessons.values() for place in lesson.question_places()}
    yield from _nothing_left(course)
    if not first.keys() <= course.banks_by_id.keys():
        return  # a place whose name is wrong may have been meant for the bank that lacks one
    for bank in course.banks:
        if bank.id and bank.id not in first and not _is_placed_whole(bank, alone):
            yield Diagnostic(
                code="misplaced-bank",
                message=f"no lesson places the bank `{bank.id}`",
                span=bank.span,
                help=f"write `::: quiz {bank.id}` and `:::` in the lesson where it belongs",
            )


def _is_placed_whole(bank: Bank, alone: set[str]) -> bool:
    """Say whether every question of a bank has a place of its own."""
    return all(item.id in alone for item in bank.items())


def _nothing_left(course: Course) -> Iterator[Diagnostic]:
    """Find places of banks at which no question is left."""
    for lesson in course.lessons.values():
        alone = {place.item.id for place in lesson.question_places()}
        for place in lesson.quiz_places():
            bank = course.banks_by_id.get(place.bank.id)
            if bank and any(bank.items()) and _is_placed_whole(bank, alone):
                yield Diagnostic(
                    code="misplaced-bank",
                    message=f"every question of `{bank.id}` has a place of its own, so none is left here",
                    span=place.bank.span,
                    help="delete this box, or one of the `question` boxes",
                )


def _in_another_unit(course: Course) -> Iterator[Diagnostic]:
    """Find banks whose only place is in a lesson of another unit than the one they assess."""
    places: dict[str, list[tuple[Lesson, QuizPlace]]] = defaultdict(list)
    for lesson in course.lessons.values():
        for place in lesson.quiz_places():
            places[place.bank.id].append((lesson, place))
    for bank in course.banks:
        if len(places[bank.id]) != 1 or bank.unit.id not in course.units_by_id:
            continue
        lesson, place = places[bank.id][0]
        unit = course.unit_of_lesson[lesson.id]
        if unit.id != bank.unit.id:
            yield Diagnostic(
                code="misplaced-bank",
                message=f"the bank `{bank.id}` belongs to the unit `{bank.unit.id}`, and this is `{unit.id}`",
                span=place.bank.span,
                help=f"place it in a lesson of `{bank.unit.id}`, or change its `unit`",
            )
