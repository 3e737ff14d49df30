"""The first year on paper is true: study takes the hours that are said, and no training minute is lost."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from course import minutes
from course.model.artefacts import Label
from course.model.course import Course
from course.model.paths import lessons_by_stage, year_of
from course.reading import course_folder
from course.targets.site.addresses import Addresses
from course.targets.site.year import year_entries, year_rows
from tests import shipped_course
from tests.course_folder import LESSON, make_course

ROOT = Path(__file__).parents[1]
HANDBOOK = ROOT / "content/pages/1b-trainers-handbook.md"
LINK = re.compile(r"\]\(\.\./([^)#]+)")
ROW = re.compile(r"^\| (.*\]\(\.\./.*) \| (\d+) \|$")
STRETCHES = ("before-day-1", "between-days")
THREE_HOURS = range(160, 201)
A_ROW_MAY_BE_OFF = 6  # minutes, until someone looks at the handbook again
SHEETS = {
    "fp-day-1-morning": 190,
    "fp-day-1-afternoon": 200,
    "fp-day-2-morning": 205,
    "fp-day-2-afternoon": 185,
    "fp-booster": 240,
    "fp-supervision": 120,
}


@pytest.fixture(scope="module")
def shipped() -> Course:
    return shipped_course.course()


def _rows(anchor: str) -> list[tuple[list[str], int]]:
    """Return what the handbook says of a stretch: the files of each row, and its minutes."""
    section = HANDBOOK.read_text(encoding="utf-8").split(f"{{#{anchor}}}")[1].split("\n## ")[0]
    found = [match for line in section.splitlines() if (match := ROW.match(line))]
    return [(LINK.findall(match[1]), int(match[2])) for match in found]


def _computed(course: Course, file: str) -> int:
    """Return the minutes of a lesson, or of a whole unit where its index is named."""
    path = f"content/{file}"
    for unit in course.units:
        for lesson in unit.lessons:
            if lesson.path == path:
                whole = path.endswith("/index.md")
                time = minutes.unit_time(course, unit) if whole else minutes.lesson_time(course, lesson)
                return time.whole.total
    raise AssertionError(f"the handbook names {path}, which is no lesson")


@pytest.mark.parametrize("stretch", STRETCHES)
def test_each_stretch_of_study_takes_about_three_hours(shipped: Course, stretch: str) -> None:
    rows = _rows(stretch)
    computed = [sum(_computed(shipped, file) for file in files) for files, _ in rows]

    assert sum(computed) in THREE_HOURS
    for (files, said), counted in zip(rows, computed, strict=True):
        assert abs(said - counted) <= A_ROW_MAY_BE_OFF, (files, said, counted)


def test_each_entry_of_the_year_leads_to_its_section_of_the_handbook(shipped: Course) -> None:
    entries = year_entries(shipped, Addresses(shipped))
    (path,) = (one for one in shipped.outline.paths if one.stages)

    assert {entry.id for entry in entries} == {one.id for one in year_of(path)}
    assert all(entry.href.startswith("pages/trainers-handbook.html#") for entry in entries)
    assert [entry.week for entry in entries] == sorted(entry.week for entry in entries)


def test_a_year_may_be_shown_in_a_lesson_and_again_elsewhere(tmp_path: Path) -> None:
    make_course("unknown-section", tmp_path / "course")
    lesson = tmp_path / "course" / LESSON
    lesson.write_text(f"{lesson.read_text()}\n## Day two {{#day-two}}\n\n::: year short-path\n:::\n")

    course = course_folder.read((tmp_path / "course",)).course
    addresses = Addresses(course)

    assert {entry.id: entry.href for entry in year_entries(course, addresses)} == {
        "before": "pages/first-year.html#day-one",
        "later": f"{addresses.lessons['open-questions']}#day-two",
    }


def test_the_year_on_paper_says_the_hours_that_the_stages_take(shipped: Course) -> None:
    (path,) = (one for one in shipped.outline.paths if one.stages)
    said = {row["title"]: row["time"] for row in year_rows(shipped, Addresses(shipped), path) if row["time"]}

    for stage, lessons in lessons_by_stage(shipped, path):
        assert said[stage.title] == sum(
            (minutes.lesson_time(shipped, one) for one in lessons), minutes.Time()
        )


def _clock(text: str) -> int:
    hours, rest = text.split(".")
    return int(hours) * 60 + int(rest)


@pytest.mark.parametrize(("form", "whole"), SHEETS.items())
def test_the_parts_of_a_training_day_follow_each_other(shipped: Course, form: str, whole: int) -> None:
    labels = [row[0] for row in shipped.forms_by_id[form].artefact.rows]
    times = [[_clock(end) for end in label.text.split("–")] for label in labels if isinstance(label, Label)]

    assert len(times) == len(labels)
    assert all(before[1] == after[0] for before, after in pairwise(times))
    assert times[-1][1] - times[0][0] == whole
