"""What many looks and shared cases do to the decision: the simulations by which the rule was chosen.

`python -m bench.simulate_looks` writes its tables into docs/estimates.md. Equal runs give equal tables.
Whole groups of trainers are computed at once; a test compares this with the rule that the course uses.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

from bench.document import write_between
from course.learning.decision import FEWEST_ITEMS, FEWEST_NEW, SHOWN_FROM, SHOWN_UNTIL
from course.learning.estimate import CUT, PRIOR
from course.learning.pool import LATEST
from course.model.clusters import CORRELATION

DOCUMENT = Path(__file__).parents[1] / "docs" / "estimates.md"
BEGIN, END = "<!-- looks: begin -->", "<!-- looks: end -->"

TRAINERS = 10_000
RESPONSES = 165  # 11 looks of 15, 33 of 5
FIXED, BEFORE, LEARNED = 0.75, 0.60, 0.92

Numbers: TypeAlias = NDArray[np.float64]
Shown: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True)
class Rule:
    """A way to decide *shown*: on the latest so many responses, or with weights that fall with newer ones."""

    name: str
    latest: int | None = LATEST
    half_life: float | None = None
    shown_from: float = SHOWN_FROM
    fewest_new: int = FEWEST_NEW
    correlation: float = CORRELATION

    def weights(self, held: int) -> Numbers:
        """Return the weight of each of so many responses, the oldest first."""
        ages = np.arange(held)[::-1]
        if self.half_life:
            return np.power(0.5, ages / self.half_life)
        return (ages < (self.latest or held)).astype(float)


CHOSEN = Rule("**latest 40, .95**")
RULES = (
    Rule("latest of each item, .90, every set", latest=15, shown_from=0.90, fewest_new=1),
    Rule("latest 30, .95", latest=30),
    CHOSEN,
    Rule("latest 45, .94", latest=45, shown_from=0.94),
    Rule("half weight after 15, .95", latest=None, half_life=15),
    Rule("half weight after 20, .95", latest=None, half_life=20),
)
SIZES = (4, 6, 8, 10, 12, 20)  # of sets, besides those of 5 and 15
ASSUMED = (0.0, CORRELATION, 0.4)
CASES = ((1, 0.0), (3, 0.0), (3, 0.2), (3, 0.4), (6, 0.0), (6, 0.2), (6, 0.4))


def shown(rule: Rule, credits: Numbers, size: int, in_case: int = 1) -> Shown:
    """Return who is *shown* after each set: sets down, trainers across. Cases hold `in_case` items each."""
    trainers, responses = credits.shape
    state = np.zeros(trainers, dtype=bool)
    states, looked = [], 0
    for held in range(size, responses + 1, size):
        weights = rule.weights(held) / (1 + (_members(held, in_case) - 1) * rule.correlation)
        if weights.sum() >= FEWEST_ITEMS and held - looked >= rule.fewest_new:
            looked = held
            earned, n = credits[:, :held] @ weights, weights.sum()
            likely = beta.sf(CUT, earned + PRIOR, n - earned + PRIOR)
            state = likely >= np.where(state, SHOWN_UNTIL, rule.shown_from)
        states.append(state)
    return np.array(states)


def _members(held: int, in_case: int) -> Numbers:
    """Return for each response how many of its case are in the pool."""
    cases = np.arange(held) // in_case
    pool = cases[max(0, held - LATEST) :]
    return np.array([max(1, (pool == case).sum()) for case in cases], dtype=float)


def _draw(levels: Numbers, in_case: int = 1, correlation: float = 0) -> Numbers:
    """Draw credits of trainers; the items of one case have a level of their own around the trainer's."""
    chance = np.random.default_rng([round(1000 * levels.sum()), in_case, round(1000 * correlation)])
    if correlation:
        cases = levels[::in_case]
        spread = (1 - correlation) / correlation
        drawn = chance.beta(cases * spread, (1 - cases) * spread, (TRAINERS, len(cases)))
        levels = np.repeat(drawn, in_case, axis=1)[:, : len(levels)]
    return (chance.random((TRAINERS, levels.shape[-1])) < levels).astype(float)


