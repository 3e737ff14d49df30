"""What a page keeps of the learner's record, and browsers that stay."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect

from tests.browser.answering import EVERY_TYPE, check
from tests.browser.conftest import LESSON, WHOLE_PAGE, chromium

IS_READY = """[...document.querySelectorAll("[data-module=item]")].every(item =>
    ["dont-know", "verdict"].some(role => !item.querySelector(`[data-role=${role}]`).hidden))"""
_EVENTS = "() => imr.store.ready.then(() => imr.store.contents.events.map(kept => kept.raw))"


def open_lesson(page: Page, address: str) -> None:
    """Open the lesson and wait until every item shows how it was left."""
    page.goto(f"{address}/{LESSON}")
    page.wait_for_function(IS_READY)


def open_record(page: Page, address: str) -> None:
    page.goto(f"{address}/record.html")
    page.locator("[data-role=facts]:visible, [data-role=nothing]:visible").first.wait_for()


def hashes_of_items(page: Page) -> dict[str, str]:
    """Return how the hash of each item begins, as a page of the learner knows it."""
    pairs = "imr.units.flatMap(({ items, hashes }) => items.map((item, place) => [item, hashes[place]]))"
    return dict(page.evaluate(pairs))


def answer(page: Page, kind: str = "single-choice", how: str = "wrong") -> None:
    """Answer an item and wait for the verdict."""
    item = EVERY_TYPE[kind].find(page)
    getattr(EVERY_TYPE[kind], how)(item)
    check(item)


def answer_all(page: Page, how: str = "wrong") -> None:
    for kind in EVERY_TYPE:
        answer(page, kind, how)


def export(page: Page, address: str, alias: str = "") -> bytes:
    """Export on the record page, after giving the record a name if there is one."""
    open_record(page, address)
    if alias:
        page.get_by_label("A name for your files").fill(alias)
        page.get_by_role("button", name="Save the name").click()
        expect(page.locator("[data-role=alias-outcome]")).to_contain_text("The name is saved.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export my record").click()
    expect(page.locator("[data-role=export-outcome]")).to_contain_text("was exported")
    return Path(download.value.path()).read_bytes()


def choose(page: Page, content: bytes) -> None:
    """Choose a file to import."""
    file = {"name": "competence-x.json", "mimeType": "application/json", "buffer": content}
    page.get_by_label("Choose an exported file").set_input_files(file)  # type: ignore[arg-type]


def import_outcome(page: Page) -> Locator:
    return page.locator("[data-role=import-outcome]")


def events(page: Page) -> list[dict[str, Any]]:
    """Return the events that the page knows of."""
    found: list[dict[str, Any]] = page.evaluate(_EVENTS)
    return found


def answered(found: list[dict[str, Any]]) -> list[str]:
    return sorted(event["body"]["itemId"] for event in found if event["type"] == "item.response")


def is_chain_whole(found: list[dict[str, Any]]) -> bool:
    """Say whether the events of one device follow each other without a gap or a fork."""
    chain = sorted(found, key=lambda event: int(event["seq"]))
    numbers = [event["seq"] for event in chain]
    starts = [event["prev"] is None for event in chain]
    return numbers == list(range(1, len(chain) + 1)) and starts == [number == 1 for number in numbers]


@contextmanager
def lasting(browser: Browser, profile: Path) -> Iterator[BrowserContext]:
    """Open a browser of its own, which finds again what it kept in `profile`."""
    path, arguments = chromium()
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=path, args=arguments, viewport={"width": 1280, "height": 900}
    )
    context.add_init_script(WHOLE_PAGE)
    try:
        yield context
    finally:
        # it may have been killed
        with suppress(Error):
            context.close()


def kill(profile: Path) -> None:
    """End the browser of a profile as a power cut would: all its processes at once."""
    for pid in _processes(profile):
        os.kill(pid, signal.SIGKILL)


def _processes(profile: Path) -> list[int]:
    mark = f"--user-data-dir={profile}".encode()
    found = [path for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [int(path.name) for path in found if mark in _command(path)]


def _command(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""  # it has ended
