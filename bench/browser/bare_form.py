"""The same lesson as a bare HTML page: our text and form controls, no style, and a script of ten lines."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from pathlib import Path

_KEPT = {"type", "name", "value", "for", "id", "href", "hidden", "colspan", "data-role", "data-about"}
_DROPPED = {"script", "style", "svg", "nav", "noscript"}
_VOID = {"input", "br", "hr", "img"}
_SCRIPT = Path(__file__).with_name("bare.js").read_text()


def bare_page(page: str) -> str:
    """Return the article of a built page without everything that is ours or the theme's but its words."""
    reader = _Reader()
    reader.feed(page)
    article = "".join(reader.kept)
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><body>'
    return f"{head}{article}<script>{_SCRIPT}</script></body></html>"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []
        self._is_inside = False
        self._dropped = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self._is_inside = True
        elif tag in _DROPPED:
            self._dropped += 1
        elif self._is_kept() and tag != "img":
            self.kept.append(f"<{tag}{''.join(map(_attribute, attributes))}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._is_inside = False
        elif tag in _DROPPED:
            self._dropped -= 1
        elif self._is_kept() and tag not in _VOID:
            self.kept.append(f"</{tag}>")

    def handle_data(self, text: str) -> None:
        if self._is_kept():
            self.kept.append(escape(text, quote=False))

    def _is_kept(self) -> bool:
        return self._is_inside and not self._dropped


def _attribute(attribute: tuple[str, str | None]) -> str:
    name, value = attribute
    if name not in _KEPT:
        return ""
    return f" {name}" if value is None else f' {name}="{escape(value)}"'
