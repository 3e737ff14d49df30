"""The search: from a file, by keyboard alone, for everybody, and only when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import LESSON, in_steps
from tests.browser.test_every_page import axe


@pytest.fixture
def stepped(browser: Browser) -> Iterator[Page]:
    """A page on which lessons are shown in steps."""
    context = in_steps(browser, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_from_a_file_and_by_keyboard_alone_a_result_opens_the_step_that_holds_it(
    stepped: Page, sample_site: Path
) -> None:
    asked = _requests(stepped)
    stepped.goto((sample_site / LESSON).as_uri())
    assert not any("search" in url for url in asked)

    dialog = _opened(stepped)
    expect(dialog.get_by_role("searchbox", name="Words to look for")).to_be_focused()
    stepped.keyboard.type("chekc yourself")
    expect(dialog.get_by_role("status")).to_contain_text("result")
    expect(dialog.get_by_role("status")).to_contain_text("“chekc” is nowhere in the course")
    stepped.keyboard.press("ArrowDown")
    expect(dialog.get_by_role("link").first).to_be_focused()
    stepped.keyboard.press("Enter")

    expect(dialog).to_be_hidden()
    expect(stepped.get_by_role("heading", name="Check yourself")).to_be_visible()
    expect(stepped.locator(".imr-lesson-step:not([hidden]) :focus")).to_have_count(1)
    expect(stepped.get_by_role("heading", name="Ask, wait, build on it")).to_be_hidden()
    assert stepped.url.endswith("#check-yourself")
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_enter_opens_the_first_result_on_another_page(stepped: Page, sample_site: Path) -> None:
    stepped.goto((sample_site / "index.html").as_uri())

    _opened(stepped)
    stepped.keyboard.type("hush")
    stepped.keyboard.press("Enter")

    stepped.wait_for_url(f"**/{LESSON}#ask-wait-build")
    expect(stepped.get_by_text("The silence feels long")).to_be_visible()


def test_no_character_by_itself_leaves_the_page_or_opens_anything(page: Page, address: str) -> None:
    page.goto(f"{address}/{LESSON}")
    page.wait_for_selector("[data-role=dont-know]:visible")

    for key in "npfs/.,":
        page.keyboard.press(key)
    page.wait_for_timeout(300)

    assert page.url == f"{address}/{LESSON}"
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_escape_closes_the_search_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(f"{address}/{LESSON}")
    button = page.get_by_role("banner").get_by_role("button", name="Search")
    button.press("Enter")
    dialog = page.get_by_role("dialog", name="Search the course")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("silence")
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^\d+ results?$"))

    page.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    button.press("Enter")
    expect(dialog.get_by_role("searchbox")).to_have_value("silence")


def test_what_cannot_be_found_is_said_with_where_else_to_look(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    dialog = _opened(page)
    page.keyboard.type("xyzzyx")

    expect(dialog.get_by_role("status")).to_have_text("Nothing found for “xyzzyx”.")
    dialog.get_by_role("link", name="Course map").click()
    page.wait_for_url("**/map.html")


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_search_and_it_fits_the_narrowest_phone(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/{LESSON}")
    dialog = _opened(page)

    # with a word that is nowhere and its results, and with none
    for typed, told in (("qeustion", "“qeustion” is nowhere"), ("xyzzyx", "Nothing found")):
        dialog.get_by_role("searchbox").fill(typed)
        expect(dialog.get_by_role("status")).to_contain_text(told)
        assert axe(page) == []
        assert dialog.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_the_rest_of_many_results_is_shown_at_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    dialog = _opened(page)
    # at once: letter by letter, a slow machine shows what "as" finds first
    page.keyboard.insert_text("ask")
    more = dialog.get_by_role("button", name="more")
    expect(more).to_be_visible()
    before = dialog.get_by_role("listitem").count()

    more.press("Enter")

    expect(dialog.get_by_role("listitem").nth(before).get_by_role("link")).to_be_focused()
    expect(more).to_have_count(0)


def test_without_script_the_search_says_how_to_do_without(browser: Browser, address: str) -> None:
    context = in_steps(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{LESSON}")

    page.get_by_role("banner").get_by_role("link", name="Search").click()

    page.wait_for_url("**/look-up.html#search")
    expect(page.get_by_text("The search needs scripts")).to_be_visible()
    expect(page.locator(".imr-search-here")).to_be_hidden()
    context.close()


def test_where_the_script_of_the_search_does_not_come_its_button_leads_to_the_same(
    page: Page, address: str
) -> None:
    page.route("**/assets/search.js", lambda route: route.abort())
    page.goto(f"{address}/{LESSON}")

    page.get_by_role("banner").get_by_role("button", name="Search").click()

    page.wait_for_url("**/look-up.html#search")


def test_where_the_words_of_the_course_do_not_come_the_dialog_says_so(page: Page, address: str) -> None:
    page.route("**/assets/search-documents.js", lambda route: route.abort())
    page.goto(f"{address}/{LESSON}")

    dialog = _opened(page)

    expect(dialog.get_by_role("status")).to_contain_text("could not be loaded")
    expect(dialog.get_by_role("link", name="Need it now")).to_be_visible()


def _opened(page: Page) -> Locator:
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Search the course")
    expect(dialog).to_be_visible()
    return dialog


def _requests(page: Page) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked
