"""The plan of the course, as far as a placement check must know it."""

from __future__ import annotations

from course.records.course_data import Part


class PlannedUnit(Part, frozen=True, omit_defaults=True):
    """A unit of the outline, written or not.

    `touches`: what it asks about besides what it teaches.
    `title`: only of a unit that cannot be read yet; the others have theirs in `units`.
    """

    id: str
    teaches: list[str]
    touches: list[str]
    prerequisites: list[str]
    title: str = ""


class Path(Part, frozen=True):
    """A path through the course; its units by their ids."""

    id: str
    title: str
    units: list[str]


class CoursePlan(Part, frozen=True):
    """`asked`: the competencies of the check. `waiting`: those on which there are too few questions yet."""

    asked: list[str]
    waiting: list[str]
    units: list[PlannedUnit]
    paths: list[Path]
