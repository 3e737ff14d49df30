"""The body of a lesson as blocks: headings, prose, boxes and places of quizzes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from course.diagnostics import Report
from course.markdown_reader import findings, labels
from course.markdown_reader.box_argument import PLACES, FieldsReader, read_box, read_box_of_fields
from course.markdown_reader.boxes import OF_FIELDS
from course.markdown_reader.dialect import lesson_dialect
from course.markdown_reader.other_dialects import directive_in, signs_in, without_hidden_signs
from course.markdown_reader.pieces import Writing, inline_text, render
from course.markdown_reader.signs import words_left_over
from course.model.units import Block, Heading
from course.source import Span

_ANCHOR = re.compile(r"\s*\{#([^{}]*)\}\s*$")
_GOOD_ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
_IF_TIME = "if-time"  # beside an anchor: what is below is for those with more time
_LABEL = re.compile(r"(?<!\^)\[\^[^\[\]\s]+\]|(?<=\])\[[^\[\]]+\]")
_GLUED_HEADING = re.compile(r"(#{2,6})[^#\s]")


def read_blocks(region: Span, report: Report, read_fields: FieldsReader) -> tuple[Block, ...]:
    """Read the Markdown of a lesson below its front matter; `read_fields` reads boxes that hold YAML."""
    env: dict[str, object] = {}
    text = region.source.text[region.start : region.end]
    tokens = lesson_dialect().parse(without_hidden_signs(text, region, report), env)
    for finding in labels.unused(env, region):
        report(finding)
    return tuple(_Reading(region, report, env, read_fields).blocks(tokens))


@dataclass
class _Reading:
    region: Span
    report: Report
    env: dict[str, object]
    read_fields: FieldsReader
    anchors: set[str] = field(default_factory=set)
    level: int = 1
    is_in_box: bool = False

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        found: list[Block] = []
        waiting: list[Token] = []
        position = 0
        while position < len(tokens):
            token = tokens[position]
            end = _end(tokens, position)
            if token.type in ("heading_open", "box_open", "stray_box_end") and token.level == tokens[0].level:
                found += self._prose(waiting)
                waiting = []
                found += self._special(tokens[position : end + 1])
            else:
                waiting += tokens[position : end + 1]
            position = end + 1
        return found + self._prose(waiting)

    def _prose(self, tokens: list[Token]) -> list[Block]:
        if not tokens:
            return []
        writing = Writing(self._span_of(tokens), self.report)
        for token in tokens:
            if token.type == "inline":
                self._signs_left_over(token)
            elif token.type == "code_block":
                first = token.content.strip().split("\n")[0]
                self.report(findings.indented_text(self._span_of([token]).find(first)))
            elif token.type == "fence" and (found := directive_in(token, self._span_of([token]))):
                self.report(found)
        return [render(lesson_dialect(), tokens, writing, self.env)]

    def _signs_left_over(self, token: Token) -> None:
        """Report what was meant as Markdown, and would be shown as plain characters."""
        span = self._span_of([token])
        if glued := _GLUED_HEADING.match(token.content):
            self.report(findings.heading_without_space(glued[1], span.find(token.content)))
        words = words_left_over(token)
        for finding in signs_in(words, span, in_lesson=True):
            self.report(finding)
        for label in _LABEL.findall(words):
            self.report(findings.undefined_label(label, span.find(label)))

    def _special(self, tokens: Sequence[Token]) -> list[Block]:
        first = tokens[0]
        span = self._span_of(tokens)
        if first.type == "heading_open":
            return [self._heading(tokens, span)]
        if first.type == "stray_box_end":
            self.report(findings.stray_container_end(span))
            return []
        opening = first.meta["opening"]
        line = span.find(_first_line(span))
        if not opening.is_closed:
            self.report(findings.unclosed_container(opening.kind, line))
        if opening.kind in OF_FIELDS:
            body = self.region.lines(first.map[0] + 1, first.map[1]) if first.map else span
            return read_box_of_fields(opening, body, line, self.read_fields, self.report)
        inner = tokens[1:-1]
        if opening.kind in PLACES and opening.is_closed and inner:
            self.report(findings.text_in_quiz_box(opening.kind, self._span_of(inner)))
        return read_box(opening, self._inside(inner), line, self.report)

    def _inside(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        outside, self.is_in_box = self.is_in_box, True
        blocks = tuple(self.blocks(tokens)) if tokens else ()
        self.is_in_box = outside
        return blocks

    def _heading(self, tokens: Sequence[Token], span: Span) -> Heading:
        level = int(tokens[0].tag[1])
        words = inline_text(tokens[1])
        written = _ANCHOR.search(words)
        words = _ANCHOR.sub("", words)
        left_over = _ANCHOR.sub("", words_left_over(tokens[1]))
        for finding in signs_in(left_over, span, in_lesson=True):
            self.report(finding)
        if self.is_in_box:
            self.report(findings.misplaced_heading(span))
        elif level > self.level + 1 or level == 1:
            self.report(findings.skipped_heading_level(level, self.level, span))
        self.level = max(level, 2)
        name, if_time = _anchor_and_mark(written[1] if written else "")
        anchor = self._anchor(self._written_anchor(name, written is not None, span), words, span)
        return Heading(level, words, anchor, span, if_time)

    def _written_anchor(self, name: str, is_written: bool, span: Span) -> str:
        if is_written and not _GOOD_ANCHOR.fullmatch(name):
            self.report(findings.bad_anchor(name, span.find(name)))
            return ""
        return name

    def _anchor(self, written: str, words: str, span: Span) -> str:
        anchor = written or anchor_of(words)
        if written and written in self.anchors:
            self.report(findings.duplicate_anchor(written, span))
        number, unique = 2, anchor
        while unique in self.anchors:
            number, unique = number + 1, f"{anchor}-{number}"
        self.anchors.add(unique)
        return unique

    def _span_of(self, tokens: Sequence[Token]) -> Span:
        lines = [token.map for token in tokens if token.map]
        if not lines:
            return self.region
        return self.region.lines(min(line[0] for line in lines), max(line[1] for line in lines))


def _anchor_and_mark(written: str) -> tuple[str, bool]:
    """Return what is between `{#` and `}` as an anchor, and whether ` if-time` follows it."""
    name, _, mark = written.partition(" ")
    return (name, True) if mark.strip() == _IF_TIME else (written, False)


def anchor_of(words: str) -> str:
    """Return the anchor of a heading: its words in lower case, joined by hyphens."""
    plain = unicodedata.normalize("NFKC", words).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-_") or "section"


def _first_line(span: Span) -> str:
    """Return the first line of a span, to point at without what follows."""
    return span.source.line(span.line).strip()


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return where the block that opens at `start` closes."""
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth <= 0:
            return position
    return len(tokens) - 1
