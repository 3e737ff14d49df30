"""How often the intervals of agreement hold the true value: raters of known habits rate known references.

`python -m bench.simulate_agreement` writes its table into docs/agreement.md. Equal runs give equal tables.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course.learning.agreement import Pair, error_interval, kappa, kappa_interval
from course.model.exercises import BANDS

DOCUMENT = Path(__file__).parents[1] / "docs" / "agreement.md"
BEGIN, END = "<!-- simulation: begin -->", "<!-- simulation: end -->"

RATINGS = (30, 36, 60, 120)
RATERS = 2_000
LARGE = 200_000  # ratings from which the true values are taken
REFERENCES = (0.15, 0.2, 0.3, 0.2, 0.15)  # how often each band is the reference


@dataclass(frozen=True)
class Habit:
    """How a rater departs from the reference: the chance of each number of bands up or down."""

    name: str
    shifts: Sequence[int]
    chances: Sequence[float]


HABITS = (
    Habit("nearly always the same", (-1, 0, 1), (0.05, 0.9, 0.05)),
    Habit("often a band off", (-1, 0, 1), (0.2, 0.6, 0.2)),
    Habit("often a band too high", (-1, 0, 1), (0.05, 0.55, 0.4)),
    Habit("often a band too low", (-1, 0, 1), (0.4, 0.55, 0.05)),
    Habit("sometimes two bands off", (-2, -1, 0, 1, 2), (0.1, 0.2, 0.4, 0.2, 0.1)),
    Habit("by chance", (), ()),
)


@dataclass(frozen=True)
class Coverage:
    """Shares of raters whose interval holds the true value."""

    kappa: float
    error: float


def draw(habit: Habit, n: int, chance: random.Random) -> list[Pair]:
    """Let a rater rate `n` elements."""
    references = chance.choices(BANDS, REFERENCES, k=n)
    if not habit.shifts:
        return [(chance.choice(BANDS), reference) for reference in references]
    shifts = chance.choices(habit.shifts, habit.chances, k=n)
    return [
        (min(BANDS[-1], max(BANDS[0], reference + shift)), reference)
        for reference, shift in zip(references, shifts, strict=True)
    ]


def truth(habit: Habit) -> tuple[float, float]:
    """Return the kappa and the signed error of a rater's habit."""
    pairs = draw(habit, LARGE, random.Random(habit.name))
    return kappa(pairs) or 0.0, sum(x - y for x, y in pairs) / LARGE


def simulate(habit: Habit, n: int, raters: int = RATERS) -> Coverage:
    """Return how often the intervals from `n` ratings hold the truth; an undefined kappa holds nothing."""
    chance = random.Random(f"{habit.name}/{n}")
    true_kappa, true_error = truth(habit)
    kappas = errors = 0
    for _ in range(raters):
        pairs = draw(habit, n, chance)
        found, error = kappa_interval(pairs), error_interval(pairs)
        kappas += found is not None and found.low <= true_kappa <= found.high
        errors += error.low <= true_error <= error.high
    return Coverage(kappas / raters, errors / raters)


def table() -> str:
    """Return the table as Markdown."""
    heads = " | ".join(f"{n}: κ | {n}: error" for n in RATINGS)
    lines = [
        f"| Rater | true κ | true error | {heads} |",
        "|---|---:|---:|" + "---:|---:|" * len(RATINGS),
        *(row(habit) for habit in HABITS),
    ]
    return "\n".join(lines)


def row(habit: Habit, raters: int = RATERS) -> str:
    """Return a rater's line of the table."""
    true_kappa, true_error = truth(habit)
    cells = [simulate(habit, n, raters) for n in RATINGS]
    shares = " | ".join(f"{cell.kappa:.2f} | {cell.error:.2f}" for cell in cells)
    return f"| {habit.name} | {true_kappa:.2f} | {round(true_error, 1) + 0.0:+.1f} | {shares} |"


def main() -> None:
    """Write the table into the document."""
    text = DOCUMENT.read_text()
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}")


if __name__ == "__main__":
    main()
