"""Which files count: records of the course, as they were exported, of one person."""

from __future__ import annotations

from course.cohort.people import pseudonyms_in
from course.records import refusals
from course.records.reading import Expected, Reading, read
from course.records.refusals import Refusal

# of one file; a person has one for each device on which they began anew, so a handful
MOST_PSEUDONYMS = 64


def accepted(content: bytes | Refusal, course: str, expected: Expected | None = None) -> Reading | Refusal:
    """Read a file, or say why it does not count. `expected`: as for `records.reading.read`."""
    if isinstance(content, Refusal):
        return content
    outcome = read(content, course, expected)
    if isinstance(outcome, Refusal):
        return outcome
    if not outcome.is_unchanged:
        return refusals.changed()
    if len(set(outcome.record.learner.pseudonyms)) > MOST_PSEUDONYMS:
        return refusals.too_many_pseudonyms(MOST_PSEUDONYMS)
    return outcome


def people_in(content: bytes, course: str) -> tuple[str, ...]:
    """Return the pseudonyms that a file names; none where it names none.

    One that names several joins people, so it must count: a refused file changes nothing for others.
    """
    names = pseudonyms_in(content)
    if len(names) > 1 and isinstance(accepted(content, course), Refusal):
        return ()
    return names
