"""How often the decision rule is wrong: trainers of known level answer, and the rule decides.

`python -m bench.simulate_decisions` writes its tables into docs/estimates.md. Equal runs give equal tables.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.document import write_between
from course.learning.decision import Looks
from course.learning.estimate import CUT
from course.learning.evidence import Evidence
from course.records.document import State

DOCUMENT = Path(__file__).parents[1] / "docs" / "estimates.md"
BEGIN, END = "<!-- simulation: begin -->", "<!-- simulation: end -->"

LEVELS = (600, 650, 700, 750, 800, 850, 900, 950)  # thousandths
ITEMS = (12, 15, 30, 45, 60)
TRAINERS = 2_000
SET = 5
OPTIONS = 3
COMPETENCY = "asking"


@dataclass(frozen=True)
class Outcome:
    """Shares of trainers: decided so at the end, and shown at the end of any set on the way."""

    shown: float
    not_yet: float
    ever_shown: float


def simulate(level_milli: int, items: int, is_guessing: bool, trainers: int = TRAINERS) -> Outcome:
    """Let trainers of one level answer items in sets, each item once and cold, and decide after each set."""
    chance = random.Random(f"{level_milli}/{items}/{is_guessing}")
    level = level_milli / 1000
    right = level + (1 - level) / OPTIONS if is_guessing else level
    ends: Counter[State] = Counter()
    ever = 0
    for _ in range(trainers):
        states = list(_states(items, right, chance))
        ends[states[-1]] += 1
        ever += "shown" in states
    return Outcome(ends["shown"] / trainers, ends["not-yet"] / trainers, ever / trainers)


def _states(items: int, right: float, chance: random.Random) -> Iterator[State]:
    looks = Looks(COMPETENCY)
    for answered in range(1, items + 1):
        looks.take(_answer(answered, chance.random() < right))
        if answered % SET == 0 or answered == items:
            looks.decide(now=0, cut=CUT, is_blocked=False)
            yield looks.state


@cache
def _answer(place: int, is_right: bool) -> Evidence:
    """Return an answer; sets come from different units, and all on one day."""
    return Evidence(
        at=0,
        event="",
        source=f"item-{place}",
        unit=f"unit-{-(-place // SET)}",
        strand="judgement",
        credit={COMPETENCY: 1000 * is_right},
        in_placement=False,
    )


def tables() -> str:
    """Return the tables as Markdown."""
    parts = []
    for is_guessing, title in ((False, _WITHOUT), (True, _WITH)):
        found = {(level, n): simulate(level, n, is_guessing) for level in LEVELS for n in ITEMS}
        parts += [title, _table(found), _EVER, _ever_table(found)]
    return "\n\n".join(parts)


def row(level_milli: int, found: dict[tuple[int, int], Outcome]) -> str:
    """Return the line of one level: shown and not yet, in per cent."""
    cells = [found[level_milli, n] for n in ITEMS]
    texts = [f"{_per_cent(cell.shown)} · {_per_cent(cell.not_yet)}" for cell in cells]
    return _line(f".{level_milli // 10}", texts)


def _table(found: dict[tuple[int, int], Outcome]) -> str:
    return "\n".join([*_head(), *(row(level, found) for level in LEVELS)])


def _ever_table(found: dict[tuple[int, int], Outcome]) -> str:
    rows = [
        _line(f".{level // 10}", [_per_cent(found[level, n].ever_shown) for n in ITEMS]) for level in LEVELS
    ]
    return "\n".join([*_head(), *rows])


def _head() -> list[str]:
    return [_line("true level", [f"{n} items" for n in ITEMS]), "|---" * (len(ITEMS) + 1) + "|"]


def _line(first: str, cells: list[str]) -> str:
    return f"| {' | '.join([first, *cells])} |"


def _per_cent(share: float) -> str:
    return f"{share * 100:.0f}"


_WITHOUT = """### Without guessing

The true level is the credit that a trainer earns on average.
Each cell: per cent decided *shown* · per cent decided *not yet*; the rest read *not enough evidence*."""
_WITH = f"""### With guessing

The true level is the share of items that a trainer knows; on the rest they guess among {OPTIONS} options."""
_EVER = "Per cent that were *shown* at the end of any set on the way:"


def main() -> None:
    """Put the tables into the document, between the marks."""
    words = f"{TRAINERS:,} simulated trainers in each cell; sets of {SET} items."
    write_between(DOCUMENT, BEGIN, END, f"{words}\n\n{tables()}")


if __name__ == "__main__":
    main()
