"""A generated course to invent trainers for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.text.ours import write_course
from course.reading import course_folder
from course.records.course_data import CourseData, course_data
from course.records.course_keys import CourseKeys, course_keys


@pytest.fixture(scope="session")
def course_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the course."""
    folder = tmp_path_factory.mktemp("simulated") / "course"
    write_course(folder, 5)
    return folder


@pytest.fixture(scope="session")
def course_and_keys(course_at: Path) -> tuple[CourseData, CourseKeys]:
    """Read the course."""
    course = course_folder.read((course_at,)).course
    return course_data(course), course_keys(course)
