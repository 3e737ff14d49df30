"""The derived block of an export: the profile in whole thousandths, which print alike everywhere."""

from __future__ import annotations

import math
from functools import cache, lru_cache

from course.learning.decision import parameters_hash
from course.learning.estimate import Estimate
from course.learning.profile import CompetencyProfile, Profile, StrandProfile, profile
from course.learning.units import Asked, units
from course.records.course_data import CourseData
from course.records.document import CompetencyEstimate, ComputedBy, Derived, StrandEstimate
from course.records.log import Log

METHOD = "beta-jeffreys"
METHOD_VERSION = "2.0.0"
NEARLY = 1e-6


def derived(log: Log, course: CourseData, now: int) -> Derived:
    """Compute the derived block; an export's `now` is the moment it is exported."""
    return derived_from(profile(log, course, now), log, course)


def derived_from(found: Profile, log: Log, course: CourseData, asked: Asked | None = None) -> Derived:
    """Return the derived block of a record whose profile is computed already; `asked`: see `units`."""
    return Derived(
        computed_by=ComputedBy(
            method=METHOD, version=METHOD_VERSION, parameters_hash=parameters_hash(course.cut_milli)
        ),
        competencies=[_competency(competency) for competency in found.competencies],
        units=units(log, course, asked),
    )


def thousandths(value: float) -> int:
    """Round half up to whole thousandths.

    What is computed in steps may fall short of a half by less than `NEARLY`, in one language only.
    """
    return math.floor(value * 1000 + 0.5 + NEARLY)


def strand_estimate(found: StrandProfile) -> StrandEstimate:
    """Return a strand of the profile as it is in a file: numbers in whole thousandths."""
    if not (found.tally.n or found.superseded or found.missed_harm_items):
        return _untouched(found.estimate)
    mean, low, high, probability = _in_thousandths(found.estimate)
    return StrandEstimate(
        state=found.state,
        n=found.tally.n,
        units=found.tally.units,
        sum_milli=found.tally.sum_milli,
        effective_milli=thousandths(found.tally.effective * found.weight),
        mean_milli=mean,
        low_milli=low,
        high_milli=high,
        probability_milli=probability,
        superseded=found.superseded,
        last_evidence_at=found.tally.last_at,
        missed_harm_items=list(found.missed_harm_items),
    )


@lru_cache(maxsize=65_536)
def _in_thousandths(found: Estimate) -> tuple[int, int, int, int]:
    numbers = found.mean, found.low, found.high, found.probability
    mean, low, high, probability = map(thousandths, numbers)
    return mean, low, high, probability


@cache
def _untouched(estimate: Estimate) -> StrandEstimate:
    """Return what is said without any response; most of a short record is this."""
    return StrandEstimate(
        state="not-enough-evidence",
        n=0,
        units=0,
        sum_milli=0,
        effective_milli=0,
        mean_milli=thousandths(estimate.mean),
        low_milli=thousandths(estimate.low),
        high_milli=thousandths(estimate.high),
        probability_milli=thousandths(estimate.probability),
        superseded=0,
        last_evidence_at=None,
        missed_harm_items=[],
    )


def _competency(found: CompetencyProfile) -> CompetencyEstimate:
    return CompetencyEstimate(
        competency_id=found.competency,
        knowledge=strand_estimate(found.strands["knowledge"]),
        judgement=strand_estimate(found.strands["judgement"]),
    )
