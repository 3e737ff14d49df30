"""Headings stay Markdown in the generated project, so their words must survive it as they are."""

from __future__ import annotations

import re

_NOT_PLAIN = re.compile(r"[^\w ,;?’‘“”…–—-]|_")


def heading(level: int, words: str, anchor: str) -> str:
    """Return a Markdown heading with its anchor."""
    return f"{'#' * level} {plain(words)} {{#{anchor}}}"


def plain(words: str) -> str:
    """Write every character that Markdown or an attribute list could read as a sign as a number."""
    return _NOT_PLAIN.sub(lambda found: f"&#{ord(found.group())};", " ".join(words.split()))
