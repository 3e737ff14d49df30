"""The course that records belong to, read from its folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from course.desk.assigning import assignable_units
from course.gathering.wrong_use import WrongUseError
from course.model.course import Course
from course.reading import course_folder
from course.reading.roots import roots
from course.records.course_data import CourseData, course_data
from course.records.course_keys import CourseKeys, course_keys
from course.shipped import SHIPPED


@dataclass(frozen=True)
class OpenCourse:
    """A course as records need it, with its keys, its title and those of its competencies, and its units."""

    data: CourseData
    keys: CourseKeys
    titles: Mapping[str, str]
    title: str
    units: tuple[str, ...]


def open_course(folder: Path | None) -> OpenCourse:
    """Read the course that the records belong to, as far as records need it."""
    course = whole_course(folder)
    titles = {name: competency.title for name, competency in course.competencies.items()}
    return OpenCourse(
        course_data(course), course_keys(course), titles, course.outline.title, assignable_units(course)
    )


def whole_course(folder: Path | None) -> Course:
    """Read a course, by default the shipped one, in which there must be no error."""
    folder = folder or SHIPPED
    if not folder.is_dir():
        raise WrongUseError(f"there is no folder {folder}", "name the folder of a course with `--course DIR`")
    read_course = course_folder.read(roots(folder))
    if not read_course.is_whole:
        raise WrongUseError(f"the course in {folder} cannot be read", f"`course check {folder}` says why")
    return read_course.course
