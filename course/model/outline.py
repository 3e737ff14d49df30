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
class LearningPath:
    """An order of units for one kind of reader."""

    id: str
    title: str
    summary: Prose
    units: tuple[Ref, ...]
    span: Span


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
