"""The pool: the latest evidence on one competency in one strand, added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from course.learning.evidence import Evidence
from course.model.clusters import share
from course.records.scalars import DAY

LATEST = 40  # responses; older ones no longer count; docs/estimates.md says how this was chosen
YEAR = 365 * DAY


class Tally(NamedTuple):
    """A pool of evidence, added up.

    `n` responses from `units` different units earned `sum_milli` thousandths; `outside` of the `n` were not
    given in placement checks. `effective` and `earned_milli` are `n` and `sum_milli` after the design effect
    of clusters. `last_at`: the time of the latest, in milliseconds since 1970.
    """

    n: int
    sum_milli: int
    units: int
    outside: int
    effective: float
    earned_milli: float
    last_at: int | None

    def weight(self, now: int) -> float:
        """Return how much the evidence still counts, 0 to 1: it halves with every whole year without any."""
        if self.last_at is None:
            return 1.0
        return 0.5 ** max(0, (now - self.last_at) // YEAR)

    def changes_after(self, now: int) -> float:
        """Return the moment at which the weight falls next; infinite where there is nothing to weigh."""
        if self.last_at is None:
            return inf
        return self.last_at + YEAR * (max(0, (now - self.last_at) // YEAR) + 1)


def tally(evidence: Sequence[Evidence], competency: str) -> Tally:
    """Add up the latest evidence on a competency, given in its order."""
    if not evidence:
        return _NOTHING
    pool = evidence[-LATEST:]
    sum_milli = sum([one.credit[competency] for one in pool])
    effective, earned_milli = _after_clusters(pool, competency) or (float(len(pool)), float(sum_milli))
    return Tally(
        n=len(pool),
        sum_milli=sum_milli,
        units=len({one.unit for one in pool}),
        outside=sum([not one.in_placement for one in pool]),
        effective=effective,
        earned_milli=earned_milli,
        last_at=max([one.at for one in pool]),
    )


def _after_clusters(pool: Sequence[Evidence], competency: str) -> tuple[float, float] | None:
    """Return how many responses a pool is worth and what they earned; None where nothing is shared."""
    clusters: defaultdict[str, list[Evidence]] = defaultdict(list)
    for one in pool:
        clusters[one.cluster or one.source].append(one)
    if len(clusters) == len(pool):
        return None
    shares = {name: share(len({one.source for one in members})) for name, members in clusters.items()}
    return (
        sum(len(members) * shares[name] for name, members in clusters.items()),
        sum(
            sum(one.credit[competency] for one in members) * shares[name]
            for name, members in clusters.items()
        ),
    )


_NOTHING = Tally(n=0, sum_milli=0, units=0, outside=0, effective=0, earned_milli=0, last_at=None)
