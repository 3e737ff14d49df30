"""How far each unit is, and the minutes that it gives credit for."""

from __future__ import annotations

from collections import Counter

from course.records.course_data import CourseData, UnitData
from course.records.document import Status, UnitStatus
from course.records.events import ContinuingAssigned, ContinuingCompleted, ItemResponse
from course.records.inspect import standing_of
from course.records.log import Log


def units(log: Log, course: CourseData) -> list[UnitStatus]:
    """Return every unit's status, in the order of the course."""
    asked = Counter(item.unit for item in course.items.values())
    answered = Counter(course.items[item].unit for item in _answered(log, course))
    assigned = {e.body.unit_id: e for e in log.standing() if isinstance(e, ContinuingAssigned)}
    completed = {e.body.unit_id: e for e in log.standing() if isinstance(e, ContinuingCompleted)}

    def status_of(unit: UnitData) -> UnitStatus:
        has_all = 0 < asked[unit.id] == answered[unit.id]
        status: Status = "in-progress" if answered[unit.id] else "not-started"
        minutes = unit.minutes if has_all else 0
        due = assigned[unit.id].body.due_date if unit.id in assigned else None
        return UnitStatus(
            unit_id=unit.id,
            status="done" if has_all or unit.id in completed else status,
            minutes_credited=completed[unit.id].body.minutes if unit.id in completed else minutes,
            due_date=due,
        )

    return [status_of(unit) for unit in course.units]


def _answered(log: Log, course: CourseData) -> set[str]:
    return {
        event.body.item_id
        for event in log.standing()
        if isinstance(event, ItemResponse) and standing_of(event, course) == "current"
    }
