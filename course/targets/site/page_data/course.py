"""What judging responses needs, as pages load it: nothing of it that the units say already."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from course.model.items import Level
from course.records.course_data import CourseData, ItemData, Part, with_short_hashes
from course.targets.site.page_data.units import Unit


class JudgedItem(Part, frozen=True, omit_defaults=True):
    """An item of a unit, without its id and its hash."""

    competencies: list[str]
    level: Level
    harm: bool = False
    cluster: str = ""


class JudgedCourse(Part, frozen=True):
    """`course`: the course without its items; `items`: those of each unit, in the order of its `items`."""

    course: CourseData
    items: dict[str, list[JudgedItem]]


def judged_course(course: CourseData, units: Sequence[Unit]) -> JudgedCourse:
    """Leave out of a course what its units say: its items, each of which one unit has, and what waits."""
    items = {unit.id: [_judged(course.items[item]) for item in unit.items] for unit in units}
    if sum(map(len, items.values())) != len(course.items):
        raise ValueError("an item of the course is in none of these units, or in two")
    return JudgedCourse(
        course=msgspec.structs.replace(with_short_hashes(course), items={}, waits=[]), items=items
    )


def _judged(item: ItemData) -> JudgedItem:
    return JudgedItem(competencies=item.competencies, level=item.level, harm=item.harm, cluster=item.cluster)
