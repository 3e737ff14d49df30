"""A demonstration in a real browser: say what one saw, then read the note."""

from __future__ import annotations

from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.browser.exercising import saved_drafts
from tests.browser.keeping import events
from tests.browser.test_every_page import axe

LESSON = "first-part/asking-first/seen-done.html"
WHY = "their own weeks are fresh"
LAST = "The second is"


@pytest.fixture
def demonstration(page: Page, address: str) -> Locator:
    page.goto(f"{address}/{LESSON}")
    page.wait_for_selector(".imr-demonstration[data-state]")
    return page.locator(".imr-demonstration")


def test_the_keyboard_alone_goes_through_the_scene_and_the_answers_outlast_a_reload(
    page: Page, demonstration: Locator
) -> None:
    expect(demonstration.get_by_text(WHY)).to_be_hidden()
    expect(demonstration.get_by_text("Dunno. Tired.")).to_be_hidden()
    compare = demonstration.get_by_role("button", name="Compare with the note").first
    compare.press("Enter")
    expect(demonstration.locator("[data-role=problem]:visible")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("She waits for an answer")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(demonstration.get_by_role("group", name="Note on line 1")).to_be_focused()
    expect(demonstration.get_by_text(WHY)).to_be_visible()
    expect(page.locator("#imr-status")).to_have_text("The note is open. The scene goes on below it.")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(demonstration.get_by_label("She explains what tiredness is")).to_be_checked()
    saved_drafts(page, 3)

    page.reload()
    expect(demonstration.get_by_text("You: She waits for an answer")).to_be_visible()
    expect(demonstration.get_by_label("She explains what tiredness is")).to_be_checked()
    expect(demonstration.get_by_text(LAST)).to_be_hidden()
    assert [event["type"] for event in events(page) if event["type"] != "lesson.read"] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_whole_scene_can_be_read_at_once_and_watched_again(
    page: Page, demonstration: Locator, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    demonstration.get_by_role("button", name="Show the whole scene").click()

    expect(demonstration.get_by_text(LAST)).to_be_visible()
    assert demonstration.locator("[data-role=note]:visible").count() == 3
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    again = demonstration.get_by_role("button", name="Watch it again")
    expect(again).to_be_focused()
    again.click()
    expect(demonstration.get_by_label("What did you see? (line 1)")).to_be_focused()
    expect(demonstration.get_by_text(LAST)).to_be_hidden()


def test_paper_shows_every_line_and_every_note_and_asks_nothing(page: Page, demonstration: Locator) -> None:
    words = _on_paper(page)

    for shown in (WHY, LAST, "What was different about that Wednesday?"):
        assert shown in words
    assert "What did you see" not in words


def test_without_scripts_every_note_is_under_its_line(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/{LESSON}")

    line = page.locator(".imr-shown-line").first
    expect(line.get_by_text(WHY)).to_be_visible()
    expect(page.get_by_text(LAST)).to_be_visible()
    expect(page.get_by_role("button", name="Compare with the note").first).to_be_hidden()
    context.close()


def _on_paper(page: Page) -> str:
    pages = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return normalize("NFKC", " ".join(" ".join(sheet.extract_text().split()) for sheet in pages))
