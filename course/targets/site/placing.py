"""Which competencies the placement check asks about."""

from __future__ import annotations

from collections import Counter

from course.model.course import Course
from course.model.framework import Competency
from course.records.course_data import CourseData

HIGHEST = "A"
FEWEST_QUESTIONS = 4  # with fewer, estimates overlap too much to compare competencies
FEWEST_COMPETENCIES = 4  # of which three are suggested


class Placing:
    """The competencies of the highest priority: those with questions enough are asked, the others wait."""

    def __init__(self, course: Course, data: CourseData) -> None:
        counts = Counter[tuple[str, str]](
            (name, item.strand) for item in data.items.values() for name in item.competencies
        )
        highest = [one for one in course.framework.competencies if one.priority == HIGHEST]
        self.asked = [one for one in highest if counts[one.id, one.strand] >= FEWEST_QUESTIONS]
        self.waiting: list[Competency] = [one for one in highest if one not in self.asked]

    @property
    def is_offered(self) -> bool:
        """Say whether there are enough competencies to find the weakest among them."""
        return len(self.asked) >= FEWEST_COMPETENCIES
