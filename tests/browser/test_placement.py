"""The placement check: by keyboard, left and taken up again, and ended with a suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests import built
from tests.browser.conftest import serving
from tests.browser.keeping import events
from tests.browser.test_every_page import axe

_ROLE = "document.activeElement.dataset.role"


@pytest.fixture(scope="module")
def placement(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the shipped course's placement check."""
    with serving(built.shipped_site(tmp_path_factory)) as address:
        yield f"{address}/placement.html"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    yield context
    context.close()


def test_the_check_is_done_by_keyboard_left_and_taken_up_again(phone: BrowserContext, placement: str) -> None:
    page = phone.new_page()
    page.goto(placement)
    _press(page, "Begin the placement check")
    first = _question(page, 1)
    _give_up(page)
    second = _question(page, 2)
    expect(page.locator("#imr-status")).to_have_text("Kept. Question 2, at most 12.")
    # a question that belongs to a case begins with the case's title
    assert page.evaluate("document.activeElement.localName") in ("legend", "h3")
    assert page.locator("[data-role=verdict]:visible").count() == 0

    page.close()
    page = phone.new_page()
    page.goto(placement)

    assert _question(page, 2) == second != first
    assert [one["body"]["mode"] for one in _of(page, "attempt.started")] == ["placement"]
    assert [one["body"]["itemId"] for one in _of(page, "item.response")] == [first]
    assert _of(page, "attempt.finished") == []


def test_stopping_early_gives_a_suggestion_and_the_answers_for_everybody(
    phone: BrowserContext, placement: str
) -> None:
    page = phone.new_page()
    page.goto(placement)
    _press(page, "Begin the placement check")
    asked = []
    for number in range(1, 4):
        asked.append(_question(page, number))
        _give_up(page)
    _question(page, 4)
    assert axe(page) == []

    page.reload()
    _question(page, 4)
    _press(page, "Stop here and see the suggestion")

    expect(page.get_by_role("heading", name="Where to begin")).to_be_focused()
    # three answers of twelve competencies, all alike, tell none of them from the others, and the page says so
    expect(page.locator(".imr-placement-result")).to_contain_text("single out no competency")
    expect(page.locator(".imr-placement-result ol a").first).to_have_text("What IMR is and how sure we are")
    assert [one["body"]["reason"] for one in _of(page, "attempt.finished")] == ["left"]
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    page.reload()
    _press(page, "Look at my answers")
    expect(page.get_by_role("heading", name="Your answers")).to_be_focused()
    shown = page.locator(".imr-placement-answers [data-module=item]")
    expect(page.locator(".imr-placement-answers [data-role=verdict]:visible")).to_have_count(3)
    assert shown.evaluate_all("all => all.map(one => one.dataset.item)") == asked
    assert axe(page) == []
    assert len(_of(page, "item.response")) == 3


def test_twelve_questions_give_a_first_suggestion_that_one_can_begin_or_make_surer(
    phone: BrowserContext, placement: str
) -> None:
    page = phone.new_page()
    page.goto(placement)
    page.get_by_role("button", name="Begin the placement check").click()
    for number in range(1, 13):
        _question(page, number)
        page.locator("[data-role=dont-know]").click()
    expect(page.get_by_role("heading", name="Where to begin")).to_be_focused()
    assert _of(page, "attempt.finished") == []
    assert axe(page) == []
    # every unit that is named can be opened
    rows = page.locator(":is(.imr-placement-units, .imr-placement-rest) > li")
    assert rows.count() == rows.locator("a[href]").count() > 0

    page.get_by_role("button", name="Go on for a surer suggestion").click()
    _question(page, 13, most=48)
    page.goto(placement)
    page.get_by_role("link", name="Begin with").click()

    expect(page.locator("[data-module=unit-start]")).to_be_visible()
    first_lesson = page.locator("[data-module=unit-start] a").evaluate("link => link.href")
    assert [one["body"]["reason"] for one in _of(page, "attempt.finished")] == ["left"]
    # the front page goes on with no lesson that was never opened, and begins where the check suggests
    page.route("**/index.html", _begins_at_the_map)
    page.goto(placement.replace("placement.html", "index.html"))
    expect(page.locator("#home [data-role=placement]")).to_contain_text("Placement check")
    begin = page.locator("#home [data-module=continue] a")
    expect(begin).to_have_text("Begin")
    expect(begin).to_have_js_property("href", first_lesson)


def test_the_link_to_the_check_is_where_people_begin(phone: BrowserContext, placement: str) -> None:
    page = phone.new_page()
    for name in ("index.html", "map.html", "profile.html", "pages/new-trainers.html"):
        page.goto(placement.replace("placement.html", name))
        page.locator("article").get_by_role("link", name="placement check").first.click()
        expect(page.get_by_role("button", name="Begin the placement check")).to_be_visible()


def _begins_at_the_map(route: Route) -> None:
    """Serve a front page whose button leads elsewhere, so that only its script can have led to a lesson."""
    response = route.fetch()
    body, count = re.subn(r'href="[^"]+">Begin<', 'href="map.html">Begin<', response.text())
    assert count == 2
    route.fulfill(response=response, body=body)


def _press(page: Page, name: str) -> None:
    """Reach a button with Tab and press Enter."""
    page.get_by_role("button", name=name).wait_for()
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab does not reach {name!r}")


def _give_up(page: Page) -> None:
    """Go on with Tab until `I don't know` has the focus, then press Enter."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(_ROLE) == "dont-know":
            page.keyboard.press("Enter")
            return
    raise AssertionError("Tab does not reach `I don't know`")


def _question(page: Page, number: int, most: int = 12) -> str:
    """Wait for a question, and name it."""
    page.get_by_text(f"Question {number}, at most {most}", exact=True).wait_for()
    page.locator("[data-role=dont-know]:visible").wait_for()
    return page.locator("[data-module=item]").get_attribute("data-item") or ""


def _of(page: Page, kind: str) -> list[dict[str, Any]]:
    return [one for one in events(page) if one["type"] == kind]
