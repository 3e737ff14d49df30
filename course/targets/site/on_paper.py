"""HTML for paper: links within the site become plain words."""

from __future__ import annotations

import re

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_LEADS_OUT = re.compile(r'\bhref="[a-z]+:')
_BACK_TO_TEXT = 'class="footnote-backref"'
# footnotes are numbered within a lesson, and one page holds several lessons
_NOTE = re.compile(r' id="fn[^"]*"')


def on_paper(html: str) -> str:
    """Return HTML without links to other places of the site, which cannot be followed on paper."""
    return _NOTE.sub("", _LINK.sub(_words, html))


def _words(link: re.Match[str]) -> str:
    attributes, words = link.groups()
    if _LEADS_OUT.search(attributes):
        return link.group()
    return "" if _BACK_TO_TEXT in attributes else words
