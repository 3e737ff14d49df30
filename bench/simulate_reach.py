"""Whether a good trainer who answers everything is *shown*: simulated with what the shipped course offers.

`python -m bench.simulate_reach` writes its table into docs/estimates.md. Equal runs give equal tables.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from bench.document import write_between
from bench.simulate_looks import CHOSEN, LEARNED, shown
from course.blueprint.counting import Coverage, coverage
from course.build import pipeline
from course.learning.decision import FEWEST_NEW

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "estimates.md"
BEGIN, END = "<!-- reach: begin -->", "<!-- reach: end -->"
LOOKS = 3
ENOUGH = 0.8
TRAINERS = 10_000
MOST = 200


@cache
def reached(responses: int) -> float:
    """Return how many at .92 are *shown* within three looks, which divide so many responses evenly."""
    looks = min(LOOKS, responses // FEWEST_NEW)
    if looks == 0:
        return 0.0
    size = responses // looks
    chance = np.random.default_rng(responses)
    credits = (chance.random((TRAINERS, size * looks)) < LEARNED).astype(float)
    return float(shown(CHOSEN, credits, size).any(0).mean())


@cache
def fewest() -> int:
    """Return how many effective responses are needed, with that and every larger number."""
    return max(n for n in range(1, MOST) if reached(n) < ENOUGH) + 1


def row(one: Coverage) -> str:
    """Return the line of a competency; an effective response is taken as a whole one."""
    found = reached(int(one.effective))
    missing = 0 if found >= ENOUGH else fewest() - int(one.effective)
    cells = (
        one.competency.id,
        one.competency.priority,
        f"{one.effective:.1f}",
        f"{found * 100:.0f}",
        missing,
    )
    return f"| {' | '.join(map(str, cells))} |"


def table() -> str:
    """Return the table as Markdown."""
    head = "| competency | priority | effective responses | *shown* within three looks | responses missing |"
    rows = [row(one) for one in coverage(pipeline.check(ROOT).course)]
    return "\n".join([head, "|---|---|--:|--:|--:|", *rows])


def main() -> None:
    """Put the table into the document, between the marks."""
    write_between(DOCUMENT, BEGIN, END, table())


if __name__ == "__main__":
    main()
