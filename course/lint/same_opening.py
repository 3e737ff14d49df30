"""Feedback: it does not begin alike again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import assert_never

from course.lint.flaw import Accepting, Flaw
from course.lint.vocabulary import Vocabulary, vocabulary
from course.model.course import Course
from course.model.items import BestWorst, Choose, Item, Match, Order
from course.model.prose import Prose

FEWEST = 5
LARGEST_SHARE = 1 / 12


def same_opening(course: Course) -> Iterator[Flaw]:
    """Find units whose feedback begins with the same words too often.

    Whoever answers twenty questions reads the third "Kind, but …" as a formula, and skips the rest.
    An opening is the first word, and where that carries no content of its own, the first two.
    It is too often at five times and more than one in twelve of a unit, over its questions and dialogues.
    The same text twice counts once.
    """
    words = vocabulary(course)
    for unit, feedback in _by_unit(course).items():
        openings: defaultdict[str, list[Prose]] = defaultdict(list)
        for prose in feedback:
            openings[_opening(prose, words)].append(prose)
        for opening, alike in openings.items():
            if len(alike) >= FEWEST and len(alike) > len(feedback) * LARGEST_SHARE:
                fact = f"{len(alike)} of the {len(feedback)} feedbacks in `{unit}` begin with `{opening}`"
                step = "begin some of them with what the reply does to this person"
                yield Flaw(fact, alike[-1].span, step, _holders(course, unit))


def _by_unit(course: Course) -> dict[str, list[Prose]]:
    found: defaultdict[str, list[Prose]] = defaultdict(list)
    for bank, item in course.items():
        found[bank.unit.id] += _of_item(item)
    for dialogue in course.dialogues():
        replies = (reply for turn in dialogue.turns for reply in turn.replies)
        found[dialogue.head.unit.id] += [reply.feedback for reply in replies]
    return {unit: _distinct(feedback) for unit, feedback in found.items()}


def _distinct(feedback: list[Prose]) -> list[Prose]:
    """Return each text once: the same feedback to several options is one that was written."""
    return list({prose.plain: prose for prose in feedback if prose.words}.values())


def _of_item(item: Item) -> list[Prose]:
    match item.interaction:
        case Choose(options=options):
            return [option.feedback for option in options]
        case BestWorst(replies=replies):
            return [reply.feedback for reply in replies]
        case Match(cards=cards):
            return [card.feedback for card in cards]
        case Order(feedback=feedback):
            return [feedback]
    assert_never(item.interaction)


def _opening(prose: Prose, words: Vocabulary) -> str:
    first, *more = prose.words
    return f"{first} {more[0]}" if first in words.small_words and more else first


def _holders(course: Course, unit: str) -> tuple[Accepting, ...]:
    """Return the banks and dialogues of a unit: any of them may accept what is judged over all."""
    dialogues = (dialogue.head for dialogue in course.dialogues() if dialogue.head.unit.id == unit)
    return (*course.banks_of_unit.get(unit, ()), *dialogues)
