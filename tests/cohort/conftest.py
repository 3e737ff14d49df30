"""The course and the records that the tests of the record commands use too."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.cohort.fold import Comparison
from course.reading import course_folder
from course.records.course_data import CourseData
from course.records.course_keys import course_keys
from tests.records.conftest import answers, course, export, files, run
from tests.records.made import DAY, START

__all__ = ["answers", "course", "export", "files", "run"]

NOW = START + 90 * DAY


@pytest.fixture
def against(course: CourseData) -> Comparison:
    """Return what the records of the tests are compared with."""
    keys = course_keys(course_folder.read((Path("course"),)).course)
    return Comparison(course, keys, NOW)
