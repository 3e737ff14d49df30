"""Short texts outside lessons: one line, some paragraphs, or a question with what comes before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from course.diagnostics import Report
from course.markdown_reader import findings
from course.markdown_reader.dialect import item_dialect
from course.markdown_reader.one_line import require_one_line
from course.markdown_reader.pieces import Writing, render
from course.model.prose import NO_PROSE, Prose
from course.source import Text

_MARKUP = re.compile(r"[\\`*_\[\]<>&!|\n\"]")


def read_line(text: Text | None, report: Report) -> Prose:
    """Read one line of Markdown, without paragraphs."""
    if not text:
        return NO_PROSE
    require_one_line(text, report)
    if not _MARKUP.search(text.value):
        return Prose((text.value,), text.value, text.span)
    dialect = item_dialect()
    env: dict[str, object] = {}
    tokens = dialect.parseInline(" ".join(text.value.split("\n")), env)
    return render(dialect, tokens, Writing(text.span, report), env)


def read_words(text: Text | None, report: Report) -> str:
    """Read one line without Markdown, such as a title."""
    if not text:
        return ""
    if "\n" in text.value:
        require_one_line(text, report)
    return " ".join(text.value.split("\n"))


def read_text(text: Text | None, report: Report) -> Prose:
    """Read paragraphs and lists."""
    if not text:
        return NO_PROSE
    if not _MARKUP.search(text.value) and not re.match(r"[-+#>:=\d~ ]", text.value):
        return Prose((f"<p>{escape(text.value)}</p>\n",), text.value, text.span)
    tokens, env = _parse(text)
    return render(item_dialect(), tokens, Writing(text.span, report), env)


def read_question(text: Text, report: Report) -> tuple[Prose, Prose]:
    """Read a prompt as the situation before the question, and the question, which is the last line."""
    if not text:
        return NO_PROSE, NO_PROSE
    if not _MARKUP.search(text.value):
        return NO_PROSE, Prose((text.value,), text.value, text.span)
    before, line_break, last = text.value.rpartition("\n")
    tokens, env = _parse(Text(f"{before}{line_break * 2}{last}", text.span))
    writing = Writing(text.span, report)
    if [token.type for token in tokens[-3:]] != ["paragraph_open", "inline", "paragraph_close"]:
        report(findings.prompt_without_question(text.span))
        return NO_PROSE, render(item_dialect(), tokens, writing, env)
    situation = render(item_dialect(), tokens[:-3], writing, env) if len(tokens) > 3 else NO_PROSE
    question = render(item_dialect(), [tokens[-2]], Writing(text.span, report), env)
    return situation, question


def _parse(text: Text) -> tuple[Sequence[Token], dict[str, object]]:
    env: dict[str, object] = {}
    return item_dialect().parse(text.value, env), env
