"""The items in which a learner chooses, with what is right and what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from course.model.course import Course
from course.model.items import Bank, BestWorst, Choose, Interaction, Item, Match, Option, Order
from course.model.prose import Prose


def choices(course: Course) -> Iterator[tuple[Bank, Item, Choose]]:
    """Yield every single and multiple choice, with its bank; best and worst as the choice of the best."""
    for bank, item in course.items():
        choice = _as_choice(item.interaction)
        if choice:
            yield bank, item, choice


def choices_alone(course: Course) -> Iterator[tuple[Bank, Item, Choose]]:
    """Yield the choices whose options serve one stem only.

    What marks an option of a list out gives no key away, because it is wrong for the other stems.
    """
    return (found for found in choices(course) if not found[2].is_listed)


def single_choices(bank: Bank) -> Iterator[Choose]:
    """Yield the single choices of a bank that have a list of their own, a key and a distractor."""
    for item in bank.items():
        match choice := _as_choice(item.interaction):
            case Choose(options=options, many=False, is_listed=False) if (
                len(options) > 1 and len(keys_of(options)) == 1
            ):
                yield choice
            case _:
                pass


def _as_choice(interaction: Interaction) -> Choose | None:
    match interaction:
        case Choose():
            return interaction
        case BestWorst(replies=replies, bests=bests):
            options = (Option(one.id, one.text, one.id in bests, one.feedback) for one in replies)
            return Choose(tuple(options), many=False)
        case _:
            return None


def keys_of(options: tuple[Option, ...]) -> list[Option]:
    """Return the right options, in their order."""
    return [option for option in options if option.is_key]


def wrong_of(options: tuple[Option, ...]) -> list[Option]:
    """Return the wrong options, in their order."""
    return [option for option in options if not option.is_key]


def texts_chosen_among(interaction: Interaction) -> list[Prose]:
    """Return what a learner chooses among, brings in order or sorts."""
    match interaction:
        case Choose(options=options):
            return [option.text for option in options]
        case Order(steps=steps):
            return [step.text for step in steps]
        case Match(cards=cards):
            return [card.text for card in cards]
        case BestWorst(replies=replies):
            return [reply.text for reply in replies]
        case _:
            assert_never(interaction)
