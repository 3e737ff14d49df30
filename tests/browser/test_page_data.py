"""The scripts of a page share one name, whichever comes first."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

_SHARED = "() => [Object.keys(imr).sort(), Object.keys(imr.items).sort(), imr instanceof Element]"


def test_scripts_bring_their_parts_in_any_order(page: Page, sample_site: Path) -> None:
    assets = sample_site / "assets"
    brought = ("course-data", "units", "placement-plan", "item-frame", "search-documents")
    data = [assets / f"{name}.js" for name in brought]
    scripts = [*data, *sorted(assets.glob("items/*.js"))]

    shared = [_shared(page, order) for order in (scripts, scripts[::-1])]

    assert shared[0] == shared[1]
    names, items, is_element = shared[0]
    assert names == ["itemSet", "items", "judged", "plan", "search", "titles", "units"]
    assert items == page.evaluate("() => imr.units.flatMap(({ items }) => items).sort()")
    assert not is_element


def _shared(page: Page, scripts: list[Path]) -> tuple[list[str], list[str], bool]:
    page.goto("about:blank")
    # a heading of this name would answer to `window.imr` too
    page.set_content('<h2 id="imr">IMR</h2>')
    for script in scripts:
        page.add_script_tag(content=script.read_text("utf-8"))
    found: tuple[list[str], list[str], bool] = page.evaluate(_SHARED)
    return found
