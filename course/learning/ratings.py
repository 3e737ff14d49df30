"""Which ratings count: of every element the latest one given cold."""

from __future__ import annotations

from dataclasses import dataclass

from course.learning.agreement import Pair
from course.learning.unprimed import COLD_AFTER
from course.records.course_data import CourseData
from course.records.events import RatingGiven
from course.records.log import Log


@dataclass(frozen=True)
class Ratings:
    """The pairs that count, in the order of their elements' names, and what no longer counts.

    `superseded`: how many elements have changed since. `last_at`: when an element was last rated, in
    milliseconds since 1970, by exercise of the course.
    """

    pairs: tuple[Pair, ...]
    superseded: int
    last_at: dict[str, int]


def ratings(log: Log, course: CourseData) -> Ratings:
    """Find the ratings that count.

    A rating is cold if the element was never rated before, or 21 days ago or more:
    the authors' rating is shown after each.
    """
    counted: dict[tuple[str, str], Pair] = {}
    superseded: set[tuple[str, str]] = set()
    seen: dict[tuple[str, str], int] = {}
    last_at: dict[str, int] = {}
    for event in log.events:
        if not isinstance(event, RatingGiven):
            continue
        body = event.body
        element = (body.exercise_id, body.element)
        is_cold = element not in seen or event.at - seen[element] >= COLD_AFTER
        seen[element] = event.at
        exercise = course.ratings.get(body.exercise_id)
        if event.id in log.excluded or exercise is None:
            continue
        last_at[body.exercise_id] = event.at
        if exercise.hash != body.exercise_hash or body.element not in exercise.elements:
            superseded.add(element)
        elif is_cold:
            counted[element] = (body.value, exercise.elements[body.element])
    pairs = tuple(counted[element] for element in sorted(counted))
    return Ratings(pairs, len(superseded - counted.keys()), last_at)
