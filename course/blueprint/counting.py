"""Scored responses, counted by competency, unit and level."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from course.model.clusters import share
from course.model.course import Course
from course.model.dialogue_paths import shortest_path
from course.model.framework import Competency
from course.model.items import Item, Level, items_of

# A turn of a dialogue is a column of its own; like `judge` and `plan` it is evidence of judgement.
TURN = "turn"
COLUMNS = (*Level, TURN)
OF_STRAND = {"knowledge": (Level.KNOW,), "judgement": (Level.JUDGE, Level.PLAN, TURN)}

FEWEST_WHERE_WEAKEST = 30
FEWEST = 15
FEWEST_UNITS = 2
_PLACES = 6


_Response: TypeAlias = tuple[str, str]  # competency and column


@dataclass(frozen=True)
class Coverage:
    """What a course offers for one competency: responses by unit, then by column.

    `clusters`: the same responses by what they share, then by column. One that shares nothing is a cluster
    of its own.
    """

    competency: Competency
    units: Mapping[str, Mapping[str, int]]
    clusters: tuple[Mapping[str, int], ...]

    @property
    def minimum(self) -> int:
        """Return how many responses there should be in the leading strand; priority A needs most."""
        return FEWEST_WHERE_WEAKEST if self.competency.priority == "A" else FEWEST

    @property
    def available(self) -> int:
        """Return how many responses there are in the leading strand."""
        return sum(map(self._leading, self.units.values()))

    @property
    def effective(self) -> float:
        """Return how many independent responses those in the leading strand are worth."""
        sizes = map(self._leading, self.clusters)
        return round(sum(size * share(size) for size in sizes), _PLACES)

    @property
    def leading_units(self) -> int:
        """Return in how many units there are responses in the leading strand."""
        return sum(self._leading(row) > 0 for row in self.units.values())

    @property
    def is_enough(self) -> bool:
        return self.effective >= self.minimum and self.leading_units >= FEWEST_UNITS

    def _leading(self, row: Mapping[str, int]) -> int:
        return sum(row[column] for column in OF_STRAND[self.competency.strand])


def coverage(course: Course) -> tuple[Coverage, ...]:
    """Count the responses of every competency, in the order of the framework and of the units."""
    counted: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    clusters: defaultdict[str, list[Counter[str]]] = defaultdict(list)
    for unit, responses in _clusters(course):
        for competency, columns in _by_competency(responses).items():
            counted[competency, unit].update(columns)
            clusters[competency].append(columns)

    def of(competency: Competency) -> Coverage:
        found = {unit.id: counted[competency.id, unit.id] for unit in course.units}
        rows = {unit: row for unit, row in found.items() if row}
        return Coverage(competency, rows, tuple(clusters[competency.id]))

    return tuple(of(competency) for competency in course.framework.competencies)


def _by_competency(responses: list[_Response]) -> dict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for competency, column in responses:
        found[competency][column] += 1
    return found


def _clusters(course: Course) -> Iterator[tuple[str, list[_Response]]]:
    """Yield the unit and the responses of each cluster that a learner is sure to be asked for.

    Which turns of a dialogue a learner meets depends on the path taken; the shortest is the least there is.
    Turns are taken as independent, as in the decision.
    """
    for bank in course.banks:
        for entry in bank.entries:
            yield bank.unit.id, list(chain.from_iterable(map(_of_item, items_of(entry))))
    for dialogue in course.dialogues():
        for turn in shortest_path(dialogue):
            yield dialogue.head.unit.id, [(ref.id, TURN) for ref in turn.competencies]


def _of_item(item: Item) -> Iterator[_Response]:
    """Yield the responses that one item asks for; they share whatever its frame shares."""
    yield from ((ref.id, item.level) for ref in item.assesses)
