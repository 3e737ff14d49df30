"""A course in a language without a catalogue: which words are English, and a page from right to left."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from course import sample
from course.build import pipeline
from course.targets.site.interface import Interface
from tests.browser.conftest import LESSON, serving

TEMPLATES = Path(__file__).parents[2] / "site_templates"

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

# names of elements, which no one sees; those of the switch of schemes are the theme's
_NAMED_IN_ANOTHER_LANGUAGE = """words => [...document.querySelectorAll("[aria-label]:not(.md-option)")]
  .filter(one => {
    const isEnglish = words.includes(one.ariaLabel) || window.imr.said.has(one.ariaLabel);
    return isEnglish !== (one.closest("[lang]").lang === "en");
  })
  .map(one => one.outerHTML.slice(0, 200))"""
# what is in an element with such a name, and was written by the course
_OF_THE_COURSE = """() => [...document.querySelectorAll(
    ".imr-target > span:last-child, .imr-menu a, .imr-next strong, .imr-reply > span")]
  .filter(one => !one.querySelector("[lang=en]") && one.closest("[lang]").lang !== "ar")
  .map(one => one.outerHTML.slice(0, 200))"""


def _interface_words() -> list[str]:
    catalogues = [path.read_bytes() for path in sorted(TEMPLATES.rglob("*en.po"))]
    return [word for word in Interface(catalogues).words.values() if isinstance(word, str)]


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
        assert page.evaluate(_NAMED_IN_ANOTHER_LANGUAGE, _interface_words()) == []
        assert page.evaluate(_OF_THE_COURSE) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        box = page.locator(".md-content").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        context.close()