def ever_fixed(rule: Rule, size: int) -> float:
    """Return how many at .75 are *shown* after any of their sets."""
    return float(shown(rule, _draw(np.full(RESPONSES, FIXED)), size).any(0).mean())


def _learner(rule: Rule, size: int, later: int) -> float:
    """Return how many show what they learned in `later` responses, after one, two or three sets of 15."""
    found = []
    for earlier in (15, 30, 45):
        levels = np.r_[np.full(earlier, BEFORE), np.full(later, LEARNED)]
        found.append(shown(rule, _draw(levels), size)[earlier // size :].any(0).mean())
    return float(np.mean(found))


def rule_row(rule: Rule) -> str:
    """Return the line of one rule, in per cent."""
    within_45 = shown(rule, _draw(np.full(45, LEARNED)), 15).any(0).mean()
    return _line(
        rule.name,
        ever_fixed(rule, 15),
        ever_fixed(rule, 5),
        _learner(rule, 15, 60),
        _learner(rule, 5, 20),
        float(within_45),
    )


def case_row(in_case: int, correlation: float) -> str:
    """Return the line of one size of case, in per cent: without and with the design effect."""
    without = replace(CHOSEN, correlation=0)
    fixed = _draw(np.full(RESPONSES, FIXED), in_case, correlation)
    learned = _draw(np.full(45, LEARNED), in_case, correlation)
    cells: list[float] = []
    for rule in (without, CHOSEN):
        states = shown(rule, fixed, 15, in_case)
        in_45 = shown(rule, learned, 15, in_case)
        cells += [states[1].mean(), states.any(0).mean(), in_45.any(0).mean()]
    return _line(f"{in_case} | {correlation:.1f}", *cells)


def size_row(size: int) -> str:
    """Return the line of one size of set, in per cent."""
    return _line(f"{size}", ever_fixed(CHOSEN, size))


def assumed_row(assumed: float) -> str:
    """Return the line of one correlation that the rule may assume, at the true ones, in per cent."""
    rule = replace(CHOSEN, correlation=assumed)
    shares = (
        shown(rule, _draw(np.full(45, LEARNED), 3, true), 15, 3).any(0).mean() for true in (0.0, 0.2, 0.4)
    )
    return _line(f"{assumed:.1f}", *map(float, shares))


def _line(first: str, *shares: float) -> str:
    return f"| {' | '.join([first, *(f'{share * 100:.1f}' for share in shares)])} |"


def tables() -> str:
    """Return all tables as Markdown."""
    return "\n\n".join(
        [
            f"{TRAINERS:,} simulated trainers in each cell; per cent of them.",
            _RULES + "\n".join(map(rule_row, RULES)),
            _SIZES + "\n".join(map(size_row, SIZES)),
            _CASES + "\n".join(case_row(*case) for case in CASES),
            _ASSUMED + "\n".join(map(assumed_row, ASSUMED)),
        ]
    )


def _head(title: str, first: int, *columns: str) -> str:
    marks = ["---" if place < first else "--:" for place in range(len(columns))]
    return f"{title}\n\n| {' | '.join(columns)} |\n|{'|'.join(marks)}|\n"


_OF_CASES = (".75 at 30", ".75 at any of 11 sets", ".92 within 45")
_RULES = _head(
    "### Many looks",
    1,
    "pool and threshold",
    "fixed .75: *shown* at any of 11 sets of 15",
    "the same, 33 sets of 5",
    "learned .92: *shown* within 4 sets of 15",
    "the same, 4 sets of 5",
    ".92 from the start: within 45",
)
_SIZES = _head(
    "### Sets of other sizes", 1, "responses in a set", "fixed .75: *shown* at any look of 165 responses"
)
_ASSUMED = _head(
    """### Assuming another correlation

Three items in each case: *.92 within 45*, by what the rule assumes and by what is true.""",
    1,
    "assumed",
    "true 0",
    "true .2",
    "true .4",
)
_CASES = _head(
    """### Items of one case

The first three columns of figures count every response in full, the last three with the design effect.""",
    0,
    "items per case",
    "true correlation",
    *_OF_CASES,
    *_OF_CASES,
)


def main() -> None:
    """Put the tables into the document, between the marks."""
    write_between(DOCUMENT, BEGIN, END, tables())


if __name__ == "__main__":
    main()
