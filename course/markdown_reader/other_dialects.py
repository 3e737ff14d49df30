"""Signs of other dialects of Markdown, which would be printed as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token

from course.diagnostics import Diagnostic, Report
from course.diagnostics.common import invisible_character
from course.source import INVISIBLE, Span, invisible


class Sign(NamedTuple):
    """A sign: how it is written, what it is, and what to write here instead."""

    shape: str
    what: str
    instead: str


# In the order in which they are looked for; the first that fits at a place counts.
SIGNS = (
    Sign(r"^\[![A-Za-z]+\][-+]?", "a callout of another tool", "open a box with `::: pitfall Title` instead"),
    Sign(
        r"(?m:^(?:!!!|\?\?\?\+?)(?= ?[a-z\"]))[^\n]*",
        "an admonition of another tool",
        "open a box with `::: pitfall Title`",
    ),
    Sign(r"^\.\. [a-z-]+::[^\n]*", "a directive of another tool", "open a box with `::: pitfall Title`"),
    Sign(r"^\[\[?(?:TOC|toc|_TOC_)\]?\]", "a table of contents", "delete it; every page has one"),
    Sign(r"\*\[[^\[\]\n]+\]:", "an abbreviation", "add the word to `content/glossary.yml`"),
    Sign(
        r"\{(?:\+\+|--|~~|==|>>)[^{}\n]*\}",
        "a mark of a reviewer",
        "accept the change, or write `<!-- a note -->`",
    ),
    Sign(r"(?m:^={3,}$)", "a line that git or another tool left", "delete it"),
    Sign(r"%%[^%\n]+%%", "a note of another tool", "write `<!-- a note -->`"),
    Sign(r"\^\^[^^\n]+\^\^", "underlined text", "write `*words*`"),
    Sign(
        r"(?<![\w:]):[a-z][a-z_]*[a-z]:(?![\w:])",
        "the name of a picture",
        "write the character itself, such as ☺",
    ),
    Sign(r"!?\[\[[^\[\]\n]+\]\]", "a wiki link", "write `[words](file.md)`, or `![what it shows](file.png)`"),
    Sign(
        r"!?\[[^\[\]\n]*\][ \t]+\((?:https?:|[^()\s]+\.(?:md|png|jpe?g|svg|webp)\b)[^()\n]*\)",
        "a link with a space between its brackets",
        "write `[words](address)` without the space",
    ),
    Sign(
        r"^\[[ xX]?\](?=\s)",
        "a task list",
        "delete the brackets; a `checklist` box has its own boxes to tick",
    ),
    Sign(
        r"~~[^~\s](?:[^~\n]*[^~\s])?~~",
        "struck out text",
        "leave it out, or say in words that it no longer holds",
    ),
    Sign(r"==[^=\s](?:[^=\n]*[^=\s])?==", "highlighted text", "write `**words**`"),
    Sign(r"\+\+[^+\s](?:[^+\n]*[^+\s])?\+\+", "underlined text", "write `*words*`"),
    Sign(r"\|\|[^|\s](?:[^|\n]*[^|\s])?\|\|", "a spoiler", "write the words without the signs"),
    Sign(r"(?<=[\w)])\^[^\s^]{1,20}\^", "a superscript", "write the character itself, such as ²"),
    Sign(r"(?<=[\w)])~[^\s~]{1,20}~(?!~)", "a subscript", "write the character itself, such as ₂"),
    Sign(r"\$\$[^$\n]+\$\$", "a formula", "write it in words, or show it as an image"),
    Sign(
        r"(?<![\w$\\])\$(?=[^\s$])(?:[A-Za-z]|[^$\n]{0,40}[\\^_={}][^$\n]{0,40}"
        r"|[A-Za-z]\w*(?: ?[-+*/<>] ?\w+)+)(?<!\s)\$(?![\w$])",
        "a formula",
        "write it in words, or show it as an image",
    ),
    Sign(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}", "a macro of another tool", "write out what it stands for"),
    Sign(
        r"\{(?:[:.#][^{}\n]*|[\w-]+=[^{}\n]*)\}",
        "a list of attributes",
        "delete it; a heading alone may have `{#anchor}`",
    ),
    Sign(
        r"(?m:^:{2}(?!:)(?=\s*[a-z]))[^\n]*",
        "the line of a box with too few colons",
        "write three colons and a space: `::: kind`",
    ),
    Sign(
        r"(?:^|(?<=\s)):{3,}(?=\s|$|[a-z])[^\n]*",
        "the line of a box that does not stand alone",
        "begin a line with it, after an empty line, in a lesson",
    ),
    Sign(
        r"!?\[[^\[\]\n]*\]\((?=[^()<>\n]*[^()<>\s\n])[^()<>\n]*\)",
        "a link whose address holds a space",
        "put the address in angle brackets: `[words](<my file.md>)`",
    ),
    Sign(
        r"\([^()\n]+\)\[(?:https?:[^\]\s]+|[^\]\s]+\.md[^\]\s]*)\]",
        "a link with its brackets exchanged",
        "write `[words](address)`",
    ),
    Sign(
        r"\[\^[^\[\]\s]+\]:?|\^\[[^\[\]\n]+\]",
        "a footnote",
        "say it in the text; footnotes stand in lessons only",
    ),
    Sign(
        r"(?m:^\[[^\[\]\n]+\]:(?= *\S))[^\n]*",
        "the address of a link",
        "write `[words](address)` where the link stands",
    ),
    Sign(r"(?<=\])\[[^\[\]\n]*\]", "a link that names its address elsewhere", "write `[words](address)`"),
    Sign(
        r"""(?<![\w"'“‘„«/.@<])(?:https?://|www\.)[^\s<>"'”’»]*[\w/]""",
        "a bare address",
        "write `[words](address)`, or `<address>`",
    ),
    Sign(r"<!--", "an author's note that is not closed", "close it with `-->`"),
)
# What lessons have of their own, or what another finding reports there.
_NOT_IN_LESSONS = ("a footnote", "a link that names its address elsewhere")
_ALL = re.compile("|".join(f"(?P<s{number}>{sign.shape})" for number, sign in enumerate(SIGNS)))
# Without one of these, a text holds none of the signs; `may_hold_signs` is the quicker question.
_SIGN = re.compile(r"[~=+|$\[\]^!{<%]")
_HINT = re.compile(
    r"[~=+|]{2}|\$|\[[\[!^ xX\]]|\][\[: (]|\)\[|\^\[|\w[~^]|!!!|\?\?\?|::|\{|//|www\.|<!--|%%|:[a-z]|\[TOC"
)
_HIDDEN_SIGN = re.compile(
    rf"(?m)^[ \t]*(?:>[ \t]*)*(?:#{{1,6}}|[-*+]|\d{{1,9}}[.)])[{INVISIBLE}]"
    rf"|^[ \t]*[{INVISIBLE}][{INVISIBLE} \t]*"
    r"(?:$|(?=#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|:{3,}|>|\|))"
)


