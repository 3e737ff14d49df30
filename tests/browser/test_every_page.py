"""Every page of the shipped course: for everybody, on every width, in both schemes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
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
# Style sheets are not loaded a second time: no rule that runs reads them, and it takes half of the time.
_RUN = "() => axe.run(document, {preload: false, resultTypes: ['violations']}).then(violations)"
_RUN_COLOURS = (
    "() => { document.body.setAttribute('data-md-color-scheme', 'slate');"
    " return axe.run(document, {runOnly: ['color-contrast', 'link-in-text-block']}).then(violations) }"
)
_TOLD = (
    "() => { window.violations = result => result.violations.map(rule => rule.id + ': ' + rule.nodes.map("
    "node => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')) }"
)
PHONE, DESKTOP = 360, 1280
PARTS = 4  # of the pages, because looking at all of them takes long on a busy machine
WIDER = ("index.html", "map.html", "profile.html", "record.html", "now.html")
_WIDTH = "document.documentElement.scrollWidth"
# shows the article of another page in this one, which costs a tenth of opening that page
_SHOW_ARTICLE = """async address => {
    const other = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    document.querySelector('base')?.remove();
    document.head.appendChild(document.createElement('base')).href = address;
    document.querySelector('article').replaceWith(other.querySelector('article'));
    const images = [...document.querySelectorAll('article img')];
    // one that waits to come into view is never decoded
    await Promise.all(images.map(image => { image.loading = 'eager'; return image.decode(); }));
}"""
_HAS_WIDE = "tables => tables.some(table => table.scrollWidth > table.clientWidth)"
_OF_ROWS = re.compile(r'class="[^"]*(?:is-row-by-row|is-stacked)')
_OWN_WIDTH = re.compile(r'<table|class="imr-(?:figure|artefact)')


@pytest.fixture(scope="module")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    site = built.shipped_site(tmp_path_factory)
    with serving(site) as address:
        yield site, address


@dataclass
class Looked:
    """What was found on a few pages that together hold everything: by page, and nothing if all is well."""

    violations: dict[str, list[str]] = field(default_factory=dict)
    wide_at_320: list[str] = field(default_factory=list)
    wide_with_large_text: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=range(PARTS))
def looked(browser: Browser, shipped_site: tuple[Path, str], request: pytest.FixtureRequest) -> Looked:
    """Open each of the pages of a part once on a phone, and look at all that can be wrong there."""
    site, address = shipped_site
    page = _page(browser, 320)
    looked = Looked()
    for path in each_template_once(site)[request.param :: PARTS]:
        name = path.relative_to(site).as_posix()
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto(f"{address}/{name}")
        if page.evaluate(_WIDTH) > 320:
            looked.wide_at_320.append(name)
        page.set_viewport_size({"width": PHONE, "height": 800})
        if violations := axe(page):
            looked.violations[name] = violations
        page.add_style_tag(content="html { font-size: 250% !important }")  # the theme's is 125 %
        if page.evaluate(_WIDTH) > PHONE:
            looked.wide_with_large_text.append(name)
    page.context.close()
    return looked


def test_axe_finds_nothing_on_a_phone_in_anything_that_a_page_can_hold_in_either_scheme(
    looked: Looked,
) -> None:
    assert looked.violations == {}


def test_nothing_needs_sideways_scrolling_at_320_pixels(looked: Looked) -> None:
    assert looked.wide_at_320 == []


def test_nothing_needs_sideways_scrolling_with_text_of_twice_the_size(looked: Looked) -> None:
    assert looked.wide_with_large_text == []


def test_axe_finds_nothing_in_what_is_laid_out_wider_in_either_scheme(
    browser: Browser, shipped_site: tuple[Path, str]
) -> None:
    site, address = shipped_site
    page = _page(browser, DESKTOP)

    found = {}
    for path in _laid_out_wider(each_template_once(site)):
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


def test_no_table_or_drawing_of_an_author_needs_sideways_scrolling_on_a_phone(
    browser: Browser, shipped_site: tuple[Path, str]
) -> None:
    site, address = shipped_site
    page = _page(browser, 320)
    page.goto(f"{address}/index.html")
    authored = [path for path in pages(site) if _OWN_WIDTH.search(path.read_text(encoding="utf-8"))]

    wide, scrolling, tables = [], [], 0
    for path in authored:
        page.set_viewport_size({"width": 320, "height": 800})
        page.evaluate(_SHOW_ARTICLE, f"{address}/{path.relative_to(site).as_posix()}")
        if page.evaluate(_WIDTH) > 320:
            wide.append(path.name)
        if _OF_ROWS.search(path.read_text(encoding="utf-8")):
            tables += 1
            page.set_viewport_size({"width": PHONE, "height": 800})
            if page.locator(".is-row-by-row, .is-stacked").evaluate_all(_HAS_WIDE):
                scrolling.append(path.name)

    assert len(authored) > 50
    assert tables > 50
    assert (wide, scrolling) == ([], [])
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
