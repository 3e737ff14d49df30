"""The shipped course as a value, read and checked once for all tests of a worker."""

from __future__ import annotations

from functools import cache

from course.build import pipeline
from course.build.pipeline import Checked
from course.model.course import Course
from course.shipped import SHIPPED


@cache
def checked() -> Checked:
    """Return the course with the findings about it."""
    return pipeline.check(SHIPPED)


def course() -> Course:
    return checked().course
