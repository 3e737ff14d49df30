"""Mastery decisions: whether a competence is shown, decided at the end of each set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

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
    replay = _Replay(found, cut)
    for event in log.valid_events():
        if isinstance(event, AttemptFinished | DialogueFinished):
            replay.decide_at(event.at, (event.at, event.id))
    if replay.has_decided:
        replay.decide_at(now, None)
    return replay.states


def open_harm(answers: Iterable[HarmAnswer]) -> dict[str, HarmAnswer]:
    """Return the harm items that were missed and not answered rightly on a later day (in UTC)."""
    missed: dict[str, HarmAnswer] = {}
    for answer in answers:
        if not answer.is_right:
            missed[answer.item] = answer
        elif answer.item in missed and answer.at // DAY > missed[answer.item].at // DAY:
            del missed[answer.item]
    return missed


class _Replay:
    """Evidence as it came in, so that decisions are taken on what was known at the time."""

    def __init__(self, found: Found, cut: float) -> None:
        self.states: dict[Cell, State] = {}
        self.has_decided = False
        self._cut = cut
        self._evidence = found.evidence
        self._harm = found.harm
        self._taken = 0
        self._blocked: Collection[str] = ()
        self._cells: defaultdict[Cell, EvidenceBySource] = defaultdict(dict)

    def decide_at(self, now: int, until: tuple[int, str] | None) -> None:
        """Decide with the evidence up to an event; None takes in no more of it."""
        if until is not None:
            self._take(until)
            self._blocked = _competencies(open_harm(h for h in self._harm if (h.at, h.event) <= until))
        for (competency, strand), by_source in self._cells.items():
            self.states[competency, strand] = decide(
                self.states.get((competency, strand), "not-enough-evidence"),
                tally(by_source.values(), competency),
                now,
                self._cut,
                competency in self._blocked,
            )
        self.has_decided = True

    def _take(self, until: tuple[int, str]) -> None:
        for evidence in self._evidence[self._taken :]:
            if (evidence.at, evidence.event) > until:
                break
            self._taken += 1
            for competency in evidence.credit:
                self._cells[competency, evidence.strand][evidence.source] = evidence


def _competencies(missed: dict[str, HarmAnswer]) -> Collection[str]:
    return {name for answer in missed.values() for name in answer.competencies}


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
