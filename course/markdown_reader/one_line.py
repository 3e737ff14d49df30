"""One line is one line: in a text that is shown as one, blocks of Markdown would lose their shape."""

from __future__ import annotations

import re

from course.diagnostics import Report
from course.markdown_reader import findings
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


def require_one_line(text: Text, report: Report) -> None:
    """Report what a text holds that cannot be shown in one line, once."""
    if not may_hold_blocks(text.value):
        return
    tokens = [token for token in item_dialect().parse(text.value) if token.level == 0 and token.nesting >= 0]
    for position, token in enumerate(tokens):
        block = _BLOCKS.get(token.type) or ("a second paragraph" if position else "")
        if block:
            line = token.map[0] if token.map else 0
            report(findings.more_than_a_line(block, _AS_A_SIGN.get(token.type, ""), _place(text, line)))
            return


def _place(text: Text, number: int) -> Span:
    """Return where a line of the text is in the author's file, or where the text begins."""
    words = text.value.split("\n")[number].strip()
    for excerpt in (words, " ".join(words.split()[:2])):
        if (place := text.span.find(excerpt)) != text.span:
            return place
    return Span(text.span.source, text.span.start, min(text.span.end, text.span.start + 1))
