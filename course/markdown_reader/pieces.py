"""Rendering to prose: HTML with placeholders that a target fills in, cut into pieces."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from course.diagnostics import Report
from course.diagnostics.common import invisible_in
from course.markdown_reader import findings
from course.markdown_reader.narrow_tables import tell_columns
from course.markdown_reader.other_dialects import unclosed_note
from course.model.prose import Citation, Figure, LinkStart, Piece, Prose
from course.source import Span

_MARK = re.compile("\x02([0-9]+)\x03")
_OPEN_SCHEMES = ("http", "https", "mailto", "tel")
ITEM_SCHEME = "item"
PAGE_SCHEME = "page"
FORM_SCHEME = "form"


@dataclass
class Writing:
    """What rendering needs to know of the text it renders, and collects from it."""

    span: Span
    report: Report
    pieces: list[Piece] = field(default_factory=list)
    has_html: bool = False
    _reached: int = 0

    def mark(self, piece: Piece) -> str:
        self.pieces.append(piece)
        return f"\x02{len(self.pieces) - 1}\x03"

    def find(self, excerpt: str, *after: str) -> Span:
        """Find an excerpt beyond what was found last, where it follows one of some signs if it can.

        Rendering goes from top to bottom, so the same words twice are found in two places.
        """
        rest = Span(self.span.source, max(self.span.start, self._reached), self.span.end)
        for region, sign in ((region, sign) for region in (rest, self.span) for sign in (*after, "")):
            at = region.source.text.find(sign + excerpt, region.start, region.end)
            if at >= 0 and sign + excerpt:
                self._reached = at + len(sign + excerpt)
                return Span(region.source, at + len(sign), self._reached)
        return self.span


def render(dialect: MarkdownIt, tokens: Sequence[Token], writing: Writing, env: EnvType) -> Prose:
    """Render tokens to prose."""
    env["writing"] = writing
    html = dialect.renderer.render(tokens, dialect.options, env)
    return Prose(cut(html, writing.pieces), plain_text(tokens), writing.span)


def cut(html: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Cut the HTML at its placeholders, and put the collected pieces there."""
    parts = _MARK.split(html)
    found = (pieces[int(part)] if number % 2 else part for number, part in enumerate(parts))
    return tuple(part for part in found if part != "")


def plain_text(tokens: Sequence[Token]) -> str:
    """Return the words of a text without their Markdown."""
    return " ".join(filter(None, (inline_text(token) for token in tokens if token.type == "inline")))


def inline_text(token: Token) -> str:
    """Return the words of one paragraph or heading."""
    words: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline", "text_special"):
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif child.type == "image":
            words.append(inline_text(child))
    return "".join(words).strip()


def add_to(dialect: MarkdownIt) -> None:
    """Let a dialect write its own kinds of tokens as HTML."""
    for name, rule in _RULES.items():
        dialect.add_render_rule(name, rule)


def _link_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    writing: Writing = env["writing"]
    address = str(tokens[index].attrGet("href") or "")
    written = unquote(address)
    span = writing.find(_as_written(address, writing), "](", "](<", "<", "]: ")
    if hidden := invisible_in(written, span):
        writing.report(hidden)
        return "<a>"
    parts = urlsplit(address)
    if parts.scheme in _OPEN_SCHEMES:
        return f'<a href="{escape(address)}">'
    if parts.scheme in (ITEM_SCHEME, PAGE_SCHEME, FORM_SCHEME):
        return writing.mark(LinkStart(written, "", span))
    if parts.scheme or parts.netloc:
        writing.report(findings.unsafe_link(written, span))
        return "<a>"
    return writing.mark(LinkStart(_beside(writing.span, unquote(parts.path)), unquote(parts.fragment), span))


def _image(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    writing: Writing = env["writing"]
    token = tokens[index]
    address = str(token.attrGet("src") or "")
    path = unquote(address)
    span = writing.find(_as_written(address, writing), "](", "](<")
    if hidden := invisible_in(path, span):
        writing.report(hidden)
        return ""
    if urlsplit(path).scheme or path.startswith("//"):
        writing.report(findings.image_from_elsewhere(path, span))
        return ""
    alternative = inline_text(token)
    if not alternative:
        writing.report(findings.image_without_alternative(path, span))
    return writing.mark(Figure(_beside(writing.span, path), alternative, span))


def _as_written(address: str, writing: Writing) -> str:
    return address if address in writing.span.source.text else unquote(address)


def _citation(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    writing: Writing = env["writing"]
    token = tokens[index]
    span = writing.find(token.content)
    for name, _ in token.meta["sources"]:
        if hidden := invisible_in(name, span):
            writing.report(hidden)
            return ""
    return writing.mark(Citation(token.meta["sources"], span))


def _raw_html(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    writing: Writing = env["writing"]
    content = tokens[index].content.strip()
    span = writing.find(content.splitlines()[0] if content else "")
    if not (writing.has_html and content.startswith("</")):  # the opening tag was reported
        writing.report(findings.raw_html(content, span))
    writing.has_html = True
    return escape(content)


def _heading_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    # The headings of a lesson are blocks of their own and never come here.
    writing: Writing = env["writing"]
    writing.report(findings.misplaced_heading(writing.find(tokens[index + 1].content)))
    return ""


def _box_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    writing: Writing = env["writing"]
    writing.report(findings.misplaced_container(writing.find(":::")))
    return ""


def _stray_box_end(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    writing: Writing = env["writing"]
    writing.report(findings.stray_container_end(writing.find(":::")))
    return ""


def _unclosed_note(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    writing: Writing = env["writing"]
    writing.report(unclosed_note(writing.find(tokens[index].content)))
    return ""


def _nothing(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return ""


def _table_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    # The frame scrolls on a phone, so a keyboard must be able to reach it.
    many, role = (" is-row-by-row", ' role="table"') if tell_columns(tokens, index) else ("", "")
    return f'<div class="imr-table{many}" tabindex="0"><table class="imr-rows"{role}>\n'


def _header_cell(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    # A header without words says nothing to a screen reader, so the corner of a table is an ordinary cell.
    words = tokens[index + 1] if tokens[index].nesting > 0 else tokens[index - 1]
    html = str(renderer.renderToken(tokens, index, options, env))
    return html if words.content else html.replace("th", "td", 1)


def _table_close(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return "</table></div>\n"


_RULES = {
    "link_open": _link_open,
    "image": _image,
    "citation": _citation,
    "heading_open": _heading_open,
    "heading_close": _nothing,
    "box_open": _box_open,
    "box_close": _nothing,
    "stray_box_end": _stray_box_end,
    "html_block": _raw_html,
    "html_inline": _raw_html,
    "unclosed_note": _unclosed_note,
    "table_open": _table_open,
    "th_open": _header_cell,
    "th_close": _header_cell,
    "table_close": _table_close,
}


def _beside(span: Span, path: str) -> str:
    """Return a path written in a file as a path from the course's root; empty stays empty."""
    joined = posixpath.join(posixpath.dirname(span.source.path), path)
    return unicodedata.normalize("NFC", posixpath.normpath(joined)) if path else ""
