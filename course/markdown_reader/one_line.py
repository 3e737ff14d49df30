"""One line is one line: in a text that is shown as one, blocks of Markdown would lose their shape."""

from __future__ import annotations

import re

from course.diagnostics import Report
from course.diagnostics.common import not_one_line
from course.markdown_reader.dialect import item_dialect
from course.source import Span, Text

# most texts cannot hold a block, and need not be parsed to know it
_MAY_HOLD_BLOCKS = re.compile(r"\n|[-+*#>=~`|_]|[0-9]{1,9}[.)]")
_BLOCKS = {
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "heading_open": "a heading",
    "table_open": "a table",
    "fence": "a code block",
    "code_block": "a code block",
    "blockquote_open": "a quotation",
    "hr": "a rule",
}
# how the first sign is written so that it means itself
_AS_A_SIGN = {
    "bullet_list_open": r"\-",
    "ordered_list_open": r"1\.",
    "heading_open": r"\#",
    "blockquote_open": r"\>",
}


def may_hold_blocks(value: str) -> bool:
    """Say quickly whether a text could hold more than one line of words."""
    return bool(_MAY_HOLD_BLOCKS.match(value)) or "\n" in value


def require_one_line(words: str, text: Text, report: Report) -> None:
    """Report what the words of a text hold that cannot be shown in one line, once."""
    if not may_hold_blocks(words):
        return
    tokens = [token for token in item_dialect().parse(words) if token.level == 0 and token.nesting >= 0]
    for token in tokens:
        if block := _BLOCKS.get(token.type):
            line = token.map[0] if token.map else 0
            place = _place(words.split("\n")[line].strip(), text.span)
            report(not_one_line(place, block, _AS_A_SIGN.get(token.type, "")))
            return
    if "\n" in words:
        report(not_one_line(text.span))


def _place(words: str, span: Span) -> Span:
    """Return where a line of the text is in the author's file, or where the text begins."""
    for excerpt in (words, " ".join(words.split()[:2])):
        if (place := span.find(excerpt)) != span:
            return place
    return Span(span.source, span.start, min(span.end, span.start + 1))
