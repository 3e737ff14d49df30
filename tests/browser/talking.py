"""What a learner does in the sample's dialogue, by mouse and by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.keeping import events

TALK_LESSON = "first-part/asking-first/a-quiet-group.html"
LIVE = ".imr-dialogue[data-state=live]"
# the way on which the first reply gets in the way, and the one on which every reply helps
SLIP = ["a", "a", "a", "a"]
GOOD = ["c", "a", "a"]
_FOCUSED = "[document.activeElement.dataset.say ?? '', document.activeElement.textContent].join('|')"


def open_talk(page: Page, address: str) -> None:
    """Open the lesson and wait until the talk shows how it was left."""
    page.goto(f"{address}/{TALK_LESSON}")
    page.wait_for_selector(LIVE)


def newest(page: Page) -> Locator:
    return page.locator(".imr-exchange").last


def reply(page: Page, name: str) -> None:
    """Choose a reply, and wait until something comes of it."""
    newest(page).locator(f"[data-say={name}]").click()
    newest(page).locator(".imr-note[open]").wait_for()


def go_on(page: Page) -> None:
    newest(page).locator(".imr-act-main").click()


def talk(page: Page, replies: list[str]) -> None:
    """Choose replies and go on after each."""
    for name in replies:
        reply(page, name)
        go_on(page)


def tab_to(page: Page, wanted: str) -> None:
    """Go on with Tab until a button has the focus: the reply of that id, or the one that says so."""
    for _ in range(40):
        page.keyboard.press("Tab")
        say, words = page.evaluate(_FOCUSED).split("|", 1)
        if say == wanted or words.startswith(wanted):
            return
    raise AssertionError(f"Tab does not reach {wanted}")


def choices(page: Page) -> list[dict[str, Any]]:
    """Return what the record holds of every choice."""
    return [event["body"] for event in events(page) if event["type"] == "dialogue.choice"]


def types(page: Page) -> list[str]:
    """Return the kinds of the record's events, without lessons read."""
    return [event["type"] for event in events(page) if event["type"] != "lesson.read"]
