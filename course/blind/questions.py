"""Every response that a course asks for, as it is seen without its stem, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from course.blind.kinds import Group, Kind, group_of
from course.blind.sight import Sight, sight_of_replies, sights
from course.model.course import Course
from course.model.dialogue_paths import map_of, offers
from course.source import Span


@dataclass(frozen=True)
class Question:
    """One response of an item, or one turn of a dialogue. `place` is the bank or the dialogue."""

    id: str
    place: str
    unit: str
    sight: Sight
    span: Span


Wanted = Callable[[Question], bool]


def questions(course: Course) -> Iterator[Question]:
    """Yield every response in the order of the banks, then of the dialogues.

    A turn that offers other replies with other marks is a response for each choice that it offers.
    """
    for bank, item in course.items():
        for seen in sights(item.interaction):
            yield Question(item.id, bank.id, bank.unit.id, seen, item.span)
    for dialogue in course.dialogues():
        found = map_of(dialogue)
        for turn in dialogue.turns:
            name, unit = dialogue.head.id, dialogue.head.unit.id
            for replies in offers(found, turn):
                for seen in sight_of_replies(replies):
                    yield Question(f"{name}/{turn.id}", name, unit, seen, turn.span)


def of_all() -> Wanted:
    """Want every question."""
    return lambda question: True


def of_kind(kind: Kind) -> Wanted:
    """Want the questions of one kind, such as single choices."""
    return lambda question: question.sight.kind is kind


def of_groups(*groups: Group) -> Wanted:
    """Want the questions of groups of kinds, such as items or turns."""
    return lambda question: group_of(question.sight.kind) in groups


def of_unit(unit: str) -> Wanted:
    """Want the questions of one unit, by its id."""
    return lambda question: question.unit == unit


def of_place(place: str) -> Wanted:
    """Want the questions of one bank or dialogue, by its id."""
    return lambda question: question.place == place
