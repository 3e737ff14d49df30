"""What a learner does in the exercises of the sample: rating a session, a written reply, confidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.keeping import events

EXERCISES = "first-part/asking-first/seeing-and-saying.html"
UNIT = "first-part/asking-first/index.html"
REFERENCES = {"asking": 5, "building": 3, "checking": 1}
REASON = "can only be answered with yes"  # words that only the authors' reasons have
MODEL = "And the week you told us about"


def open_exercises(page: Page, address: str) -> None:
    """Open the lesson and wait until every exercise shows how it was left."""
    page.goto(f"{address}/{EXERCISES}")
    page.wait_for_function("window.imr?.store?.ready.then(() => true)")
    page.wait_for_selector(".imr-rating[data-state]")


def rating(page: Page) -> Locator:
    return page.locator(".imr-rating")


def written(page: Page) -> Locator:
    return page.locator(".imr-written")


def give(page: Page, **bands: int) -> None:
    """Rate elements."""
    for element, band in bands.items():
        rating(page).locator(f"[data-element={element}] input[value='{band}']").check()


def compare(page: Page, **bands: int) -> None:
    """Rate elements, compare with the authors and wait for what comes of it."""
    give(page, **bands)
    rating(page).get_by_role("button", name="Compare with the authors").click()
    rating(page).locator("[data-role=outcome]:visible, [data-role=problem]:visible").first.wait_for()


def write(page: Page, words: str) -> None:
    """Write a reply, compare it with the model and wait for the model."""
    written(page).get_by_label("What do you say to him?").fill(words)
    written(page).get_by_role("button", name="Compare with a model reply").click()
    written(page).get_by_text(MODEL).wait_for()


def bodies(page: Page, kind: str) -> list[dict[str, Any]]:
    """Return what the events of a kind say."""
    return [event["body"] for event in events(page) if event["type"] == kind]


def saved_drafts(page: Page, count: int) -> None:
    """Wait until the browser holds so many drafts."""
    page.wait_for_function(f"imr.store.contents.drafts.size === {count}")


def exported(page: Page, address: str) -> str:
    """Return the text of an export."""
    page.goto(f"{address}/record.html")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export my record").click()
    return Path(download.value.path()).read_text("utf-8")
