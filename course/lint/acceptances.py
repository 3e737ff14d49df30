"""All flaws that the authors of a course keep."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from course.lint.flaw import Accepting
from course.model.choices import Acceptance
from course.model.course import Course


def acceptances(course: Course) -> Iterator[Acceptance]:
    """Yield every `accept` of a course."""
    items = (item for _, item in course.items())
    exercises = (exercise.head for exercise in course.exercises)
    lessons, members = course.lessons_by_path.values(), course.cast.members
    papers: Iterator[Accepting] = chain(course.forms, course.observation_sheets)
    holders: Iterator[Accepting] = chain(
        lessons, course.banks, items, exercises, course.glossary, members, papers
    )
    return (acceptance for holder in holders for acceptance in holder.accepted)
