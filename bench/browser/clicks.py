"""From the click on Check to the painted verdict, and what scripts cost on a slow CPU."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Locator, Page

from bench.browser.opening import answer_all, fresh_page

_PAINTED = Path(__file__).with_name("painted.js").read_text()
_IS_PAINTED = "(number) => benchPainted.length >= number"
_IS_READY = (
    """() => [...document.querySelectorAll("[data-module=item]")].every((item) => item.dataset.state)"""
)
_CHECKS = "form button[type=submit]"
_FIRST_CHOICES = ".quiz input[type=radio][value='0']"
_PAUSE = 150
_SLOWED = 4


@dataclass
class Paints:
    """Milliseconds from click to painted verdict."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)


def paint_times(browser: Browser, ours: str, bare: str, theirs: str, clicks: int) -> Paints:
    """Check every question of these pages in turn, on pages that have kept nothing, until there are enough.

    `theirs` is the page of mkdocs-quiz, which checks a question with one answer as soon as one is chosen.
    """
    found = Paints()
    while min(len(found.ours), len(found.theirs)) < clicks:
        found.ours += _paint_times(browser, ours, _CHECKS)
        found.bare += _paint_times(browser, bare, _CHECKS)
        found.theirs += _paint_times(browser, theirs, _FIRST_CHOICES, is_filled_in=False)
    return found


def _paint_times(browser: Browser, address: str, buttons: str, is_filled_in: bool = True) -> list[float]:
    with fresh_page(browser, _PAINTED) as page:
        _open(page, address, is_filled_in)
        for number, check in enumerate(_visible(page, buttons), start=1):
            check.click()
            page.wait_for_function(_IS_PAINTED, arg=number)
            page.wait_for_timeout(_PAUSE)
        return [float(time) for time in page.evaluate("benchPainted")]


@dataclass
class Scripts:
    """Milliseconds of all scripts, and of everything the page's thread did, for one Check."""

    script: list[float] = field(default_factory=list)
    task: list[float] = field(default_factory=list)

    def add(self, before: tuple[float, float], after: tuple[float, float]) -> None:
        """Add what lies between two readings of the browser's clocks."""
        script, task = (now - then for now, then in zip(after, before, strict=True))
        self.script.append(script * 1000)
        self.task.append(task * 1000)


def script_times(browser: Browser, address: str, clicks: int) -> Scripts:
    """Check questions on a CPU slowed four times, on pages that have kept nothing."""
    found = Scripts()
    while len(found.script) < clicks:
        with fresh_page(browser) as page:
            _open(page, address)
            _script_times(page, found, clicks)
    return found


def _script_times(page: Page, found: Scripts, clicks: int) -> None:
    session = slowed(page)
    for check in _visible(page, _CHECKS):
        if len(found.script) >= clicks:
            return
        move_to(page, check)
        before = durations(session)
        page.mouse.down()
        page.mouse.up()
        page.wait_for_timeout(4 * _PAUSE)
        found.add(before, durations(session))


def _open(page: Page, address: str, is_filled_in: bool = True) -> None:
    page.goto(address)
    page.wait_for_function(_IS_READY)
    if is_filled_in:
        answer_all(page)
    page.wait_for_timeout(_PAUSE)


def _visible(page: Page, name: str) -> Iterator[Locator]:
    """Yield the buttons of this name that can be seen; the page keeps them in their places."""
    buttons = page.locator(name)
    for number in range(buttons.count()):
        if buttons.nth(number).is_visible():
            yield buttons.nth(number)


def slowed(page: Page, clock: str = "timeTicks") -> CDPSession:
    """Slow the CPU of a page, and return what tells how long its work takes."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": clock})
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})
    return session


def move_to(page: Page, button: Locator) -> None:
    """Put the mouse on a button, so that what follows is the press alone."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    if box is None:
        raise AssertionError("the button is not on the page")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(_PAUSE)


def durations(session: CDPSession) -> tuple[float, float]:
    """Return the seconds that scripts, and all work of the page's thread, have taken."""
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    return metrics["ScriptDuration"], metrics["TaskDuration"]
