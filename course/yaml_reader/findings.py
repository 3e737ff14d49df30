"""The findings about YAML itself: one function each, whose docstring explains it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from course.diagnostics import Diagnostic, did_you_mean
from course.source import Span

ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LONGEST_ID = 64


def broken_yaml(problem: str, span: Span) -> Diagnostic:
    """A file is not valid YAML, so nothing in it can be read.

    Most often a text with a colon and a space lacks quotes, a quote is not closed,
    or a line is indented by a tab or by too many spaces.
    """
    helps = {
        "mapping values are not allowed": "put the text in quotes, or write it below after `>-`",
        "found character '\\t'": "indent with spaces instead of a tab",
        "found unexpected end of stream": "close the quote or bracket that was opened before",
        "did not find expected key": "compare the indentation with the line above, and quote the text",
    }
    found = next((text for start, text in helps.items() if problem.startswith(start)), None)
    return Diagnostic(
        code="broken-yaml",
        message=f"this is not valid YAML: {problem}",
        span=span,
        help=found or "look at this line and the one above for a quote, colon or indentation",
    )


def alias(span: Span) -> Diagnostic:
    """A YAML alias (`*name`) stands for a text written elsewhere.

    Every entry is written out in full, so that a reader of the file sees what a learner sees.
    """
    return Diagnostic("alias", "aliases are not used here", span, "write the text out, or put it in quotes")


def duplicate_key(name: str, span: Span, first: Span) -> Diagnostic:
    """A field stands twice in one entry, and only one of the two could count."""
    return Diagnostic(
        code="duplicate-key",
        message=f"`{name}` stands here twice",
        span=span,
        help=f"keep this one or the one on line {first.line}",
    )


def unknown_field(name: str, span: Span, known: Iterable[str]) -> Diagnostic:
    """A field has a name that nothing reads, most often a misspelt one."""
    known = list(known)
    return Diagnostic(
        code="unknown-field",
        message=f"`{name}` is not a field here",
        span=span,
        help=did_you_mean(name, known, f"known here: {', '.join(known)}"),
    )


def missing_field(name: str, span: Span) -> Diagnostic:
    """An entry lacks a field that it cannot do without."""
    return Diagnostic("missing-field", f"`{name}` is missing here", span, f"add a line `{name}: …`")


def empty_field(name: str, span: Span) -> Diagnostic:
    """A field is there but holds no text."""
    return Diagnostic("empty-field", f"`{name}` is empty", span, "write its text or remove the line")


def wrong_type(name: str, wanted: str, span: Span) -> Diagnostic:
    """A field holds another kind of thing than the one it is for."""
    subject = name if " " in name else f"`{name}`"
    return Diagnostic("wrong-type", f"{subject} must be {wanted}", span, f"write {wanted} here")


def bad_id(word: str, span: Span) -> Diagnostic:
    """An identifier is not made of lower-case letters, digits and single hyphens.

    Identifiers become web addresses and stay in learners' records, so they are kept plain.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")[:LONGEST_ID].strip("-")
    plain = plain if ID_PATTERN.fullmatch(plain) else f"x-{plain}".strip("-")
    return Diagnostic(
        code="bad-id",
        message=f"`{word}` cannot be an id",
        span=span,
        help=f"use lower-case letters, digits and hyphens, such as `{plain}`",
    )


def unknown_word(name: str, word: str, span: Span, allowed: Iterable[str]) -> Diagnostic:
    """A field holds a word outside the few it may hold."""
    allowed = tuple(allowed)
    return Diagnostic(
        code="unknown-word",
        message=f"`{word}` is no {name}",
        span=span,
        help=did_you_mean(word, allowed, f"use one of {', '.join(allowed)}"),
    )
