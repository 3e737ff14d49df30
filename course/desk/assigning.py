"""Assignments for many at once: of each person's scores, the units that the desk would suggest, as files.

The browser makes the same assignments in `site_templates/runtime/views/desk/assigning/`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

import msgspec

from course.desk.document import AssignedUnit
from course.desk.handed_file import to_handed_file
from course.desk.item_names import Subject
from course.desk.suggestions import BANDED, SuggestedUnit, Wording
from course.minutes import minutes_to_name, unit_time
from course.model.course import Course
from course.model.framework import Instrument

FORMAT = "imr-assignment"
MOST_UNITS = 100  # a file with more is read by no browser
_MOST_MINUTES = 10_000
_LONGEST_NAME = 180  # bytes of UTF-8, which are 60 letters of Chinese; most file systems take 255 in all
# of a unit that is not written yet; a supervisor may say otherwise
PLANNED_MINUTES = 60


def banded(course: Course) -> list[Instrument]:
    """Return the instruments that a desk scores."""
    return [one for one in course.framework.instruments if one.rates in BANDED]


def subjects_of(instrument: Instrument, titles: Mapping[str, str]) -> list[Subject]:
    """Return what a table may call the items, and the competencies that they hide."""
    found = []
    for item in instrument.items:
        found.append(Subject(item.id, (str(item.number), item.name)))
        if item.hides:
            found.append(Subject(item.hides.id, (titles.get(item.hides.id, item.hides.id),)))
    return found


def assignable_units(course: Course) -> tuple[str, ...]:
    """Return every unit that can be assigned: those of the plan, then the others."""
    planned = (unit.id for part in course.outline.parts for unit in part.units)
    return tuple(dict.fromkeys([*planned, *course.units_by_id]))


def assignable_minutes(course: Course) -> dict[str, int]:
    """Return the minutes of every unit that can be assigned."""
    return {name: _minutes(course, name) for name in assignable_units(course)}


def _minutes(course: Course, name: str) -> int:
    unit = course.units_by_id.get(name)
    return minutes_to_name(unit_time(course, unit)) if unit else PLANNED_MINUTES


def assigned_units(
    suggested: Sequence[SuggestedUnit], minutes: Mapping[str, int], due: str | None, wording: Wording
) -> list[AssignedUnit]:
    """Return suggested units as they are assigned."""
    return [
        AssignedUnit(
            unit_id=one.unit_id,
            minutes=min(_MOST_MINUTES, max(1, minutes.get(one.unit_id, PLANNED_MINUTES))),
            due_date=due,
            reason=wording.reasons(one.reasons),
        )
        for one in suggested
    ]


def assignment_file(course: str, assigner: str, date: str, units: Sequence[AssignedUnit]) -> str:
    """Return the text of the file that a trainer opens."""
    body = {"assigner": assigner, "date": date, "units": msgspec.to_builtins(list(units))}
    return to_handed_file(FORMAT, course, body)


def file_name(name: str, date: str) -> str:
    """Name the file of someone's assignment; a long name is cut, because file systems count bytes."""
    kept = "".join(sign if unicodedata.category(sign)[0] in "LN" else " " for sign in name)
    cut = "-".join(kept.split()).encode()[:_LONGEST_NAME].decode(errors="ignore")
    return f"imr-assignment-{cut.rstrip('-')}-{date}.json"
