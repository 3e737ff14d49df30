"""Scored responses, counted by competency, unit and level."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course.model.course import Course
from course.model.dialogue_paths import shortest_path
from course.model.framework import Competency
from course.model.items import Level

# A turn of a dialogue is a column of its own; like `judge` and `plan` it is evidence of judgement.
TURN = "turn"
COLUMNS = (*Level, TURN)
OF_STRAND = {"knowledge": (Level.KNOW,), "judgement": (Level.JUDGE, Level.PLAN, TURN)}

FEWEST_WHERE_WEAKEST = 30
FEWEST = 15
FEWEST_UNITS = 2


@dataclass(frozen=True)
class Coverage:
    """What a course offers for one competency: responses by unit, then by column."""

    competency: Competency
    units: Mapping[str, Mapping[str, int]]

    @property
    def minimum(self) -> int:
        """Return how many responses there should be in the leading strand; priority A needs most."""
        return FEWEST_WHERE_WEAKEST if self.competency.priority == "A" else FEWEST

    @property
    def available(self) -> int:
        """Return how many responses there are in the leading strand."""
        return sum(map(self._leading, self.units.values()))

    @property
    def leading_units(self) -> int:
        """Return in how many units there are responses in the leading strand."""
        return sum(self._leading(row) > 0 for row in self.units.values())

    @property
    def is_enough(self) -> bool:
        return self.available >= self.minimum and self.leading_units >= FEWEST_UNITS

    def _leading(self, row: Mapping[str, int]) -> int:
        return sum(row[column] for column in OF_STRAND[self.competency.strand])


def coverage(course: Course) -> tuple[Coverage, ...]:
    """Count the responses of every competency, in the order of the framework and of the units."""
    counted: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for competency, unit, column in _responses(course):
        counted[competency, unit][column] += 1

    def of(competency: Competency) -> Coverage:
        found = {unit.id: counted[competency.id, unit.id] for unit in course.units}
        return Coverage(competency, {unit: row for unit, row in found.items() if row})

    return tuple(of(competency) for competency in course.framework.competencies)


def _responses(course: Course) -> Iterator[tuple[str, str, str]]:
    """Yield the competency, unit and column of every response that a learner is sure to be asked for.

    Which turns of a dialogue a learner meets depends on the path taken; the shortest is the least there is.
    """
    for bank, item in course.items():
        yield from ((ref.id, bank.unit.id, item.level) for ref in item.competencies)
    for dialogue in course.dialogues():
        for turn in shortest_path(dialogue):
            yield from ((ref.id, dialogue.head.unit.id, TURN) for ref in turn.competencies)
