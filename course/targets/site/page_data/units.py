"""The units that can be read, with what is in them; addresses are from the root of the site."""

from __future__ import annotations

from course.records.course_data import Part


class Lesson(Part, frozen=True, omit_defaults=True):
    """`exercises`: its dialogues and rating exercises. `reading`, `practice`, `questions`: in minutes.

    `more`: the minutes of what is for those with more time, which are in none of these.
    `waits`: what of its items and exercises is for those with more time.
    `turn`: its place in the course's first path with stages, from 1; 0 without one.
    """

    id: str
    href: str
    title: str
    reading: int
    practice: int
    questions: int
    items: list[str]
    exercises: list[str]
    more: int = 0
    waits: tuple[str, ...] = ()
    turn: int = 0


class RatingExercise(Part, frozen=True):
    """`elements`: everything that is rated; when the meaning of an exercise changes, so does its hash."""

    id: str
    hash: str
    elements: list[str]


class Unit(Part, frozen=True, omit_defaults=True):
    """`minutes`: without what is for those with more time.
    `hashes`: how the hash of each item begins, in order.

    `stage`: when it is studied first, such as *Before day 1*; empty where no path says so.
    """

    id: str
    href: str
    title: str
    minutes: int
    competencies: list[str]
    items: list[str]
    hashes: list[str]
    dialogues: list[str]
    ratings: list[RatingExercise]
    lessons: list[Lesson]
    stage: str = ""
