"""From the HTML of a screen to that of paper: links within the site become plain words."""

from __future__ import annotations

import re

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_LEADS_OUT = re.compile(r'\bhref="[a-z]+:')
_BACK_TO_TEXT = 'class="footnote-backref"'
# footnotes are numbered anew in each lesson, and several lessons stand on one page
_NOTE = re.compile(r' id="fn[^"]*"')


def on_paper(html: str) -> str:
    """Return HTML without links to other places of the site, which paper cannot follow."""
    return _NOTE.sub("", _LINK.sub(_words, html))


def _words(link: re.Match[str]) -> str:
    attributes, words = link.groups()
    if _LEADS_OUT.search(attributes):
        return link.group()
    return "" if _BACK_TO_TEXT in attributes else words
