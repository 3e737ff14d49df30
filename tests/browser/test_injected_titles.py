"""Whatever an author or host writes as a title or name: it is shown as words, and nothing of it executes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course import sample
from course.build import pipeline
from course.build.engine import ENGINES
from tests.browser.conftest import serving
from tests.browser.injected import Watch, payloads

# a reader refuses signs that nobody can see, with a finding
SHOWN = [payload for payload in payloads() if payload.isprintable()]
_TITLE = re.compile(r"(?m)^(\s*(?:- )?(title|short_title|summary|claims|name): ).+$")
_IN_MARKDOWN = ("summary", "claims")


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_nothing_executes_of_titles_and_names_in_the_build_of_each_engine(
    page: Page, tmp_path: Path, engine: str
) -> None:
    site = _built(tmp_path / "course", engine)
    watch = Watch(page)
    with serving(site) as address:
        for path in sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")):
            page.goto(f"{address}/{path}")
            assert watch.found() == [], path
        _search(page, address, "three questions to begin with")
        assert watch.found() == []


def test_a_title_is_shown_as_it_was_written(page: Page, tmp_path: Path) -> None:
    title = 'Tom & Jerry\'s "<b>five</b>" questions'
    _written(tmp_path / "course", iter([title] * 1000))
    built = pipeline.build(tmp_path / "course")
    assert built.site is not None

    page.goto((built.site / "first-part/asking-first/three-questions.html").as_uri())

    assert page.title() == f"{title} - {title}"
    assert page.locator(".md-header__topic").last.inner_text().strip() == title
    assert page.locator(".md-header__button.md-logo").get_attribute("title") == title
    assert page.locator("meta[name=description]").get_attribute("content") == title
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def _built(folder: Path, engine: str) -> Path:
    _written(folder, _endless(SHOWN))
    built = pipeline.build(folder, engine)
    assert built.site is not None, [finding.message for finding in built.findings]
    return built.site


def _written(folder: Path, titles: Iterator[str]) -> None:
    """Write the sample course with one of these in place of every title and name."""
    list(sample.write("course", folder))
    (folder / "organisation.yml").write_text("name: An organisation\nwelcome: Welcome.\n")
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".yml"):
            text = path.read_text(encoding="utf-8")
            changed = _TITLE.sub(lambda found: found[1] + json.dumps(_in(found[2], next(titles))), text)
            path.write_text(changed, encoding="utf-8")


def _in(field: str, title: str) -> str:
    """Return a title as a field can hold it: HTML in Markdown has to stand between backquotes."""
    return f"`` {title.replace('`', ' ')} ``" if field in _IN_MARKDOWN else title


def _endless(texts: list[str]) -> Iterator[str]:
    """Yield the texts over and over, several together, so that each stands in many places."""
    at = 0
    while True:
        yield " ".join(texts[(at + place) % len(texts)] for place in range(3))
        at += 1


def _search(page: Page, address: str, words: str) -> None:
    page.goto(f"{address}/index.html")
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill(words)
    expect(page.locator(".imr-found").first).to_be_visible()
