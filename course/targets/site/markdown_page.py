"""A page of the generated project: front matter, headings in Markdown, everything else ready HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import count

from course.targets.site.addresses import markdown_file
from course.targets.site.headings import heading
from course.targets.site.json_text import compact

# what YAML takes for a line break or a mark, and Markdown lets an author write by its number
_NOT_IN_YAML = ("\u2028", "\u2029", "\ufeff")
_EMPTY_LINES = re.compile(r"\n\s*\n+")


@dataclass(frozen=True)
class Hypertext:
    """HTML that stays as it is; every element in it is closed."""

    html: str


@dataclass(frozen=True)
class Deferred:
    """HTML that the engine's template puts into the page, after the engine has read its Markdown.

    Questions and exercises are long, and Markdown has nothing to find in them.
    They are in the front matter, which is read fast; a template of their own would be compiled.
    """

    html: str


@dataclass(frozen=True)
class Seam:
    """HTML between two parts, put in like what is deferred; it may open or close what surrounds others."""

    html: str


@dataclass(frozen=True)
class Title:
    """A heading that the contents list and links know. `language` is empty where it is that of the course."""

    level: int
    words: str
    anchor: str
    language: str = ""


Part = Hypertext | Deferred | Seam | Title


@dataclass(frozen=True)
class SitePage:
    """One page by its path in the site.

    `menu` names the unit whose lessons the navigation opens; `kind` tells the scripts which page it is;
    `exercise_scripts` are those of its exercises, `has_steps` brings those that show one step at first.
    """

    path: str
    title: str
    menu: str
    parts: Sequence[Part]
    hides: tuple[str, ...] = ()
    kind: str = "register"
    lesson: str = ""
    lesson_hash: str = ""
    exercise_scripts: tuple[str, ...] = ()
    has_steps: bool = False

    @property
    def file(self) -> str:
        """Return where the engine looks for the page."""
        return f"docs/{markdown_file(self.path)}"

    def markdown(self) -> bytes:
        """Return the page as the site engine reads it."""
        meta = {
            # the theme puts it into the page as it is, without escaping
            "title": escape(plain_title(self.title)),
            "menu": self.menu,
            "here": self.path,
            "hide": list(self.hides),
            "kind": self.kind,
            "lesson": self.lesson,
            "lesson_hash": self.lesson_hash,
            "exercises": list(self.exercise_scripts),
            "steps": self.has_steps,
            "deferred": [str(part.html) for part in self.parts if isinstance(part, Deferred | Seam)],
        }
        front = "\n".join(f"{name}: {_yaml(value)}" for name, value in meta.items())
        numbers = count(1)
        body = "\n\n".join(
            _place(part, next(numbers)) if isinstance(part, Deferred | Seam) else _written(part)
            for part in self.parts
        )
        return f"---\n{front}\n---\n\n{body}\n".encode()


def _place(part: Deferred | Seam, number: int) -> str:
    """Return the comment in place of deferred HTML, which `overrides/main.html` replaces."""
    comment = f"<!--deferred:{number}-->"
    return comment if isinstance(part, Seam) else f'<div class="imr-part">{comment}</div>'


def _yaml(value: object) -> str:
    """Return a value as JSON that YAML reads alike."""
    text = compact(value)
    for sign in _NOT_IN_YAML:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def plain_title(words: str) -> str:
    """Return a title as one line."""
    return " ".join(words.split())


def _written(part: Hypertext | Title) -> str:
    if isinstance(part, Title):
        return heading(part.level, part.words, part.anchor, part.language)
    return f'<div class="imr-part">\n{_EMPTY_LINES.sub(chr(10), part.html.strip())}\n</div>'


def article(page: SitePage, permalink: str) -> str:
    """Return the parts of a page as a site engine would write them, to be seen before the engine is done."""
    return "\n".join(_as_engine_writes(part, permalink) for part in page.parts)


def _as_engine_writes(part: Part, permalink: str) -> str:
    if isinstance(part, Deferred):
        return f'<div class="imr-part">{part.html}</div>'
    if isinstance(part, Seam):
        return part.html
    if isinstance(part, Hypertext):
        return _written(part)
    sign = f'<a class="headerlink" href="#{part.anchor}" title="{escape(permalink)}">#</a>'
    language = f' lang="{part.language}"' if part.language else ""
    opened = f'<h{part.level} id="{part.anchor}"{language}>'
    return f"{opened}{escape(plain_title(part.words))}{sign}</h{part.level}>"
