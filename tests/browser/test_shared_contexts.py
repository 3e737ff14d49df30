"""A browser context that a test gets holds nothing of an earlier test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import serving
from tests.browser.shared_contexts import SharedContexts

# leaves something in every place where a site can, with a database that stays open
_LEAVE = """async () => {
    localStorage.setItem('left', 'yes');
    sessionStorage.setItem('left', 'yes');
    document.cookie = 'left=yes; max-age=3600';
    await new Promise(done => { indexedDB.open('left', 1).onsuccess = done });
    await (await caches.open('left')).put('/left', new Response('yes'));
    await navigator.serviceWorker.register('worker.js');
    await navigator.serviceWorker.ready;
}"""
_LEFT = """async () => ({
    local: Object.keys(localStorage).filter(name => name !== 'imr-whole-page'),
    session: Object.keys(sessionStorage),
    cookie: document.cookie,
    databases: (await indexedDB.databases()).map(one => one.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    opener: window.opener !== null,
    online: navigator.onLine,
    width: innerWidth,
})"""
_NOTHING = {
    "local": [],
    "session": [],
    "cookie": "",
    "databases": [],
    "caches": [],
    "workers": 0,
    "opener": False,
    "online": True,
    "width": 1280,
}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text("<!doctype html><title>A page</title>")
    (tmp_path / "worker.js").write_text("")
    with serving(tmp_path) as address:
        yield address


@pytest.fixture
def own(browser: Browser) -> Iterator[SharedContexts]:
    contexts = SharedContexts(browser.new_context)
    yield contexts
    contexts.close()


def test_nothing_that_a_page_left_is_found_in_the_next_test(own: SharedContexts, address: str) -> None:
    with own.lend(viewport={"width": 1280, "height": 900}) as first:
        page = _opened(first.new_page(), address)
        page.evaluate(_LEAVE)
        left = page.evaluate(_LEFT)
        assert [name for name in _NOTHING if left[name] != _NOTHING[name]] == [
            "local",
            "session",
            "cookie",
            "databases",
            "caches",
            "workers",
        ]
        page.set_viewport_size({"width": 320, "height": 640})
        first.set_offline(True)

    with own.lend(viewport={"width": 1280, "height": 900}) as second:
        assert second is first
        page = _opened(second.new_page(), address)
        assert page.evaluate(_LEFT) == _NOTHING


_LASTING: dict[str, Callable[[Page], object]] = {
    "a script for every page": lambda page: page.context.add_init_script("window.left = 1"),
    "another time": lambda page: page.clock.set_fixed_time("2030-01-01"),
    "a page opened from a file": lambda page: page.goto((Path(__file__).parent / "payloads.txt").as_uri()),
    "its end": lambda page: page.context.close(),
}


@pytest.mark.parametrize("lasting", _LASTING)
def test_a_context_with_something_lasting_is_not_lent_again(own: SharedContexts, lasting: str) -> None:
    with own.lend() as first:
        _LASTING[lasting](first.new_page())

    with own.lend() as second:
        assert second is not first


def test_two_tests_at_once_never_share_a_context(own: SharedContexts) -> None:
    with own.lend() as one, own.lend() as other:
        assert one is not other


def _opened(page: Page, address: str) -> Page:
    page.goto(f"{address}/index.html")
    return page
