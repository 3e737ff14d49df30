"""A page of the generated project: front matter, headings in Markdown, everything else ready HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from course.targets.site.addresses import markdown_file
from course.targets.site.headings import heading

_SIGN = re.compile(r"\{(?=[{%#])")  # what an engine would take for a sign to itself
_EMPTY_LINES = re.compile(r"\n\s*\n+")


@dataclass(frozen=True)
class Hypertext:
    """A stretch of HTML; it may hold any elements, as long as they are closed."""

    html: str


@dataclass(frozen=True)
class Apart:
    """A stretch of HTML that comes into the page after the engine has read it.

    Questions and exercises are long, and neither Markdown nor the search has anything to find in them.
    """

    html: str


@dataclass(frozen=True)
class Title:
    """A heading that the contents list, the search and links know."""

    level: int
    words: str
    anchor: str


Part = Hypertext | Apart | Title


@dataclass(frozen=True)
class SitePage:
    """One page by its path in the site.

    `menu` names the unit whose lessons the navigation opens; `kind` tells the script what it is on;
    `has_practice` brings the script of the exercises.
    """

    path: str
    title: str
    menu: str
    parts: Sequence[Part]
    hides: tuple[str, ...] = ()
    kind: str = "register"
    lesson: str = ""
    lesson_hash: str = ""
    is_searched: bool = True
    has_practice: bool = False

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the page as the site engine reads it, and what comes into it later."""
        yield f"docs/{markdown_file(self.path)}", self._markdown()
        for name, html in self._apart().items():
            yield f"overrides/apart/{name}.html", _SIGN.sub("&#123;", html).encode()

    def _markdown(self) -> bytes:
        meta = {
            "title": plain_title(self.title),
            "menu": self.menu,
            "here": self.path,
            "hide": list(self.hides),
            "kind": self.kind,
            "lesson": self.lesson,
            "lesson_hash": self.lesson_hash,
            "search": {"exclude": not self.is_searched},
            "practice": self.has_practice,
            "apart": list(self._apart()),
        }
        front = "\n".join(f"{name}: {json.dumps(value)}" for name, value in meta.items())
        names = iter(self._apart())
        body = "\n\n".join(
            f'<div class="imr-part">{mark(next(names))}</div>' if isinstance(part, Apart) else _written(part)
            for part in self.parts
        )
        return f"---\n{front}\n---\n\n{body}\n".encode()

    def _apart(self) -> dict[str, str]:
        stem = self.path.removesuffix(".html").replace("/", "-")
        htmls = [part.html for part in self.parts if isinstance(part, Apart)]
        return {f"{stem}-{number}": html for number, html in enumerate(htmls, start=1)}


def mark(name: str) -> str:
    """Return the sign in whose place a template comes; `overrides/main.html` knows it too."""
    return f"<!--apart:{name}-->"


def plain_title(words: str) -> str:
    """Return a title as one line."""
    return " ".join(words.split())


def _written(part: Hypertext | Title) -> str:
    if isinstance(part, Title):
        return heading(part.level, part.words, part.anchor)
    return f'<div class="imr-part">\n{_EMPTY_LINES.sub(chr(10), part.html.strip())}\n</div>'


def article(page: SitePage, permalink: str) -> str:
    """Return the parts of a page as a site engine would write them, to be seen before the engine is done."""
    return "\n".join(_engraved(part, permalink) for part in page.parts)


def _engraved(part: Part, permalink: str) -> str:
    if isinstance(part, Apart):
        return f'<div class="imr-part">{part.html}</div>'
    if isinstance(part, Hypertext):
        return _written(part)
    sign = f'<a class="headerlink" href="#{part.anchor}" title="{escape(permalink)}">#</a>'
    return f'<h{part.level} id="{part.anchor}">{escape(plain_title(part.words))}{sign}</h{part.level}>'
