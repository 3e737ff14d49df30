"""Forms: artefacts with a page of their own, and what they say where they are placed."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.artefacts import ARTEFACTS
from course.build import pipeline
from course.minutes import seconds
from course.model.prose import Prose
from course.schemas import FILES, shape_of
from tests.test_artefacts import artefact

ROOT = Path(__file__).parents[1]
OF_A_FORM = {"id", "use", "unit", "example_of", "cast", "accept"}
PARTS = "parts: [{part: Practice, minutes: 20, leads: Nadia}, {part: Plans, minutes: 13}]\n"


def test_a_run_sheet_says_from_which_minute_to_which_each_part_lasts() -> None:
    sheet = artefact("run-sheet", f"title: Session 1\nbegins: 45\nminutes: 33\n{PARTS}")

    assert [row[:3] for row in sheet.rows] == [("45–65", "Practice", "Nadia"), ("65–78", "Plans", "")]


def test_the_lines_of_an_own_form_are_names_and_what_stands_beside_them_is_blank() -> None:
    lines = "lines: [{line: What I take with me}, {line: Whom I will phone}]\n"

    assert artefact("own-form", f"title: Goodbye\n{lines}").is_form
    assert not artefact("own-form", "title: Goodbye\nlines: [{line: What I take, cells: [Hope]}]\n").is_form


@pytest.mark.parametrize("kind", ARTEFACTS)
def test_no_field_of_an_artefact_is_called_like_one_of_the_form_around_it(kind: str) -> None:
    questions = shape_of(FILES["quizzes"]).by_type["bank"].fields["items"].shape
    assert questions
    shown = questions.by_type["single-choice"].fields["shows"].shape
    assert shown

    assert not OF_A_FORM & shown.by_type[kind].fields.keys()


def test_reading_a_form_that_a_lesson_places_takes_time() -> None:
    course = pipeline.check(ROOT / "course" / "samples" / "course").course
    lesson = course.lessons["seen-done"]
    without = [block for block in lesson.blocks if not (isinstance(block, Prose) and any(block.forms()))]

    assert len(without) == len(lesson.blocks) - 1
    assert seconds(course, lesson.blocks).reading > seconds(course, without).reading
