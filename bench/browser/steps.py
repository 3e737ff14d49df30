"""From one step of a lesson to the next, on a CPU slowed four times, without the theme's script."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from bench.browser.clicks import Scripts, durations, move_to, slowed
from bench.browser.opening import fresh_page

_SETTLING = 500


def step_times(browser: Browser, address: str, count: int) -> Scripts:
    """Press Next until there are enough, from the beginning again at the end of the lesson."""
    found = Scripts()
    with fresh_page(browser, in_steps=True) as page:
        page.route("**/assets/javascripts/*", lambda route: route.abort())
        page.goto(address)
        page.wait_for_timeout(_SETTLING)
        session = slowed(page, clock="threadTicks")
        while len(found.script) < count:
            if not page.locator("[data-role=on]").is_visible():
                _begin_again(page)
            move_to(page, page.locator("[data-role=on]"))
            before = durations(session)
            page.mouse.down()
            page.mouse.up()
            page.wait_for_timeout(_SETTLING)
            found.add(before, durations(session))
    return found


def _begin_again(page: Page) -> None:
    page.evaluate("location.hash = document.querySelector('.imr-step-list a').hash")
    page.wait_for_timeout(_SETTLING)
