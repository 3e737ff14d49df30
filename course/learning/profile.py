"""The competence profile: for every competency, each strand separately, never an average of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from course.learning.decision import decisions, open_harm
from course.learning.estimate import Estimate, estimate
from course.learning.evidence import Cell, Evidence, Found, HarmAnswer, evidence
from course.learning.observations import observations, observed
from course.learning.pool import Tally, tally
from course.learning.voided import Voided, voided
from course.records.course_data import STRANDS, CompetencyData, CourseData, Strand
from course.records.document import State
from course.records.events import SelfRating, SupervisorObservation
from course.records.log import Log


class StrandProfile(NamedTuple):
    """What is known of one competency in one strand.

    `weight`: how much its evidence still counts, 0 to 1. `superseded`: how many sources have changed since.
    """

    strand: Strand
    state: State
    tally: Tally
    weight: float
    estimate: Estimate
    superseded: int
    missed_harm_items: tuple[str, ...]


class CompetencyProfile(NamedTuple):
    """Estimates for the strands that are estimated; observation and confidence as they were given."""

    competency: str
    strands: Mapping[Strand, StrandProfile]
    observations: tuple[SupervisorObservation, ...]
    confidence: tuple[SelfRating, ...]


@dataclass(frozen=True)
class Profile:
    """The profile at the moment `now`, in milliseconds since 1970.

    `retired`: how many items and turns were answered that the course no longer has.
    `voided`: what was answered and then voided.
    """

    now: int
    competencies: tuple[CompetencyProfile, ...]
    retired: int
    voided: tuple[Voided, ...]


def profile(log: Log, course: CourseData, now: int, found: Found | None = None) -> Profile:
    """Return the profile that a record gives at the moment `now`; `found`: its evidence, if known already."""
    found = found or evidence(log, course)
    cut = course.cut_milli / 1000
    states = decisions(log, found, now, cut)
    cells = _cells(found.evidence)
    missed = _missed(open_harm(found.harm).values())
    seen = observations(log.valid(SupervisorObservation))
    sure = log.valid(SelfRating)
    touched = {name for name, _ in (*cells, *found.superseded)}.union(
        missed, (event.body.competency_id for event in sure)
    )

    def strand_of(competency: str, strand: Strand) -> StrandProfile:
        cell = competency, strand
        if cell not in cells and cell not in found.superseded and competency not in missed:
            return _untouched(strand, cut)
        added = tally(cells.get(cell, ()), competency)
        weight = added.weight(now)
        return StrandProfile(
            strand=strand,
            state=states.get(cell, "not-enough-evidence"),
            tally=added,
            weight=weight,
            estimate=estimate(added.earned_milli / 1000 * weight, added.effective * weight, cut),
            superseded=found.superseded[cell],
            missed_harm_items=missed.get(competency, ()),
        )

    def profile_of(competency: CompetencyData) -> CompetencyProfile:
        name = competency.id
        if not seen and name not in touched:
            return _untouched_competency(name, cut)
        return CompetencyProfile(
            competency=name,
            strands={strand: strand_of(name, strand) for strand in STRANDS},
            observations=observed(seen, competency),
            confidence=_confidence(sure, name),
        )

    competencies = tuple(profile_of(competency) for competency in course.competencies)
    return Profile(now, competencies, found.retired, voided(log, course))


def _cells(found: Iterable[Evidence]) -> Mapping[Cell, list[Evidence]]:
    cells: defaultdict[Cell, list[Evidence]] = defaultdict(list)
    for one in found:
        for competency in one.credit:
            cells[competency, one.strand].append(one)
    return cells


@cache
def _untouched_competency(competency: str, cut: float) -> CompetencyProfile:
    strands: dict[Strand, StrandProfile] = {strand: _untouched(strand, cut) for strand in STRANDS}
    return CompetencyProfile(competency, strands, (), ())


@cache
def _untouched(strand: Strand, cut: float) -> StrandProfile:
    """Return what is known without any response; most of a short record is this."""
    added = tally((), "")
    return StrandProfile(
        strand=strand,
        state="not-enough-evidence",
        tally=added,
        weight=added.weight(0),
        estimate=estimate(0, 0, cut),
        superseded=0,
        missed_harm_items=(),
    )


def _missed(answers: Iterable[HarmAnswer]) -> Mapping[str, tuple[str, ...]]:
    """Return the safety items that are to be put right, by competency."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for answer in sorted(answers, key=lambda one: one.item):
        for name in answer.competencies:
            found[name].append(answer.item)
    return {name: tuple(items) for name, items in found.items()}


def _confidence(sure: Sequence[SelfRating], competency: str) -> tuple[SelfRating, ...]:
    """Return the latest rating before and after each unit, in their order."""
    if not sure:
        return ()
    latest: dict[tuple[str, str], SelfRating] = {}
    for event in sure:
        if event.body.competency_id == competency:
            occasion = (event.body.unit_id, event.body.when)
            latest.pop(occasion, None)
            latest[occasion] = event
    return tuple(latest.values())
