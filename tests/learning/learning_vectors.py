"""Records and a course, and what they show: evidence event by event, and whole profiles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from course.learning.decision import parameters
from course.learning.derived import derived
from course.learning.evidence import Found, evidence
from course.records.course_data import to_json
from course.records.log import Log, log_of
from tests.learning import evidence_cases, profile_cases
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
