"""Words that are shown as they are: titles, names, terms."""

from __future__ import annotations

import re

from course.diagnostics.common import not_one_line
from course.diagnostics.finding import Diagnostic, Severity
from course.source import Span

_SIGN = re.compile(r"[*_`\[~=<#{&]")
_MARKUP = re.compile(
    r"\*\*\S|(?<!\w)\*[^\s*](?:[^*\n]*[^\s*])?\*(?!\w)|(?<!\w)_[^\s_](?:[^_\n]*[^\s_])?_(?!\w)"
    r"|`[^`\n]+`|!?\[[^\[\]\n]*\]\([^()\n]*\)|\[@|\[\[|~~\S|==\S|<!--|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>"
    r"|^#{1,6} |\{[#:.][^{}\n]*\}|&(?:[a-z]+|#\d+|#x[0-9a-f]+);"
)


def wrong(words: str, span: Span) -> Diagnostic | None:
    """Find Markdown or several lines in words that are shown as they are."""
    if "\n" in words:
        return not_one_line(span)
    found = _MARKUP.search(words) if _SIGN.search(words) else None
    return markup_in_words(found.group(), span.find(found.group())) if found else None


def markup_in_words(written: str, span: Span) -> Diagnostic:
    """A title, a name or a term holds signs of Markdown or HTML, which would be shown as they are."""
    return Diagnostic(
        "markup-in-words",
        f"this is shown as it is written, also `{written}`",
        span,
        "write plain words, without Markdown",
        Severity.WARNING,
    )
