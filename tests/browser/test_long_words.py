"""A word that is longer than a line: no text of an author runs over the page on the narrowest phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser

from course.build import pipeline
from tests.browser.conftest import serving
from tests.site.sites import copy_course, each_template_once

LONG = "Zelfmoordpreventiemedewerkersoverlegvergaderruimtereserveringssysteem"
NARROWEST = 320
# every text of an author that stands on one line, and some words in the text of lessons
_TEXT = re.compile(
    r"^(?P<field>\s*(?:- )?(?:title|short_title|summary|claims|name|text|left|right|feedback|prompt|term|life"
    r"|goal|remember|do|technique|reaction|better|look_for|reason|statement|foundation|competent|expert|short|says"
    r"|scene|working_on"
    r"|setback|supporter|introduction|explanation|authors|in|note|model|line): )(?![|>]).+$"
)
_WORD = re.compile(r"\b(?:people|person|goal|session|week|step|recovery|practice)s?\b(?![^(\[{]*[)\]}])")
_SHOW_ALL = """() => {
  for (const one of document.querySelectorAll("[hidden]")) one.hidden = false;
  for (const one of document.querySelectorAll("details")) one.open = true;
}"""
_TOO_WIDE = """width => [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > width + 1 && one.children.length === 0)
  .filter(one => !one.closest(".imr-table, .md-sidebar, .imr-visually-hidden, svg, option, pre"))
  .filter(one => one.getClientRects().length && one.textContent.includes("Zelfmoord"))
  .map(one => one.tagName + "." + one.className + ": " + one.textContent.trim().slice(0, 40)).slice(0, 3)"""


def test_every_text_breaks_on_the_narrowest_phone(browser: Browser, tmp_path: Path) -> None:
    folder = copy_course(tmp_path)
    (folder / "organisation.yml").write_text(f"name: {LONG}\nwelcome: {LONG}\n", encoding="utf-8")
    numbers = count()
    for path in sorted([*folder.rglob("*.yml"), *folder.rglob("*.md")]):
        text = path.read_text(encoding="utf-8")
        path.write_text("\n".join(_lengthened(text, numbers, path.suffix == ".md")), encoding="utf-8")
    built = pipeline.build(folder)
    assert built.site is not None, [finding.message for finding in built.findings if finding.is_error][:5]
    context = browser.new_context(viewport={"width": NARROWEST, "height": 700})
    page = context.new_page()

    wide = {}
    with serving(built.site) as address:
        for path in each_template_once(built.site):
            name = path.relative_to(built.site).as_posix()
            page.goto(f"{address}/{name}")
            page.evaluate(_SHOW_ALL)
            if found := page.evaluate(_TOO_WIDE, NARROWEST):
                wide[name] = found

    assert wide == {}
    context.close()


def _lengthened(text: str, numbers: Iterator[int], is_lesson: bool) -> Iterator[str]:
    """Yield the lines of a file with a long word in every text."""
    is_in_front_matter = is_lesson
    is_in_artefact = False
    for number, line in enumerate(text.split("\n")):
        if line.startswith(":::"):
            is_in_artefact = line.startswith("::: artefact")
        if is_lesson and number and line == "---":
            is_in_front_matter = False
        if found := (is_in_front_matter or not is_lesson) and _TEXT.match(line):
            yield f"{found['field']}{LONG}{next(numbers)}"
        elif is_in_artefact:
            yield line
        elif is_lesson and not is_in_front_matter and not line.startswith((":::", "#", "![", "[")):
            yield _WORD.sub(LONG, line)
        else:
            yield line
