"""Mastery decisions: whether a competence is shown, decided at the end of each set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import inf

from course.learning.estimate import PRIOR, TAIL, probability
from course.learning.evidence import COLD_AFTER, DAY, Cell, Evidence, Found, HarmAnswer
from course.records.canonical import Json
from course.records.document import State
from course.records.events import AttemptFinished, DialogueFinished
from course.records.hashing import hash_of
from course.records.log import Log

# probabilities that the true level is at the cut or above; docs/estimates.md says how they were chosen
SHOWN_FROM = 0.90
SHOWN_UNTIL = 0.75  # below this, a competency that was shown is so no longer
NOT_YET_TO = 0.10
FEWEST_ITEMS = 12
FEWEST_UNITS = 2
FEWEST_OUTSIDE_PLACEMENT = 6  # responses needed to change a decision; a placement check alone changes none
YEAR = 365 * DAY

EvidenceBySource = dict[str, Evidence]


@dataclass(frozen=True)
class Tally:
    """The evidence on one competency in one strand, added up.

    `n` responses from `units` different units earned `sum_milli` thousandths; `outside` of the `n` were not
    given in placement checks. `last_at`: the time of the latest, in milliseconds since 1970.
    """

    n: int
    sum_milli: int
    units: int
    outside: int
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


def tally(evidence: Iterable[Evidence], competency: str) -> Tally:
    """Add up the evidence on a competency."""
    found = list(evidence)
    return Tally(
        n=len(found),
        sum_milli=sum(one.credit[competency] for one in found),
        units=len({one.unit for one in found}),
        outside=sum(not one.in_placement for one in found),
        last_at=max((one.at for one in found), default=None),
    )


def decide(before: State, tally: Tally, now: int, cut: float, is_blocked: bool) -> State:
    """Return the mastery decision that follows `before`. `cut` is a share, 0 to 1.

    `is_blocked`: a critical item was missed and not yet answered rightly on a later day.
    """
    if tally.n < FEWEST_ITEMS or tally.units < FEWEST_UNITS:
        return "not-enough-evidence"
    state = _likely_state(before, tally, now, cut, is_blocked)
    is_new = state != before
    return "not-enough-evidence" if is_new and tally.outside < FEWEST_OUTSIDE_PLACEMENT else state


def _likely_state(before: State, tally: Tally, now: int, cut: float, is_blocked: bool) -> State:
    weight = tally.weight(now)
    likely = probability(tally.sum_milli / 1000 * weight, tally.n * weight, cut)
    if likely <= NOT_YET_TO:
        return "not-yet"
    if not is_blocked and likely >= (SHOWN_UNTIL if before == "shown" else SHOWN_FROM):
        return "shown"
    return "not-enough-evidence"


def decisions(log: Log, found: Found, now: int, cut: float) -> dict[Cell, State]:
    """Return the state of every competency with evidence, decided at the end of each set until `now`.

    Between the last set and `now` only time has passed, which can take a decision away.
    """
    replay = _Replay(cut)
    evidence = {one.event: one for one in found.evidence}
    harm = {one.event: one for one in found.harm}
    for event in log.events:
        replay.take(evidence.get(event.id), harm.get(event.id))
        if isinstance(event, AttemptFinished | DialogueFinished) and event.id not in log.excluded:
            replay.decide_set(event.at)
    if replay.has_decided:
        replay.decide_at(now)
    return replay.states


def open_harm(answers: Iterable[HarmAnswer]) -> dict[str, HarmAnswer]:
    """Return the harm items that were missed and not answered rightly on a later day (in UTC)."""
    missed: dict[str, HarmAnswer] = {}
    for answer in answers:
        _note_harm(missed, answer)
    return missed


def _note_harm(missed: dict[str, HarmAnswer], answer: HarmAnswer) -> None:
    if not answer.is_right:
        missed[answer.item] = answer
    elif answer.item in missed and answer.at // DAY > missed[answer.item].at // DAY:
        del missed[answer.item]


class _Replay:
    """Evidence as it came in, so that decisions are taken on what was known at the time.

    Only those cells are decided again in which something has changed since: evidence, a block, or the
    weight that falls with the years. Deciding once more on the same grounds gives the same state.
    """

    def __init__(self, cut: float) -> None:
        self.states: dict[Cell, State] = {}
        self.has_decided = False
        self._cut = cut
        self._evidence: list[Evidence] = []  # since the last set
        self._harm: list[HarmAnswer] = []
        self._missed: dict[str, HarmAnswer] = {}
        self._blocked: frozenset[str] = frozenset()
        self._cells: defaultdict[Cell, EvidenceBySource] = defaultdict(dict)
        self._changed: set[Cell] = set()
        self._changes_at: dict[Cell, float] = {}  # when the weight of its evidence falls next

    def take(self, evidence: Evidence | None, harm: HarmAnswer | None) -> None:
        """Hold what came in until the set ends."""
        if evidence:
            self._evidence.append(evidence)
        if harm:
            self._harm.append(harm)

    def decide_set(self, now: int) -> None:
        """Decide at the end of a set with all that came in until then."""
        for evidence in self._evidence:
            for competency in evidence.credit:
                self._cells[competency, evidence.strand][evidence.source] = evidence
                self._changed.add((competency, evidence.strand))
        for answer in self._harm:
            _note_harm(self._missed, answer)
        if self._harm:
            self._block(frozenset(name for answer in self._missed.values() for name in answer.competencies))
        self._evidence, self._harm = [], []
        self.decide_at(now)

    def decide_at(self, now: int) -> None:
        """Decide with what the sets have brought until now."""
        aged = {cell for cell, moment in self._changes_at.items() if moment <= now}
        for cell in self._changed | aged:
            before = self.states.get(cell, "not-enough-evidence")
            added = tally(self._cells[cell].values(), cell[0])
            self.states[cell] = decide(before, added, now, self._cut, cell[0] in self._blocked)
            self._changes_at[cell] = added.changes_after(now)
        self._changed.clear()
        self.has_decided = True

    def _block(self, competencies: frozenset[str]) -> None:
        turned = competencies ^ self._blocked
        self._changed.update(cell for cell in self._cells if cell[0] in turned)
        self._blocked = competencies


def parameters(cut_milli: int) -> dict[str, Json]:
    """Return everything the method can be set by, in whole numbers."""
    return {
        "coldAfterDays": COLD_AFTER // DAY,
        "cutMilli": cut_milli,
        "fewestItems": FEWEST_ITEMS,
        "fewestOutsidePlacement": FEWEST_OUTSIDE_PLACEMENT,
        "fewestUnits": FEWEST_UNITS,
        "halvingDays": YEAR // DAY,
        "notYetToMilli": round(NOT_YET_TO * 1000),
        "priorMilli": round(PRIOR * 1000),
        "shownFromMilli": round(SHOWN_FROM * 1000),
        "shownUntilMilli": round(SHOWN_UNTIL * 1000),
        "tailMilli": round(TAIL * 1000),
    }


@cache
def parameters_hash(cut_milli: int) -> str:
    """Return the hash by which two computations know that they used the same method."""
    return hash_of(parameters(cut_milli))
