"""The plan of a course: its parts with the units they hold or will hold, and the paths through them."""

from __future__ import annotations

from dataclasses import dataclass

from course.model.choices import Weight
from course.model.framework import Ref
from course.model.items import Section
from course.model.prose import Prose
from course.source import Span


@dataclass(frozen=True)
class PlannedUnit:
    """A unit the course has or will have, so that a map can show the whole."""

    id: str
    title: str
    competencies: tuple[Ref, ...]
    span: Span


@dataclass(frozen=True)
class Part:
    """A part of the course, with the units planned for it in their order."""

    id: str
    title: str
    summary: Prose
    units: tuple[PlannedUnit, ...]
    span: Span


@dataclass(frozen=True)
class PlannedInYear:
    """What a path plans for the first year of a trainer.

    `when`: in words. `week`: in which week it begins, counted from the first session of the first group.
    `section`: the anchor of what is said of it, on the page that shows the path's year; without one, its id.
    """

    id: str
    title: str
    when: str
    week: int
    section: Ref | None
    span: Span

    @property
    def anchor(self) -> str:
        return self.section.id if self.section else self.id


@dataclass(frozen=True)
class Stage(PlannedInYear):
    """A stretch of a path in which something is studied.

    `study`: units, and lessons of units that are studied in parts.
    `most_hours`: how long it may take at the screen; 0 where nothing is set.
    """

    study: tuple[Ref, ...]
    most_hours: int

    @property
    def is_before_group(self) -> bool:
        return self.week < 0


@dataclass(frozen=True)
class Appointment(PlannedInYear):
    """What happens beside study, with others: a training day, an observation, supervision.

    `every_weeks`: after how many weeks it is again; 0 for what happens once.
    `hours`: how long it takes, in words; empty where nothing is set.
    """

    every_weeks: int
    hours: str


@dataclass(frozen=True)
class LearningPath:
    """An order of units for one kind of reader; where it has stages, they hold the units.

    `appointments`: what belongs into the same calendar as its stages.

    `most_hours`: how long all of it may take at the screen, and `most_hours_before_group` what comes before
    the first group; 0 where nothing is set.
    """

    id: str
    title: str
    summary: Prose
    units: tuple[Ref, ...]
    span: Span
    stages: tuple[Stage, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    most_hours: int = 0
    most_hours_before_group: int = 0


@dataclass(frozen=True)
class NeedNow:
    """A section that someone may need in the middle of their work; shown whole, or as a link."""

    title: str
    section: Section | None
    in_full: bool


@dataclass(frozen=True)
class Outline:
    """What a course is. `reading_grade` is the highest school grade a lesson may need; 0 when not set."""

    id: str
    title: str
    short_title: str
    version: str
    language: str
    summary: Prose
    claims: Prose
    parts: tuple[Part, ...]
    paths: tuple[LearningPath, ...]
    span: Span
    reading_grade: int = 0
    weights: tuple[Weight, ...] = ()
    need_now: tuple[NeedNow, ...] = ()
