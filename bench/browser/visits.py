"""A first visit to a lesson: requests and bytes, beside Material with mkdocs-quiz."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench.browser.opening import fresh_page
from bench.browser.server import Sent, serving
from bench.browser.sites import Sites
from bench.browser.weights import is_ours
from bench.report import kilobytes, table

# ours is fetched only when the search is opened
_SEARCH_INDEX = "search/search_index"
_SETTLING = 1_500


@dataclass(frozen=True)
class Visit:
    """What a browser fetched, without the search index."""

    fetched: list[Sent]
    index: int

    @property
    def size(self) -> int:
        return sum(sent.size for sent in self.fetched)

    @property
    def page(self) -> int:
        return sum(sent.size for sent in self.fetched if sent.path.endswith(".html"))


def visit(browser: Browser, site: Path, page: str) -> Visit:
    """Open a page with nothing kept, and wait until it asks for nothing more."""
    with serving(site) as server, fresh_page(browser, in_steps=True) as tab:
        tab.goto(f"{server.address}/{page}", wait_until="networkidle")
        tab.wait_for_timeout(_SETTLING)
        sent = server.taken()
    index = [one for one in sent if one.path.startswith(_SEARCH_INDEX)]
    return Visit([one for one in sent if one not in index], sum(one.size for one in index))


def ours_of(sites: Sites, found: Visit) -> int:
    """Return the bytes of our scripts, styles and data, without the page itself and pictures."""
    endings = (".js", ".css", ".json")
    own = [one for one in found.fetched if one.path.endswith(endings) and is_ours(sites, one.path)]
    return sum(one.size for one in own)


def section(sites: Sites, ours: Visit, theirs: Visit) -> str:
    """Return both visits side by side, and every file of ours."""
    head = (
        "First visit to a lesson",
        "requests",
        "kB",
        "page kB",
        "our scripts, styles, data kB",
        "search index kB",
    )
    rows = [
        _row("ours", ours, kilobytes(ours_of(sites, ours))),
        _row("Material with mkdocs-quiz", theirs, ""),
    ]
    files = [(f"`{one.path}`", kilobytes(one.size)) for one in ours.fetched]
    return f"{table(head, rows)}\n\n{table(('What ours asks for', 'gzip kB'), files)}"


def _row(name: str, found: Visit, own: str) -> tuple[object, ...]:
    sizes = (kilobytes(found.size), kilobytes(found.page), own, kilobytes(found.index))
    return name, len(found.fetched), *sizes
