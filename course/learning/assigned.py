"""What a record says of assigned units: which, until when, by whom, and when each was completed.

The browser has the same rules in `site_templates/runtime/learning/assigned.ts`.
"""

from __future__ import annotations

from typing import NamedTuple

from course.records.events import ContinuingAssigned, ContinuingCompleted
from course.records.log import Log


class AssignedUnit(NamedTuple):
    """A unit as it was last assigned, and its completion after that, by the order of the log.

    `assigned` is None for a unit that was completed without ever being assigned.
    """

    assigned: ContinuingAssigned | None
    completed: ContinuingCompleted | None


def assigned_units(log: Log) -> dict[str, AssignedUnit]:
    """Return every unit that was assigned or completed, in the order in which that first happened."""
    found: dict[str, AssignedUnit] = {}
    if not log.valid(ContinuingAssigned) and not log.valid(ContinuingCompleted):
        return found
    for event in log.valid_events():
        if isinstance(event, ContinuingAssigned):
            found[event.body.unit_id] = AssignedUnit(event, None)
        elif isinstance(event, ContinuingCompleted):
            before = found.get(event.body.unit_id, AssignedUnit(None, None))
            found[event.body.unit_id] = AssignedUnit(before.assigned, before.completed or event)
    return found
