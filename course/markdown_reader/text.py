"""Short texts outside lessons: one line, some paragraphs, or a question with what comes before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from course.diagnostics import Report
from course.markdown_reader import findings
from course.markdown_reader.dialect import item_dialect
from course.markdown_reader.notes import OPEN, without_notes
from course.markdown_reader.one_line import may_hold_blocks, require_one_line
from course.markdown_reader.other_dialects import may_hold_signs, without_hidden_signs
from course.markdown_reader.pieces import Writing, render
from course.markdown_reader.signs import report_signs
from course.model.prose import NO_PROSE, Prose
from course.source import Text

_MARKUP = re.compile(r"[\\`*_\[\]<>&!|\n\"]")


def read_line(text: Text | None, report: Report) -> Prose:
    """Read one line of Markdown, without paragraphs."""
    if not text:
        return NO_PROSE
    if _is_plain(text.value) and not may_hold_blocks(text.value):
        return Prose((text.value,), text.value, text.span)
    line = without_notes(text.value).strip()
    require_one_line(line, text, report)
    dialect = item_dialect()
    env: dict[str, object] = {}
    tokens = dialect.parseInline(" ".join(line.split("\n")), env)
    return _rendered(tokens, text, report, env)


def read_text(text: Text | None, report: Report) -> Prose:
    """Read paragraphs and lists."""
    if not text:
        return NO_PROSE
    if _is_plain(text.value) and not re.match(r"[-+#>:=\d~ ]", text.value):
        return Prose((f"<p>{escape(text.value)}</p>\n",), text.value, text.span)
    tokens, env = _parse(without_hidden_signs(text.value, text.span, report))
    return _rendered(tokens, text, report, env)


def read_question(text: Text, report: Report) -> tuple[Prose, Prose]:
    """Read a prompt as the situation before the question, and the question, which is the last line."""
    if not text:
        return NO_PROSE, NO_PROSE
    if _is_plain(text.value):
        return NO_PROSE, Prose((text.value,), text.value, text.span)
    words = without_hidden_signs(without_notes(text.value), text.span, report).strip()
    before, line_break, last = words.rpartition("\n")
    tokens, env = _parse(f"{before}{line_break * 2}{last}")
    report_signs(tokens, text.span, report)
    writing = Writing(text.span, report)
    if [token.type for token in tokens[-3:]] != ["paragraph_open", "inline", "paragraph_close"]:
        report(findings.prompt_without_question(text.span))
        return NO_PROSE, render(item_dialect(), tokens, writing, env)
    situation = render(item_dialect(), tokens[:-3], writing, env) if len(tokens) > 3 else NO_PROSE
    question = render(item_dialect(), [tokens[-2]], Writing(text.span, report), env)
    return situation, question


def _is_plain(words: str) -> bool:
    return not _MARKUP.search(words) and not may_hold_signs(words)


def _rendered(tokens: Sequence[Token], text: Text, report: Report, env: dict[str, object]) -> Prose:
    report_signs(tokens, text.span, report)
    prose = render(item_dialect(), tokens, Writing(text.span, report), env)
    if not prose and OPEN in text.value:
        report(findings.only_a_note(text.span))
    return prose


def _parse(words: str) -> tuple[Sequence[Token], dict[str, object]]:
    env: dict[str, object] = {}
    return item_dialect().parse(words, env), env
