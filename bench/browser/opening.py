"""A real browser: the one named by COURSE_BROWSER, else Chromium on PATH, else Playwright's own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

# A closed network refuses what a browser asks by itself; these keep it from asking.
_QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu"]
_WHOLE_PAGE = "localStorage.setItem('imr-whole-page', 'yes')"
PATIENCE = 120_000
_ANSWER = Path(__file__).with_name("answer.js").read_text()


@contextmanager
def opened() -> Iterator[Browser]:
    """Open a browser while inside."""
    path = os.environ.get("COURSE_BROWSER") or shutil.which("chromium")
    arguments = [*_QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path or None, args=arguments)
        yield browser
        browser.close()


@contextmanager
def fresh_page(browser: Browser, script: str = "", in_steps: bool = False) -> Iterator[Page]:
    """Open a page that has kept nothing yet; `script` runs before those of the page.

    Unless `in_steps`, lessons are shown whole, so that every question can be pressed.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    if not in_steps:
        context.add_init_script(_WHOLE_PAGE)
    context.set_default_timeout(PATIENCE)
    if script:
        context.add_init_script(script)
    yield context.new_page()
    context.close()


def answer_all(page: Page) -> None:
    """Fill every form in; nothing is checked yet."""
    page.evaluate(_ANSWER)
