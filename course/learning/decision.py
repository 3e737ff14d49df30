"""Mastery decisions: whether a competence is shown, decided at the end of each set."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterable
from functools import cache
from math import inf

from course.learning.estimate import PRIOR, TAIL, probability
from course.learning.evidence import Cell, Evidence, Found, HarmAnswer
from course.learning.pool import LATEST, YEAR, Tally, tally
from course.learning.unprimed import COLD_AFTER
from course.model.clusters import CORRELATION
from course.records.canonical import Json
from course.records.document import State
from course.records.events import AttemptFinished, DialogueFinished
from course.records.hashing import hash_of
from course.records.log import Log
from course.records.scalars import DAY

# probabilities that the true level is at the cut or above; docs/estimates.md says how they were chosen
SHOWN_FROM = 0.95
SHOWN_UNTIL = 0.75  # below this, a competency that was shown is so no longer
NOT_YET_TO = 0.10
FEWEST_ITEMS = 12  # effective responses
FEWEST_NEW = 12  # responses from one look to the next
FEWEST_UNITS = 2
FEWEST_OUTSIDE_PLACEMENT = 6  # a placement check alone decides nothing


def is_enough(tally: Tally) -> bool:
    """Say whether a pool reaches the floors, without which nothing is decided."""
    return (
        tally.effective >= FEWEST_ITEMS
        and tally.units >= FEWEST_UNITS
        and tally.outside >= FEWEST_OUTSIDE_PLACEMENT
    )


def decide(before: State, looked: Tally, now: int, cut: float, is_blocked: bool) -> State:
    """Return the mastery decision that follows `before`. `cut` is a share, 0 to 1.

    `looked`: the pool at the last look. `is_blocked`: a critical item was missed and not yet answered rightly
    on a later day.
    """
    weight = looked.weight(now)
    likely = probability(looked.earned_milli / 1000 * weight, looked.effective * weight, cut)
    if likely <= NOT_YET_TO:
        return "not-yet"
    if not is_blocked and likely >= (SHOWN_UNTIL if before == "shown" else SHOWN_FROM):
        return "shown"
    return "not-enough-evidence"


class Looks:
    """The decisions on one competency in one strand.

    The pool is looked at when it reaches the floors and holds enough that is new since the last look. Between
    two looks only a block or the years change a decision.
    """

    def __init__(self, competency: str) -> None:
        self.state: State = "not-enough-evidence"
        self.changes_at = inf  # when the weight of the evidence falls next
        self._competency = competency
        self._pool: deque[Evidence] = deque(maxlen=LATEST)
        self._new = 0
        self._last_at = 0
        self._looked: Tally | None = None

    def take(self, evidence: Evidence) -> None:
        """Take one response into the pool."""
        self._pool.append(evidence)
        self._last_at = max(self._last_at, evidence.at)
        self._new += 1

    def decide(self, now: int, cut: float, is_blocked: bool) -> None:
        """Decide at the end of a set, or after time has passed."""
        if self._new >= FEWEST_NEW:
            self._look()
        if self._looked:
            looked = self._looked._replace(last_at=self._last_at)
            self.state = decide(self.state, looked, now, cut, is_blocked)
            self.changes_at = looked.changes_after(now)

    def _look(self) -> None:
        pool = tally(tuple(self._pool), self._competency)
        if is_enough(pool):
            self._looked, self._new = pool, 0


def decisions(log: Log, found: Found, now: int, cut: float) -> dict[Cell, State]:
    """Return the state of every competency with enough evidence, decided at the end of each set until `now`.

    Between the last set and `now` only time has passed, which can take a decision away.
    With less evidence than a look needs, nothing is ever decided.
    """
    responses = Counter((name, one.strand) for one in found.evidence for name in one.credit)
    enough = {cell for cell, count in responses.items() if count >= FEWEST_NEW}
    if not enough:
        return {}
    replay = _Replay(cut, enough)
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

    def __init__(self, cut: float, cells: Collection[Cell]) -> None:
        self.has_decided = False
        self._cut = cut
        self._decided = cells  # all others stay undecided
        self._evidence: list[Evidence] = []  # since the last set
        self._harm: list[HarmAnswer] = []
        self._missed: dict[str, HarmAnswer] = {}
        self._blocked: frozenset[str] = frozenset()
        self._cells: dict[Cell, Looks] = {}
        self._changed: set[Cell] = set()

    @property
    def states(self) -> dict[Cell, State]:
        return {cell: looks.state for cell, looks in self._cells.items()}

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
                cell = competency, evidence.strand
                if cell not in self._decided:
                    continue
                if cell not in self._cells:
                    self._cells[cell] = Looks(competency)
                self._cells[cell].take(evidence)
                self._changed.add(cell)
        for answer in self._harm:
            _note_harm(self._missed, answer)
        if self._harm:
            self._block(frozenset(name for answer in self._missed.values() for name in answer.competencies))
        self._evidence, self._harm = [], []
        self.decide_at(now)

    def decide_at(self, now: int) -> None:
        """Decide with what the sets have brought until now."""
        aged = {cell for cell, looks in self._cells.items() if looks.changes_at <= now}
        for cell in self._changed | aged:
            self._cells[cell].decide(now, self._cut, cell[0] in self._blocked)
        self._changed.clear()
        self.has_decided = True

    def _block(self, competencies: frozenset[str]) -> None:
        turned = competencies ^ self._blocked
        self._changed.update(cell for cell in self._cells if cell[0] in turned)
        self._blocked = competencies


def parameters(cut_milli: int) -> dict[str, Json]:
    """Return everything the method can be set by, in whole numbers."""
    return {
        "clusterCorrelationMilli": round(CORRELATION * 1000),
        "coldAfterDays": COLD_AFTER // DAY,
        "cutMilli": cut_milli,
        "fewestItems": FEWEST_ITEMS,
        "fewestNew": FEWEST_NEW,
        "fewestOutsidePlacement": FEWEST_OUTSIDE_PLACEMENT,
        "fewestUnits": FEWEST_UNITS,
        "halvingDays": YEAR // DAY,
        "latest": LATEST,
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
