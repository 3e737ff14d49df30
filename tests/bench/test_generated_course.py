"""The courses we measure with are courses that an author could have written."""

from __future__ import annotations

from pathlib import Path

from bench.text.course import make_units
from bench.text.ours import write_course
from course.build import pipeline
from course.exercises import EXERCISE_TYPES
from course.items import CASE, ITEM_TYPES
from course.markdown_reader.box_argument import KINDS


def test_the_smallest_generated_course_has_no_findings(tmp_path: Path) -> None:
    write_course(tmp_path, 3)

    checked = pipeline.check(tmp_path)

    assert checked.findings == ()
    assert len(checked.course.lessons) == 1 + 3
    assert len(list(checked.course.items())) == 3 * 8


def test_generated_lessons_use_every_box_and_place(tmp_path: Path) -> None:
    write_course(tmp_path, 3)

    text = "".join(path.read_text() for path in (tmp_path / "content").rglob("*.md"))

    # a year belongs to one page of a course, and not to its lessons
    missing = [kind for kind in KINDS if kind != "year" and f"::: {kind} " not in text]
    assert missing == []
    constructs = (
        "[@",
        "[^1]:",
        "\n:   ",
        "|---|",
        "](drawing.svg)",
        "](photo.png)",
        "-lesson.md#",
        "```",
        "\n> ",
    )
    assert [construct for construct in constructs if construct not in text] == []


def test_generated_banks_use_every_item_type_and_exercise(tmp_path: Path) -> None:
    write_course(tmp_path, 3)

    text = "".join(path.read_text() for path in (tmp_path / "quizzes").rglob("*.yml"))

    missing = [name for name in (*ITEM_TYPES, CASE, *EXERCISE_TYPES) if f"type: {name}\n" not in text]
    assert missing == []


def test_a_lesson_has_about_a_thousand_words() -> None:
    pages = [page for unit in make_units(30) for page in unit.pages[1:]]

    assert all(950 < len(page.text.split()) < 1150 for page in pages)


def test_the_same_seed_gives_the_same_course() -> None:
    assert make_units(12) == make_units(12)
    assert make_units(12) != make_units(12, seed=1)
