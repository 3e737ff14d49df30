"""What a simulated study is: so many trainers, sets of items over weeks, and items of unequal difficulty."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from course.records.course_data import STRANDS, CourseData, Strand
from course.records.course_keys import ChooseKey, CourseKeys

# the ends of the levels that are drawn; at 0 and 1 every answer would be the same
LOWEST, HIGHEST = 0.02, 0.98
_STEPS = 40  # of a bisection: enough for every digit that is written
_WIDEST = 20.0  # in logits


class ImpossibleStudyError(Exception):
    """Something was asked for that the course or arithmetic does not allow; `str()` says what."""


@dataclass(frozen=True, kw_only=True)
class Design:
    """What someone asks for. Levels are expected credit, guessing included, from 0 to 1.

    `spread` and `item_spread` are standard deviations: of levels among trainers, of the difficulty of items
    in logits. `exercises`: so many dialogues, and so many rating exercises.
    `misleading`: for an item, the wrong option that is picked by whoever would answer rightly.
    """

    seed: int
    level: float = 0.75
    spread: float = 0.1
    item_spread: float = 0.7
    sets: int = 12
    set_size: int = 5
    weeks: int = 12
    devices: int = 1
    exercises: int = 6
    start: int = 1_736_150_400_000  # 6 January 2025, a Monday, 8:00 UTC
    misleading: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Study:
    """A design for a course. Items that no competency rests on are not asked."""

    course: CourseData
    keys: CourseKeys
    design: Design

    @cached_property
    def items(self) -> tuple[str, ...]:
        return tuple(sorted(name for name, item in self.course.items.items() if item.competencies))

    @cached_property
    def difficulties(self) -> Mapping[str, float]:
        """Return how much harder than others each item is, in logits."""
        chance = random.Random(f"{self.design.seed}/difficulties")
        return {name: chance.gauss(0, self.design.item_spread) for name in self.items}

    @cached_property
    def _of_strand(self) -> Mapping[Strand, Sequence[float]]:
        return {
            strand: [
                self.difficulties[name] for name in self.items if self.course.items[name].strand == strand
            ]
            for strand in STRANDS
        }

    def ability(self, strand: Strand, level: float) -> float:
        """Return the ability, in logits, with which the items of a strand earn this level on average."""
        return ability(self._of_strand[strand], level)

    def require_possible(self) -> None:
        """Raise ImpossibleStudyError where no record could be made."""
        if not self.items:
            raise ImpossibleStudyError("the course has no item that shows a competency")
        beta(self.design.level, self.design.spread)
        for name, option in self.design.misleading.items():
            self._require_wrong_option(name, option)

    def _require_wrong_option(self, name: str, option: str) -> None:
        item = self.keys.items.get(name)
        if item is None or name not in self.items:
            raise ImpossibleStudyError(f"the course has no item `{name}` that shows a competency")
        key = item.key
        if not isinstance(key, ChooseKey) or key.many:
            raise ImpossibleStudyError(f"`{name}` does not ask for one of several options")
        others = [one for one in item.ids if one not in key.keys]
        if option not in others:
            raise ImpossibleStudyError(
                f"`{option}` is no wrong option of `{name}`; these are {', '.join(others)}"
            )


def beta(level: float, spread: float) -> tuple[float, float] | None:
    """Return the parameters of the beta distribution with this mean and standard deviation.

    None without a spread: then everyone has the same level.
    """
    if not LOWEST <= level <= HIGHEST:
        raise ImpossibleStudyError(f"a level lies between {LOWEST} and {HIGHEST}, not at {level}")
    if spread == 0:
        return None
    together = level * (1 - level) / (spread * spread) - 1
    # with less than one in either parameter, most trainers would know everything or nothing
    if spread < 0 or min(level, 1 - level) * together < 1:
        raise ImpossibleStudyError(f"levels around {level} cannot have a standard deviation of {spread}")
    return level * together, (1 - level) * together


def ability(difficulties: Sequence[float], level: float) -> float:
    """Return the ability at which the chances of these items have this mean, by bisection."""
    low, high = -_WIDEST, _WIDEST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        total = sum(chance_of(middle, difficulty) for difficulty in difficulties)
        if total < level * len(difficulties):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def chance_of(ability: float, difficulty: float) -> float:
    """Return the chance of a right answer, by the model of Rasch (1960)."""
    return 1 / (1 + math.exp(difficulty - ability))
