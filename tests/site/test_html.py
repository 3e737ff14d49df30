"""The HTML that the templates make: one expected file for each item type, exercise and box."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.build import pipeline
from course.markdown_reader.box_argument import KINDS
from course.model.course import Course
from course.shipped import site_assets
from course.targets import site
from course.targets.site.addresses import REVIEW
from course.targets.site.context import site_context
from tests.conftest import Expect
from tests.course_folder import make_course

EXPECTED = Path(__file__).parents[1] / "expected" / "html"
EVERY_KIND = Path(__file__).parent / "every_kind"
ITEMS = (
    "single-choice", "multiple-choice", "order-steps", "match", "sort", "proficient-or-violation",
    "best-and-worst", "panel", "few", "case-first", "list-slip", "long-list-second", "shown",
)  # fmt: skip
# a quiz is its items, and the first year is a table of a page, whose rows `tests/test_first_year.py` looks at
BOXES = sorted(set(KINDS) - {"quiz", "year"})


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Read the small course that holds everything once."""
    folder = make_course("base", tmp_path_factory.mktemp("kinds") / "course")
    shutil.copytree(EVERY_KIND, folder, dirs_exist_ok=True)
    checked = pipeline.check(folder, is_linted=False)
    assert [finding.message for finding in checked.findings if finding.is_error] == []
    return checked.course


@pytest.mark.parametrize("name", ITEMS)
def test_an_item_of_each_type_becomes_this_html(course: Course, expect: Expect, name: str) -> None:
    context = site_context(course, site_assets())
    bank = course.banks_by_id["every-type"]
    made = dict(context.items.separate(bank, REVIEW, "set"))

    expect(EXPECTED / f"item-{name}.html", made[f"a-{name}"])


@pytest.mark.parametrize("name", BOXES)
def test_a_lesson_with_each_box_and_exercise_becomes_this_page(
    course: Course, expect: Expect, name: str
) -> None:
    project = dict(site.write(course, site_assets()).files)
    (page,) = (content for path, content in project.items() if path.endswith(f"/asking/{name}.md"))

    expect(EXPECTED / f"page-{name}.md", page.decode())
