"""What is read from a file can be kept and recalled as it was."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from course.build import pipeline
from course.model.coding import CodingError, plain, restored
from course.model.course import Course
from course.source import Source
from tests import shipped_course
from tests.site.sites import ROOT


@pytest.fixture(scope="module")
def courses() -> tuple[Course, Course]:
    return shipped_course.course(), pipeline.check(ROOT / "course" / "samples" / "course").course


def test_every_unit_bank_and_exercise_comes_back_as_it_was(courses: tuple[Course, Course]) -> None:
    for course in courses:
        # each of these is read from one file
        heads = (replace(unit, lessons=unit.lessons[:1]) for unit in course.units)
        for value in (*heads, *course.lessons.values(), *course.pages, *course.banks, *course.exercises):
            span = value.head.span if hasattr(value, "head") else value.span
            kept = msgspec.msgpack.encode(plain(value))

            assert restored(msgspec.msgpack.decode(kept), span.source) == value


@pytest.mark.parametrize("damaged", [[999], [0, "too", "many", "parts"], [-99, 1], [[]], [], [-4, "odd"]])
def test_what_is_none_of_the_models_values_is_refused(damaged: list[object]) -> None:
    with pytest.raises(CodingError):
        restored(damaged, Source("a.yml", ""))
