"""The figures of one item: how hard it is, whether it discriminates, and what is picked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.item_analysis.answers import Answer
from course.item_analysis.intervals import Interval, clustered, correlation, median, wilson

FEWEST_TRAINERS = 20  # under these, a correlation says nothing that could be relied on


@dataclass(frozen=True)
class OptionFigures:
    """An option of a choice. `pull`: the correlation of picking it with the credit at other items."""

    id: str
    is_key: bool
    picked: int
    share: Interval
    pull: Interval | None


@dataclass(frozen=True)
class CertaintyFigures:
    """How those who were so sure did: calibrated is who earns more the surer they are."""

    certainty: int
    answers: int
    credit: Interval


@dataclass(frozen=True)
class ItemFigures:
    """One revision of an item.

    `facility`: the mean credit. `discrimination`: its correlation with the mean credit at other items of
    the strand (item-rest), of `compared` trainers; None under 20 of them.
    """

    item: str
    revision: str
    is_current: bool
    unit: str
    strand: str
    trainers: int
    facility: Interval
    compared: int
    discrimination: Interval | None
    dont_know: Interval
    seconds: Interval
    options: tuple[OptionFigures, ...]
    certainty: tuple[CertaintyFigures, ...]


def discrimination(answers: Sequence[Answer]) -> tuple[int, Interval | None]:
    """Return the item-rest correlation and how many trainers it is of."""
    pairs = [(one.credit, one.rest) for one in answers if one.rest is not None]
    if len(pairs) < FEWEST_TRAINERS:
        return len(pairs), None
    return len(pairs), correlation([pair[0] for pair in pairs], [pair[1] for pair in pairs])


def options(answers: Sequence[Answer], ids: Sequence[str], keys: Sequence[str]) -> tuple[OptionFigures, ...]:
    """Return the figures of each option, in the order of the bank."""
    return tuple(_option(answers, name, name in keys) for name in ids)


def _option(answers: Sequence[Answer], name: str, is_key: bool) -> OptionFigures:
    picked = sum(name in one.picked for one in answers)
    compared = [(float(name in one.picked), one.rest) for one in answers if one.rest is not None]
    pull = None
    if len(compared) >= FEWEST_TRAINERS:
        pull = correlation([pair[0] for pair in compared], [pair[1] for pair in compared])
    return OptionFigures(name, is_key, picked, wilson(picked, len(answers)), pull)


def certainty(answers: Sequence[Answer]) -> tuple[CertaintyFigures, ...]:
    """Return how those did who were guessing, fairly sure and sure; a trainer may have several answers."""
    found = []
    for level in (1, 2, 3):
        members: dict[int, tuple[float, int]] = {}
        for one in answers:
            if one.certainty == level:
                earned, count = members.get(one.trainer, (0.0, 0))
                members[one.trainer] = earned + one.credit, count + 1
        if members:
            count = sum(size for _, size in members.values())
            credit = _credit(list(members.values()), count)
            found.append(CertaintyFigures(level, count, credit))
    return tuple(found)


def _credit(members: Sequence[tuple[float, int]], count: int) -> Interval:
    is_one_each = len(members) == count
    return wilson(sum(earned for earned, _ in members), count) if is_one_each else clustered(members)


def facility(answers: Sequence[Answer]) -> Interval:
    """Return the mean credit."""
    return wilson(sum(one.credit for one in answers), len(answers))


def dont_know(answers: Sequence[Answer]) -> Interval:
    """Return the share of those who said that they do not know."""
    return wilson(sum(one.dont_know for one in answers), len(answers))


def seconds(answers: Sequence[Answer]) -> Interval:
    """Return the median time to the answer."""
    return median([one.seconds for one in answers])
