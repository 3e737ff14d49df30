"""How the scores of an instrument are read: bands, means, what is weak, and what was not seen.

The browser has the same rules in `site_templates/runtime/desk/fidelity.ts`.
Scores and means are in thousandths. What was not rated takes no part in a mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from course.model.framework import InstrumentItem

Rates = Literal["session", "programme"]
Kind = Literal["trainer", "group"]

# by the published scoring rules: a band ends below its limit
_SESSION = (
    (2000, "unsatisfactory"),
    (3000, "needs-improvement"),
    (4000, "satisfactory"),
    (5000, "very-good"),
)
_PROGRAMME = ((3000, "low"), (4000, "moderate"))
_HIGHEST = {"session": "excellent", "programme": "high"}
SUFFICIENT = 3000
_FEW = 3


@dataclass(frozen=True)
class Summary:
    """What the scores of one instrument say; `bands` by item.

    `missing`: items that everyone of the kind is rated on and that were not rated, so the mean is not the
    published one. `strongest` and `weakest` are at most three items each, and none where all scores are
    equal; no score is in both.
    """

    rated: int
    mean_milli: int | None
    band: str | None
    bands: dict[str, str]
    missing: list[str]
    strongest: list[str]
    weakest: list[str]


@dataclass(frozen=True)
class Findings:
    """What to work on, by items and by the competencies that items hide.

    `weak`: under 3. `not_seen`: not rated. `to_observe`: a high score does not show that the skill is there.
    """

    weak: list[str]
    not_seen: list[str]
    to_observe: list[str]


def band_of(total_milli: int, rates: Rates, *, count: int = 1) -> str:
    """Return the band of the mean of `count` scores whose sum is `total_milli`, without rounding it."""
    limits = _SESSION if rates == "session" else _PROGRAMME
    return next((band for limit, band in limits if total_milli < limit * count), _HIGHEST[rates])


def summary(items: Sequence[InstrumentItem], rates: Rates, values: Mapping[str, int], kind: Kind) -> Summary:
    """Summarise the scores of a trainer or a group on an instrument."""
    scores = {item.id: values[item.id] for item in items if item.id in values}
    count, total = len(scores), sum(scores.values())
    weakest, strongest = _ends(scores)
    return Summary(
        rated=count,
        mean_milli=_mean(total, count, rates) if count else None,
        band=band_of(total, rates, count=count) if count else None,
        bands={name: band_of(value, rates) for name, value in scores.items()},
        missing=[item.id for item in items if _is_required(item, kind) and item.id not in scores],
        strongest=strongest,
        weakest=weakest,
    )


def findings(items: Sequence[InstrumentItem], values: Mapping[str, int]) -> Findings:
    """Sort out what is weak, what was not seen, and what a score cannot show."""
    subjects = [name for item in items for name in (item.id, *((item.hides.id,) if item.hides else ()))]
    return Findings(
        weak=[name for name in subjects if values.get(name, SUFFICIENT) < SUFFICIENT],
        not_seen=[name for name in subjects if name not in values],
        to_observe=[item.id for item in items if item.one_is_enough],
    )


def changes(before: Mapping[str, int], after: Mapping[str, int]) -> dict[str, int]:
    """Return by how much each score has changed, where it was given both times."""
    return {name: value - before[name] for name, value in after.items() if name in before}


def _mean(total: int, count: int, rates: Rates) -> int:
    """Round half up, but never into a higher band."""
    rounded = (2 * total + count) // (2 * count)
    return rounded if band_of(rounded, rates) == band_of(total, rates, count=count) else rounded - 1


def _is_required(item: InstrumentItem, kind: Kind) -> bool:
    return not item.is_optional and (kind == "group" or not item.is_for_groups)


def _ends(scores: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """Return the weakest and the strongest items; equal ones in the order of the instrument."""
    few = min(_FEW, len(scores) // 2)
    lowest, highest = min(scores.values(), default=0), max(scores.values(), default=0)
    low = [name for name in sorted(scores, key=lambda name: scores[name])[:few] if scores[name] < highest]
    high = [name for name in sorted(scores, key=lambda name: -scores[name])[:few] if scores[name] > lowest]
    both = {scores[name] for name in low} & {scores[name] for name in high}
    weakest = [name for name in low if scores[name] not in both]
    strongest = [name for name in high if scores[name] not in both]
    return weakest, strongest
