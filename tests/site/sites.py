"""Building sites for tests, and looking at what came out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

ROOT = Path(__file__).parents[2]
# elements by name, and what tells one from another of that name
_PARTS = re.compile(r'<[a-z][a-z0-9]*\b|\b(?:class|data-module|data-role|role|type)="[^"]*"')
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def copy_course(folder: Path) -> Path:
    """Copy the shipped course's content into a folder of its own."""
    for name in ("content", "quizzes"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def tree(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@cache
def each_template_once(site: Path) -> list[Path]:
    """Return a few small pages that together hold every element, class and module of the site.

    What a template makes is the same on every page that it makes, and looking at it once is enough.
    """
    parts = {path: set(_PARTS.findall(path.read_text(encoding="utf-8"))) for path in pages(site)}
    for path in sorted(parts, key=lambda path: path.stat().st_size, reverse=True):
        others = set().union(*(held for other, held in parts.items() if other != path))
        if parts[path] <= others:
            del parts[path]
    return list(parts)


def pages(site: Path) -> list[Path]:
    """Return the pages of a site, without the one for missing pages."""
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


@dataclass
class Page(HTMLParser):
    """The links, anchors and text of one page; `inside` limits links and text to one element."""

    html: str
    inside: str = "article"
    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    _depth: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.anchors.add(str(values["id"]))
        if tag == self.inside or self._depth:
            self._depth += tag not in _VOID
            address = values.get("href") or values.get("src")
            if address:
                self.links.append(address)

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag not in _VOID:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def broken_links(site: Path) -> Iterator[str]:
    """Yield every link in a body that leads to no page or no anchor of the site."""
    read = {path: Page(path.read_text(encoding="utf-8")) for path in pages(site)}
    for path, page in read.items():
        for link in page.links:
            address, anchor = urldefrag(link)
            if urlsplit(address).scheme:
                continue
            target = (path.parent / unquote(address)).resolve() if address else path
            if not target.is_file():
                yield f"{path.relative_to(site)}: {link} leads to no page"
            elif anchor and target in read and unquote(anchor) not in read[target].anchors:
                yield f"{path.relative_to(site)}: {link} leads to no anchor"
