"""What a long record asks of the browser: how long its page has no turn, in the time of its thread."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from bench.browser.opening import fresh_page

IMPORT, RECORD, PROFILE, FRONT, REVIEW, CERTIFICATE, EXPORT, ANSWER = (
    *("importing the file", "opening the record page", "opening the profile", "opening the front page"),
    *("opening the review", "opening the certificate", "exporting", "one Check"),
)
_READY = "window.imr?.store?.ready.then(() => true)"
_SETTLED = 1_500  # milliseconds in which what is worked out after opening is done


@dataclass(frozen=True)
class Work:
    """Milliseconds of the page's thread: its longest task, and all of them."""

    longest: float
    all: float


def work_of(browser: Browser, address: str, lesson: str, file: Path) -> dict[str, Work]:
    """Import a file into an empty browser, open the pages that show it, export, and answer one question."""
    with fresh_page(browser, "") as page:
        page.set_default_timeout(300_000)
        page.goto(f"{address}/record.html")
        page.locator("[data-role=nothing]:visible").wait_for()
        found = {IMPORT: traced(browser, page, lambda: _import(page, file))}
        pages = {
            RECORD: "record",
            PROFILE: "profile",
            FRONT: "index",
            REVIEW: "review",
            CERTIFICATE: "certificate",
        }
        for name, path in pages.items():
            found[name] = traced(browser, page, partial(_open, page, f"{address}/{path}.html"))
        _open(page, f"{address}/record.html")
        found[EXPORT] = traced(browser, page, lambda: _export(page))
        _open(page, f"{address}/{lesson}")
        found[ANSWER] = traced(browser, page, lambda: _answer(page))
    return found


def _import(page: Page, file: Path) -> None:
    page.get_by_label("Choose an exported file").set_input_files(file)
    page.get_by_role("button", name="Add it to my record").click()
    page.locator("[data-role=import-outcome]", has_text="The file was added").wait_for()


def _export(page: Page) -> None:
    page.get_by_role("button", name="Export my record").click()
    page.locator("[data-role=export-outcome]", has_text="Your record was exported").wait_for()


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function(_READY)
    page.wait_for_timeout(_SETTLED)


def _answer(page: Page) -> None:
    item = page.locator("[data-module=item]:has([data-role=dont-know]:visible)").first
    item.get_by_role("button", name="I don't know").click()
    item.locator("[data-role=verdict]:visible").wait_for()


def traced(browser: Browser, page: Page, act: Callable[[], object]) -> Work:
    """Do something, and return what it cost the threads that run pages."""
    browser.start_tracing(page=page, categories=["toplevel"])
    act()
    trace = browser.stop_tracing()
    times = [task["tdur"] / 1000 for task in _tasks(json.loads(trace)["traceEvents"])]
    return Work(max(times, default=0), sum(times))


def _tasks(events: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the tasks of the threads that run pages, without those of workers."""
    named = [one for one in events if one.get("name") == "thread_name"]
    main = {(one["pid"], one["tid"]) for one in named if one["args"]["name"] == "CrRendererMain"}
    for event in events:
        if (
            event.get("name", "").endswith("RunTask")
            and "tdur" in event
            and (event["pid"], event["tid"]) in main
        ):
            yield event
