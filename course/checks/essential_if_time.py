"""What is for those with more time is never what matters most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.exercises import Exercise, Rating, competencies_of
from course.model.framework import Ref
from course.model.units import ExercisePlace, Heading, QuestionPlace, QuizPlace, Unit, marked_blocks, walk
from course.source import Span

URGENT = "A"


def essential_if_time(course: Course) -> Iterator[Diagnostic]:
    """Find what is marked `if_time` although a mistake could do harm, or although it is of priority A.

    Of priority A is what a unit is planned for (its `competencies` in `content/course.yml`) and what
    the framework gives that priority. Practising such a competency once more in a unit about something
    else may wait, and so may rating exercises, which train the eye.
    A section is as essential as the items that name it as the one that teaches them.
    """
    for unit in course.units:
        urgent = _urgent(course, unit)
        placed = set(_placed(course, unit))
        yield from _items(course, unit, urgent, placed)
        yield from _sections(course, unit, urgent)
        for exercise in course.exercises:
            head = exercise.head
            if head.unit.id == unit.id and (head.if_time or head.id in placed):
                yield from _judged(head.id, _trained(exercise), urgent, False, head.span)


def _urgent(course: Course, unit: Unit) -> set[str]:
    planned = (one for part in course.outline.parts for one in part.units if one.id == unit.id)
    taught = next((one.competencies for one in planned), unit.competencies())
    known = (course.competencies.get(ref.id) for ref in taught)
    return {one.id for one in known if one and one.priority == URGENT}


def _items(course: Course, unit: Unit, urgent: set[str], placed: set[str]) -> Iterator[Diagnostic]:
    for item in course.items_of_unit.get(unit.id, ()):
        if item.if_time or item.id in placed:
            yield from _judged(item.id, item.competencies, urgent, item.harm, item.span)


def _trained(exercise: Exercise) -> Iterable[Ref]:
    """Return what an exercise trains; rating a session trains the eye."""
    return () if isinstance(exercise, Rating) else competencies_of(exercise)


def _placed(course: Course, unit: Unit) -> Iterator[str]:
    """Yield the items and exercises that stand in a marked section or lesson of a unit."""
    marked = (block for lesson in unit.lessons for block, is_marked in marked_blocks(lesson) if is_marked)
    for block in walk(tuple(marked)):
        match block:
            case QuizPlace(bank=Ref(id=name)) if bank := course.banks_by_id.get(name):
                yield from (item.id for item in bank.items() if item.id not in course.placed_items)
            case QuestionPlace(item=Ref(id=name)) | ExercisePlace(exercise=Ref(id=name)):
                yield name
            case _:
                pass


def _sections(course: Course, unit: Unit, urgent: set[str]) -> Iterator[Diagnostic]:
    asked = {
        (item.section.lesson, item.section.anchor)
        for _, item in course.items()
        if item.section and (item.harm or urgent & {ref.id for ref in item.competencies})
    }
    for lesson in unit.lessons:
        if lesson.if_time and lesson.search.is_safety:
            yield _finding(lesson.id, "it is about safety", lesson.span)
        for block, is_marked in marked_blocks(lesson):
            if isinstance(block, Heading) and is_marked and (lesson.id, block.anchor) in asked:
                why = "it teaches what an item with `harm` or of priority A asks"
                yield _finding(block.anchor, why, block.span)


def _judged(
    name: str, competencies: Iterable[Ref], urgent: set[str], is_harm: bool, span: Span
) -> Iterator[Diagnostic]:
    named = sorted(urgent & {ref.id for ref in competencies})
    if is_harm:
        yield _finding(name, "a mistake in it could do harm", span)
    elif named:
        yield _finding(name, f"`{named[0]}` is of priority A", span)


def _finding(name: str, why: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "essential-if-time",
        f"`{name}` is marked as for those with more time, and {why}",
        span,
        "take the mark away, and mark something else",
    )
