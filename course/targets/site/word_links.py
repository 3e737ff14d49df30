"""Words of the glossary as links, each at its first use in a lesson."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from markupsafe import Markup

from course.model.framework import Term
from course.targets.site.addresses import GLOSSARY, relative

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
# what is in these is a link already, or is shown as it is, or is pressed
_LEFT_ALONE = frozenset(
    {"a", "code", "pre", "svg", "label", "button", "summary", "sup", "cite"} | {f"h{n}" for n in range(1, 7)}
)


class LinkedWords:
    """The words of a glossary that lessons link."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        self.ids = {
            escape(name).casefold(): term.id
            for term in glossary
            if not term.is_unlinked
            for name in (term.term, *term.also)
        }
        # longer ones first: "relapse prevention plan" is not "relapse plan"
        names = sorted(self.ids, key=lambda name: (-len(name), name))
        words = "|".join(map(re.escape, names)) or r"(?!)"
        self.pattern = re.compile(rf"(?<![\w-])({words})s?(?![\w-])", re.IGNORECASE)

    def on(self, page: str) -> FirstUses:
        """Return what links the words of one lesson, on the page with this address."""
        return FirstUses(self, page)


@dataclass
class FirstUses:
    """The words that a lesson has not used yet; each is linked once."""

    words: LinkedWords
    page: str
    used: set[str] = field(default_factory=set)

    def linked(self, html: Markup) -> Markup:
        """Return HTML in which first uses are links."""
        parts = []
        inside = 0
        for part in _TAG.split(html):
            if part.startswith("<"):
                inside += _step(part)
                parts.append(part)
            else:
                parts.append(part if inside else self.words.pattern.sub(self._link, part))
        return Markup("".join(parts))

    def _link(self, found: re.Match[str]) -> str:
        term = self.words.ids[found[1].casefold()]
        if term in self.used:
            return found[0]
        self.used.add(term)
        return f'<a class="imr-word" href="{relative(self.page, f"{GLOSSARY}#{term}")}">{found[0]}</a>'


def _step(tag: str) -> int:
    """Say whether a tag opens or closes something that is left alone."""
    name = _NAME.match(tag)
    if not name or name[1] not in _LEFT_ALONE or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1
