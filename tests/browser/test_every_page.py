"""Every page of the shipped course: for everybody, on every width, in both schemes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from course.targets.site.addresses import TODAY
from tests import built
from tests.browser.answering import EVERY_TYPE, check, give_up
from tests.browser.conftest import LESSON, serving
from tests.browser.paper import printed
from tests.site.sites import ROOT, each_template_once, pages

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# A page is loaded once; the scheme is then switched on it, and only what colour changes is looked at again.
_RUN = "() => axe.run(document, {resultTypes: ['violations']}).then(violations)"
_RUN_COLOURS = (
    "() => { document.body.setAttribute('data-md-color-scheme', 'slate');"
    " return axe.run(document, {runOnly: ['color-contrast', 'link-in-text-block']}).then(violations) }"
)
_TOLD = (
    "() => { window.violations = result => result.violations.map(rule => rule.id + ': ' + rule.nodes.map("
    "node => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')) }"
)
PHONE, DESKTOP = 360, 1280
WIDER = ("index.html", "map.html", "profile.html", "record.html", "now.html")
_HAS_WIDE = "tables => tables.some(table => table.scrollWidth > table.clientWidth)"
# shows the article of another page in this one, which costs a tenth of opening that page
_WIDTH_WITH_ARTICLE = """async address => {
    const other = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    document.querySelector('base')?.remove();
    document.head.appendChild(document.createElement('base')).href = address;
    document.querySelector('article').replaceWith(other.querySelector('article'));
    const images = [...document.querySelectorAll('article img')];
    // one that waits to come into view is never decoded
    await Promise.all(images.map(image => { image.loading = 'eager'; return image.decode(); }));
    return document.documentElement.scrollWidth;
}"""
_STACKED = re.compile(r'data-artefact="([\w-]+)"(?:(?!<table).)*is-stacked', re.DOTALL)
_OWN_WIDTH = re.compile(r'<table|class="imr-(?:figure|artefact)')


@pytest.fixture(scope="module")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    site = built.shipped_site(tmp_path_factory)
    with serving(site) as address:
        yield site, address


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_in_anything_that_a_page_can_hold_in_either_scheme(
    browser: Browser, shipped_site: tuple[Path, str], width: int
) -> None:
    site, address = shipped_site
    page = _page(browser, width)
    looked_at = each_template_once(site)

    found = {}
    for path in looked_at if width == PHONE else _laid_out_wider(looked_at):
        name = path.relative_to(site).as_posix()
        page.goto(f"{address}/{name}")
        if violations := axe(page):
            found[name] = violations

    assert found == {}
    page.context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("fill", ["blank", "filled"])
def test_the_longest_form_is_printed_on_one_page(
    browser: Browser, shipped_site: tuple[Path, str], fill: str, paper: str
) -> None:
    site, address = shipped_site
    forms = [(len(text), path) for path, text in _texts(site / "forms") if f'data-fill="{fill}"' in text]
    page = _page(browser, DESKTOP)

    page.goto(f"{address}/forms/{max(forms)[1].name}")

    (only,) = printed(page, paper)
    assert page.locator("h1").inner_text().strip("#").strip() in only
    assert "a course for trainers, version 0.1.0." in only
    page.context.close()


def _texts(folder: Path) -> list[tuple[Path, str]]:
    return [(path, path.read_text(encoding="utf-8")) for path in folder.glob("*.html")]


@pytest.mark.parametrize(
    ("answer", "width"), [("right", DESKTOP), ("wrong", PHONE), ("nothing", DESKTOP), ("unknown", PHONE)]
)
def test_axe_finds_nothing_after_answering(browser: Browser, address: str, answer: str, width: int) -> None:
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
    for path in each_template_once(site):
        page.goto(f"{address}/{path.relative_to(site).as_posix()}")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path.name)

    assert wide == []
    page.context.close()


def test_no_table_of_a_lesson_scrolls_sideways_on_a_phone(
    browser: Browser, shipped_site: tuple[Path, str]
) -> None:
    site, address = shipped_site
    lessons = _with_rows(site)
    page = _page(browser, PHONE)

    wide = []
    for path in lessons:
        page.goto(f"{address}/{path.relative_to(site).as_posix()}", wait_until="domcontentloaded")
        if page.locator(".is-row-by-row, .is-stacked").evaluate_all(_HAS_WIDE):
            wide.append(path.name)

    assert lessons
    assert wide == []
    page.context.close()


def _with_rows(site: Path) -> list[Path]:
    """Return the lessons with a table that is shown row by row, and a page for each kind of such papers."""
    texts = {path: path.read_text(encoding="utf-8") for path in pages(site)}
    papers = {kind: path for path, text in texts.items() for kind in _STACKED.findall(text)}
    return sorted({*papers.values(), *(path for path, text in texts.items() if "is-row-by-row" in text)})


def test_no_table_or_drawing_of_an_author_needs_sideways_scrolling_at_320_pixels(
    browser: Browser, shipped_site: tuple[Path, str]
) -> None:
    site, address = shipped_site
    page = _page(browser, 320)
    page.goto(f"{address}/index.html")
    authored = [path for path in pages(site) if _OWN_WIDTH.search(path.read_text(encoding="utf-8"))]

    widths = {
        path.name: page.evaluate(_WIDTH_WITH_ARTICLE, f"{address}/{path.relative_to(site).as_posix()}")
        for path in authored
    }

    assert len(authored) > 50
    assert [name for name, width in widths.items() if width > 320] == []
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


def test_need_it_now_is_one_tap_from_every_page(shipped_site: tuple[Path, str]) -> None:
    site = shipped_site[0]
    way = re.compile(r'<li class="imr-to-now"><a href="([^"]+)"')

    leads = {
        path: [(path.parent / href).resolve() for href in way.findall(path.read_text(encoding="utf-8"))]
        for path in pages(site)
        if path.name != TODAY
    }

    assert [path.name for path, there in leads.items() if there != [(site / "now.html").resolve()]] == []


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


def _laid_out_wider(looked_at: list[Path]) -> list[Path]:
    """Return the pages with more than one column on a wide screen, and the largest lesson."""
    lessons = [path for path in looked_at if 'data-module="item"' in path.read_text(encoding="utf-8")]
    lesson = max(
        (path for path in lessons if path.parent.name != "print"), key=lambda path: path.stat().st_size
    )
    return [lesson, *(path for path in looked_at if path.name in WIDER)]


def axe(page: Page) -> list[str]:
    """Run all rules as the page is, then those about colour in the dark scheme."""
    page.add_script_tag(path=AXE)
    page.evaluate(_TOLD)
    return [*page.evaluate(_RUN), *page.evaluate(_RUN_COLOURS)]


def _page(browser: Browser, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    return context.new_page()
