"""Browser contexts that serve one test after another, because a new one costs more than most tests.

After each test its pages are closed and everything that a site can leave behind is cleared.
A context to which a test did something lasting (a script for every page, another clock) is closed instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, CDPSession, Frame, Page

LASTING = (
    "add_init_script",
    "expose_binding",
    "expose_function",
    "grant_permissions",
    "on",
    "route",
    "close",
)
LASTING_TIME = (
    "install",
    "fast_forward",
    "pause_at",
    "resume",
    "run_for",
    "set_fixed_time",
    "set_system_time",
)

Make = Callable[..., BrowserContext]


@dataclass
class SharedContexts:
    """One open context for each set of options."""

    make: Make
    _open: dict[str, _Shared] = field(default_factory=dict)

    @contextmanager
    def lend(self, **options: Any) -> Iterator[BrowserContext]:
        """Lend a context that holds nothing of an earlier test; one in use is not lent twice."""
        name = repr(sorted(options.items()))
        shared = self._open.pop(name, None) or _Shared(self.make(**options))
        try:
            yield shared.context
        finally:
            if shared.clear():
                self._open[name] = shared

    def close(self) -> None:
        for shared in self._open.values():
            shared.context.close()


class _Shared:
    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self._is_reusable = True
        self._origins: set[str] = set()
        # a page that no test sees; what clears the storages of a context has to be asked through one
        self._own = context.new_page()
        self._storages: CDPSession = context.new_cdp_session(self._own)
        context.on("page", self._follow)
        _watch(context, LASTING, self._keep_no_more)
        _watch(context.clock, LASTING_TIME, self._keep_no_more)

    def clear(self) -> bool:
        """Clear what a test left behind, or close the context; say whether it can be used again."""
        if not self._is_reusable:
            BrowserContext.close(self.context)
            return False
        for page in self.context.pages:
            if page != self._own:
                page.close()
        for origin in self._origins:
            self._storages.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self._origins.clear()
        self.context.clear_cookies()
        self.context.set_offline(False)
        return True

    def _follow(self, page: Page) -> None:
        page.on("framenavigated", self._note)

    def _note(self, frame: Frame) -> None:
        address = urlsplit(frame.url)
        if address.scheme == "file":  # all files share one origin, which cannot be cleared by its name
            self._is_reusable = False
        elif address.scheme in ("http", "https"):
            self._origins.add(f"{address.scheme}://{address.netloc}")

    def _keep_no_more(self) -> None:
        self._is_reusable = False


def _watch(watched: object, methods: tuple[str, ...], say: Callable[[], None]) -> None:
    """Have it said when one of the methods is called."""
    for name in methods:
        setattr(watched, name, _watched(getattr(watched, name), say))


def _watched(method: Callable[..., Any], say: Callable[[], None]) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        say()
        return method(*arguments, **named)

    return call
