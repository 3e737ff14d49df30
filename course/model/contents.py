"""What is in a lesson or a unit: its banks, items and exercises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.model.course import Course
from course.model.dialogue import Dialogue
from course.model.exercises import Exercise, Rating, WrittenReply
from course.model.items import Bank, Case, Item
from course.model.prose import Prose
from course.model.units import (
    Block,
    ExercisePlace,
    Lesson,
    QuestionPlace,
    QuizPlace,
    Unit,
    marked_blocks,
    walk,
)

# the exercises that have to be done for a unit; written replies and confidence are optional
_REQUIRED = (Dialogue.kind, Rating.kind)


def illustrated(banks: Iterable[Bank], exercises: Iterable[Exercise]) -> Iterator[Prose]:
    """Yield the texts outside lessons that may hold images: vignettes, situations and scenes."""
    for bank in banks:
        yield from (entry.vignette for entry in bank.entries if isinstance(entry, Case))
        yield from (item.situation for item in bank.items())
    for exercise in exercises:
        yield exercise.situation if isinstance(exercise, WrittenReply) else exercise.scene


def banks_in(course: Course, lesson: Lesson) -> list[Bank]:
    """Return the banks of a lesson, in their order; of some, only single questions may be placed."""
    found: dict[str, Bank] = {}
    for block in walk(lesson.blocks):
        if isinstance(block, QuizPlace):
            found[block.bank.id] = course.banks_by_id[block.bank.id]
        elif isinstance(block, QuestionPlace):
            bank = course.bank_of_item[block.item.id]
            found[bank.id] = bank
    return list(found.values())


def items_as_placed(course: Course, lesson: Lesson, bank: Bank) -> list[Item]:
    """Return the items of a bank in the order in which a lesson shows them."""
    by_id = {item.id: item for item in bank.items()}
    placed = {place.item.id for place in lesson.question_places()}
    shown: list[Item] = []
    for block in walk(lesson.blocks):
        if isinstance(block, QuestionPlace) and block.item.id in by_id:
            shown.append(by_id[block.item.id])
        elif isinstance(block, QuizPlace) and block.bank.id == bank.id:
            shown += [item for item in by_id.values() if item.id not in placed]
    return shown


def items_in(course: Course, lesson: Lesson) -> list[Item]:
    """Return the items of a lesson, in their order."""
    return [item for bank in banks_in(course, lesson) for item in bank.items()]


def waiting_in(course: Course, lesson: Lesson) -> frozenset[str]:
    """Return the ids of the items and exercises of a lesson that are for those with more time."""
    placed = {name for block, is_marked in marked_blocks(lesson) if is_marked for name in _at(course, block)}
    items = {item.id for item in items_in(course, lesson) if item.if_time}
    heads = (course.exercises_by_id[place.exercise.id].head for place in lesson.exercise_places())
    return frozenset(placed | items | {head.id for head in heads if head.if_time})


def waiting_parts(course: Course) -> Iterator[str]:
    """Yield the ids of what is for those with more time of all that counts for a unit."""
    for unit in course.units:
        for lesson in unit.lessons:
            counted = {*(item.id for item in items_in(course, lesson)), *required_exercises(lesson)}
            yield from waiting_in(course, lesson) & counted


def _at(course: Course, place: Block) -> Iterator[str]:
    """Yield the ids of what is asked or practised in a block."""
    for block in walk((place,)):
        match block:
            case QuizPlace():
                items = course.banks_by_id[block.bank.id].items()
                yield from (item.id for item in items if item.id not in course.placed_items)
            case QuestionPlace():
                yield block.item.id
            case ExercisePlace():
                yield block.exercise.id
            case _:
                pass


def needed_items_in(course: Course, lesson: Lesson) -> list[Item]:
    """Return the items of a lesson that are not for those with more time."""
    waiting = waiting_in(course, lesson)
    return [item for item in items_in(course, lesson) if item.id not in waiting]


def count_items(course: Course, unit: Unit) -> int:
    """Return how many items the lessons of a unit hold for everyone."""
    return sum(len(needed_items_in(course, lesson)) for lesson in unit.lessons)


def required_exercises(lesson: Lesson) -> list[str]:
    """Return the ids of the dialogues and rating exercises of a lesson."""
    return [place.exercise.id for place in lesson.exercise_places() if place.kind in _REQUIRED]


def count_exercises(unit: Unit) -> int:
    """Return how many dialogues and rating exercises the lessons of a unit hold."""
    return sum(len(required_exercises(lesson)) for lesson in unit.lessons)
