"""A real browser, and sites for it to open."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests import built
from tests.browser.shared_contexts import SharedContexts
from tools import find_browser

# The windows of Chromium hold pages of their own, which cost more to start than most pages of a test.
_OF_WINDOWS = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
# Playwright's own list is replaced by ours; this is what of it a site on this machine can meet.
_OF_PLAYWRIGHT = (
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
# A closed network refuses what a browser asks by itself; these keep it from asking.
_QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    f"--disable-features={','.join((*_OF_WINDOWS, *_OF_PLAYWRIGHT))}",
]
LESSON = "first-part/asking-first/three-questions.html"


def chromium() -> tuple[str | None, list[str]]:
    """Return Chromium (the one named by COURSE_BROWSER, else the one on PATH) and what to start it with.

    None stands for Playwright's own.
    """
    path = os.environ.get("COURSE_BROWSER") or find_browser.find()
    return path or None, [*_QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


# Most tests look at several questions of a lesson, so they ask for the whole page, as a reader can.
WHOLE_PAGE = "try { localStorage.setItem('imr-whole-page', 'yes') } catch {}"

expect.set_options(timeout=15_000)  # a busy machine is slow to show what will be there


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path, arguments = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)

        def whole_pages(**options: Any) -> BrowserContext:
            context = in_steps(browser, **options)
            context.add_init_script(WHOLE_PAGE)
            return context

        browser.new_context = whole_pages  # type: ignore[method-assign]  # for every test that opens a page
        yield browser
        browser.close()


def in_steps(browser: Browser, **options: Any) -> BrowserContext:
    """Return a context in which lessons are shown one step at a time, as they are to everyone at first."""
    context = Browser.new_context(browser, **options)
    context.set_default_timeout(10_000)
    return context


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[SharedContexts]:
    """Contexts with options of a test's choice, cleared between tests."""
    contexts = SharedContexts(browser.new_context)
    yield contexts
    contexts.close()


@pytest.fixture
def context(contexts: SharedContexts) -> Iterator[BrowserContext]:
    with contexts.lend(viewport={"width": 1280, "height": 900}) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample course, whose one bank holds every item type."""
    return built.sample_site(tmp_path_factory)


@pytest.fixture(scope="session")
def address(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample's site on a web server, below a path of its own."""
    root = tmp_path_factory.mktemp("server")
    shutil.copytree(sample_site, root / "intranet" / "learning")
    with serving(root) as address:
        yield f"{address}/intranet/learning"


@pytest.fixture
def lesson(page: Page, address: str) -> Page:
    """The lesson with the bank, open in the browser."""
    page.goto(f"{address}/{LESSON}")
    page.wait_for_selector("[data-role=dont-know]:visible")
    return page


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder while inside; the value is its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


class _Silent(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        # a later site at the same address must not be answered from the cache
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        return
