"""What was meant as Markdown and is none, in the tokens of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.token import Token

from course.diagnostics import Report
from course.markdown_reader import findings
from course.markdown_reader.other_dialects import directive_in, signs_in
from course.source import Span

_ADDRESS = re.compile(r"\w+://|www\.")


def words_left_over(token: Token) -> str:
    """Return the words of a paragraph as Markdown left them; code, images and the like are one sign each.

    An address in the words of a link is no bare address.
    """
    depth = 0
    words = []
    for child in token.children or ():
        depth += child.nesting if child.type.startswith("link_") else 0
        if child.type == "text":
            words.append(_ADDRESS.sub("\x00", child.content) if depth else child.content)
        else:
            words.append("\n" if child.type in ("softbreak", "hardbreak") else "\x00")
    return "".join(words)


def report_signs(tokens: Iterable[Token], span: Span, report: Report) -> None:
    """Report signs of other dialects in a text outside lessons, and what its indentation makes code."""
    for token in tokens:
        if token.type == "inline":
            for finding in signs_in(words_left_over(token), span, in_lesson=False):
                report(finding)
        elif token.type == "code_block":
            report(findings.indented_text(span.find(token.content.strip().split("\n")[0])))
        elif token.type == "fence" and (directive := directive_in(token, span)):
            report(directive)
