"""A course in a language without a catalogue: which words are English, and a page from right to left."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from course import sample
from course.build import pipeline
from tests.browser.conftest import LESSON, serving

_UNMARKED = """() => {
  const said = new Set(window.imr.said);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const isShown = !text.parentElement.closest("script, option, style, #imr-status");
    const isMarked = text.parentElement.closest("[lang=en]");
    if (isShown && said.has(text.data.trim()) && !isMarked) found.push(text.data);
  }
  return found;
}"""


def test_what_scripts_say_in_english_says_so_and_a_page_may_run_from_right_to_left(
    browser: Browser, tmp_path: Path
) -> None:
    list(sample.write("course", tmp_path))
    outline = tmp_path / "content" / "course.yml"
    outline.write_text(outline.read_text().replace("language: en", "language: ar"))
    pipeline.build(tmp_path)

    with serving(tmp_path / "site") as address:
        context = browser.new_context(viewport={"width": 360, "height": 800})
        page = context.new_page()
        page.goto(f"{address}/{LESSON}")
        item = page.locator("[data-module=item]").first
        item.locator("input[type=radio], input[type=checkbox]").first.check()
        item.locator("[data-role=check]").click()
        item.locator("[data-role=verdict]:not([hidden])").first.wait_for()

        assert page.locator("html").get_attribute("lang") == "ar"
        assert page.locator("body").get_attribute("dir") == "rtl"
        assert page.evaluate("window.imr.said.size") > 3
        assert page.evaluate(_UNMARKED) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        box = page.locator(".md-content").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        context.close()
