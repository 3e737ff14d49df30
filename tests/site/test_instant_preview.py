"""A changed lesson is seen at once, as the site engine will show it."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from course import instant_preview, sample
from course.build import pipeline

LESSON = "content/first-part/asking-first/01-three-questions.md"
BANK = "quizzes/first-part/asking-first/asking-bank.yml"
PAGE = "first-part/asking-first/three-questions.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview") / "course"
    list(sample.write("course", folder))
    pipeline.build(folder)
    return folder


def test_the_instant_preview_is_what_the_engine_shows_later(built: Path) -> None:
    before = pipeline.check(built).course
    _replace(built / LESSON, "## ", "## *Now:* ")
    _replace(built / LESSON, "wait longer", "wait `a & b` longer")
    _replace(built / BANK, "  feedback: ", "  feedback: Look. ")

    pages = instant_preview.pages(before, pipeline.check(built).course, built / "site")

    pipeline.build(built)
    assert list(pages) == [PAGE]
    assert "wait <code>a &amp; b</code> longer" in pages[PAGE].decode()
    assert _article(pages[PAGE].decode()) == _article((built / "site" / PAGE).read_text())


def test_without_a_change_there_is_nothing_to_look_at(built: Path) -> None:
    course = pipeline.check(built).course

    assert instant_preview.pages(course, pipeline.check(built).course, built / "site") == {}


def test_a_lesson_that_the_site_does_not_have_waits_for_the_engine(built: Path, tmp_path: Path) -> None:
    before = pipeline.check(built).course
    new = pipeline.check(built).course
    before.lessons.pop("three-questions")

    assert instant_preview.pages(before, new, tmp_path / "no-site") == {}


def _article(html: str) -> str:
    """Return what a reader gets of an article, however its signs are written."""
    _, _, rest = html.partition('<article class="md-content__inner md-typeset">')
    inside, end, _ = rest.partition('<div id="imr-status"')
    assert end
    return " ".join(unescape(inside).split())


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
