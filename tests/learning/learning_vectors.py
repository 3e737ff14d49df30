"""Records and a course, and what they show: evidence event by event, and whole profiles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from course.learning.decision import open_harm, parameters
from course.learning.derived import derived
from course.learning.disagreements import checked, disagreements
from course.learning.evidence import Found, evidence
from course.learning.units import units
from course.learning.voided import Voided, voided
from course.records.course_data import to_json
from course.records.log import Log, log_of
from tests.learning import disagreement_cases, evidence_cases, profile_cases, waiting_cases
from tests.records.course_made import course_made
from tests.records.made import DAY, START, Raw, facts, record_of
from tests.records.vector_files import text_of

COURSE = course_made()


def log_with(events: list[Raw]) -> Log:
    """Return the log of a record with these events."""
    return log_of(record_of(facts(events)))


def evidence_text() -> str:
    """Return the file of evidence."""
    cases = [
        {"name": name, "events": make(), **_found(evidence(log_with(make()), COURSE))}
        for name, make in evidence_cases.CASES.items()
    ]
    return text_of("course, events -> evidence by time", course=to_json(COURSE), cases=cases)


def profile_text() -> str:
    """Return the file of profiles."""
    return text_of(
        "course, events, now -> derived block",
        course=to_json(COURSE),
        parameters=parameters(COURSE.cut_milli),
        cases=list(_profiles()),
    )


def waiting_text() -> str:
    """Return the file of units in which something is for those with more time."""
    course = waiting_cases.COURSE
    cases = []
    for name, make in waiting_cases.CASES.items():
        found = [msgspec.to_builtins(one) for one in units(log_with(make()), course)]
        cases.append({"name": name, "units": found, "events": make()})
    return text_of("course, events -> status of units", course=to_json(course), cases=cases)


def disagreements_text() -> str:
    """Return the file of disagreements."""
    return text_of(
        "course, keys, events -> what disagrees, and what then counts",
        course=to_json(disagreement_cases.COURSE),
        keys=disagreement_cases.keys_json(),
        cases=[_disagreeing(name, make()) for name, make in disagreement_cases.CASES.items()],
    )


def _disagreeing(name: str, events: list[Raw]) -> dict[str, Any]:
    course, keys = disagreement_cases.COURSE, disagreement_cases.KEYS
    log = log_with(events)
    found = disagreements(log, course, keys)
    of_log = checked(log, found)
    counted = evidence(of_log, course)
    return {
        "name": name,
        "events": events,
        "disagreements": [msgspec.to_builtins(one) for one in found],
        "evidence": [[one.source, dict(one.credit)] for one in counted.evidence],
        "missed": sorted(open_harm(counted.harm)),
        "voided": [voided_json(one) for one in voided(of_log, course)],
    }


def voided_json(one: Voided) -> dict[str, Any]:
    """Return what was voided with the names of the other half."""
    return {
        "event": one.event,
        "of": one.of,
        "at": one.at,
        "reason": one.reason,
        "isSafetyMiss": one.is_safety_miss,
    }


def _profiles() -> Iterator[dict[str, Any]]:
    for name, (make, days) in profile_cases.CASES.items():
        now = START + days * DAY
        block = derived(log_with(make()), COURSE, now)
        yield {"name": name, "now": now, "derived": msgspec.to_builtins(block), "events": make()}


def _found(found: Found) -> dict[str, Any]:
    return {
        "evidence": [
            {
                "event": one.event,
                "source": one.source,
                "unit": one.unit,
                "strand": one.strand,
                "credit": dict(one.credit),
                "inPlacement": one.in_placement,
            }
            for one in found.evidence
        ],
        "harm": [{"event": one.event, "item": one.item, "right": one.is_right} for one in found.harm],
        "superseded": {f"{name}/{strand}": n for (name, strand), n in sorted(found.superseded.items())},
        "retired": found.retired,
    }
