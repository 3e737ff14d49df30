"""Headings are Markdown in the generated project, written so that the engine shows the author's words."""

from __future__ import annotations

import re

_NOT_PLAIN = re.compile(r"[^\w ,;?’‘“”…–—-]|_")


def heading(level: int, words: str, anchor: str, language: str = "") -> str:
    """Return a Markdown heading with its anchor, and its language where that is not the course's."""
    return f"{'#' * level} {plain(words)} {{#{anchor}{f' lang={language}' if language else ''}}}"


def plain(words: str) -> str:
    """Write every character that Markdown or attribute lists could interpret as a character reference."""
    return _NOT_PLAIN.sub(lambda found: f"&#{ord(found.group())};", " ".join(words.split()))
