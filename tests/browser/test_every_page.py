"""Every page of the shipped course: for everybody, on every width, in both schemes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from course.build import pipeline
from course.targets.site.addresses import TODAY
from tests.browser.answering import EVERY_TYPE, check, give_up
from tests.browser.conftest import LESSON, serving
from tests.site.sites import ROOT, copy_course, each_template_once, pages

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# A page is loaded once; the scheme is then switched on it, and only what colour changes is looked at again.
_RUN = "() => axe.run(document, {resultTypes: ['violations']}).then(told)"
_RUN_COLOURS = (
    "() => { document.body.setAttribute('data-md-color-scheme', 'slate');"
    " return axe.run(document, {runOnly: ['color-contrast', 'link-in-text-block']}).then(told) }"
)
_TOLD = (
    "() => { window.told = result => result.violations.map(rule => rule.id + ': ' + rule.nodes.map("
    "node => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')) }"
)
PHONE, DESKTOP = 360, 1280


@pytest.fixture(scope="module")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    built = pipeline.build(copy_course(tmp_path_factory.mktemp("shipped")))
    assert built.site is not None
    with serving(built.site) as address:
        yield built.site, address


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_in_anything_that_a_page_can_hold_in_either_scheme(
    browser: Browser, shipped_site: tuple[Path, str], width: int
) -> None:
    site, address = shipped_site
    page = _page(browser, width)

    found = {}
    for path in each_template_once(site):
        name = path.relative_to(site).as_posix()
        if width == DESKTOP and name.startswith("print/"):
            continue  # long, and laid out alike at any width
        page.goto(f"{address}/{name}")
        if told := axe(page):
            found[name] = told

    assert found == {}
    page.context.close()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("answer", ["right", "wrong", "nothing", "unknown"])
def test_axe_finds_nothing_after_answering(browser: Browser, address: str, width: int, answer: str) -> None:
    page = _page(browser, width)
    page.goto(f"{address}/{LESSON}")

    for answering in EVERY_TYPE.values():
        item = answering.find(page)
        if answer == "unknown":
            give_up(item)
            continue
        if answer != "nothing":
            getattr(answering, answer)(item)
        check(item)

    assert axe(page) == []
    page.context.close()


def test_nothing_needs_sideways_scrolling_at_320_pixels(
    browser: Browser, shipped_site: tuple[Path, str]
) -> None:
    site, address = shipped_site
    page = _page(browser, 320)

    wide = []
    for path in pages(site):
        if path.name == TODAY:
            continue
        page.goto(f"{address}/{path.relative_to(site).as_posix()}")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path.name)

    assert wide == []
    page.context.close()


def test_nothing_needs_sideways_scrolling_with_text_of_twice_the_size(
    browser: Browser, shipped_site: tuple[Path, str]
) -> None:
    site, address = shipped_site
    page = _page(browser, PHONE)

    wide = {}
    for path in each_template_once(site):
        name = path.relative_to(site).as_posix()
        page.goto(f"{address}/{name}")
        page.add_style_tag(content="html { font-size: 250% !important }")  # the theme's is 125 %
        if (width := page.evaluate("document.documentElement.scrollWidth")) > PHONE:
            wide[name] = width

    assert wide == {}
    page.context.close()


def test_the_drawer_is_opened_by_keyboard_and_out_of_the_way_while_it_is_closed(
    browser: Browser, shipped_site: tuple[Path, str]
) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 450}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{shipped_site[1]}/modules/module-7/index.html")
    button = page.get_by_role("button", name="Menu")
    first = page.locator(".imr-menu summary").first
    expect(first).to_be_hidden()

    for _ in range(3):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(first).to_be_hidden()
    context.close()


def test_targets_are_large_enough_for_a_thumb(browser: Browser, address: str) -> None:
    page = _page(browser, PHONE)
    page.goto(f"{address}/{LESSON}")

    small = page.locator(".imr-bank label:has(input), .imr-bank button, .imr-bank select").evaluate_all(
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)"
        ".map(one => one.outerHTML.slice(0, 120))"
    )

    assert small == []
    page.context.close()


def axe(page: Page) -> list[str]:
    """Run all rules as the page is, then those about colour in the dark scheme."""
    page.add_script_tag(path=AXE)
    page.evaluate(_TOLD)
    return [*page.evaluate(_RUN), *page.evaluate(_RUN_COLOURS)]


def _page(browser: Browser, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    return context.new_page()