def may_hold_signs(words: str) -> bool:
    """Say quickly whether words may hold signs of another dialect; false is certain."""
    return (
        bool(_SIGN.search(words))
        or words.count(":") > 1
        or any(sign in words for sign in ("//", "www.", "???"))
    )


def signs_in(words: str, span: Span, *, in_lesson: bool) -> Iterator[Diagnostic]:
    """Find signs of other dialects in the words of one paragraph; what is not in the source is no sign."""
    if not may_hold_signs(words) or not _HINT.search(words):
        return
    reached = span
    for found in _ALL.finditer(words):
        sign = SIGNS[int(str(found.lastgroup)[1:])]
        if in_lesson and sign.what in _NOT_IN_LESSONS:
            continue
        written = re.split(r"[\n\x00]", found.group().strip())[0]
        at = _unescaped(written, reached)
        if at < 0:  # written with backslashes, so that it is shown as it is
            continue
        place = Span(span.source, at, at + len(written))
        reached = Span(span.source, place.end, span.end)
        yield other_dialect(written, sign, place)


def _unescaped(written: str, region: Span) -> int:
    """Return where a sign has no backslash before it, or -1."""
    text = region.source.text
    at = text.find(written, region.start, region.end)
    while at > 0 and text[at - 1] == "\\":
        at = text.find(written, at + 1, region.end)
    return at


def without_hidden_signs(text: str, region: Span, report: Report) -> str:
    """Report invisible characters that keep a line from being a heading, an entry or empty.

    Return the text with spaces in their place, so that nothing else is said of the same mistake.
    """
    if text.isascii():
        return text
    rest = region
    for found in _HIDDEN_SIGN.finditer(text):
        signs = found.group()
        character = next(sign for sign in reversed(signs) if invisible(sign))
        place = rest.find(signs.strip(" \t"))
        at = region.source.text.find(character, place.start, place.end)
        step = "delete it; type an ordinary space if one belongs here"
        report(invisible_character(character, Span(region.source, at, at + 1), step))
        rest = Span(region.source, at + 1, region.end)
    return _HIDDEN_SIGN.sub(lambda found: re.sub(f"[{INVISIBLE}]", " ", found.group()), text)


def other_dialect(written: str, sign: Sign, span: Span) -> Diagnostic:
    """A text holds a sign of another dialect of Markdown, which would be printed as it is.

    The Markdown of a course is CommonMark with tables; in lessons also footnotes, definition lists and boxes.
    To show such a sign itself, put it in backquotes or write a backslash before it.
    """
    shown = written if len(written) <= 40 else f"{written[:39]}…"
    return Diagnostic(
        "other-dialect", f"`{shown}` would be printed as it is ({sign.what})", span, sign.instead
    )


def directive_in(token: Token, span: Span) -> Diagnostic | None:
    """Find a block of code that another tool would take for a box or a diagram."""
    info = token.info.strip()
    if not info.startswith("{") and info.lower() not in ("mermaid", "note", "warning", "tip", "math"):
        return None
    sign = Sign("", "a directive of another tool", "open a box with `::: pitfall Title`, or show an image")
    return other_dialect(info, sign, span.find(info))


def unclosed_note(span: Span) -> Diagnostic:
    """Find a note of the author that does not end."""
    return other_dialect("<!--", SIGNS[-1], span)
