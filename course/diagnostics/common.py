"""Findings that more than one reader of files makes."""

from __future__ import annotations

import unicodedata

from course.diagnostics.finding import Diagnostic
from course.source import Span, invisible


def control_character(character: str, span: Span) -> Diagnostic:
    """A file holds a character that cannot be seen or printed.

    It usually came with text that was pasted from another program.
    """
    return Diagnostic(
        code="control-character",
        message=f"there is an invisible control character here (U+{ord(character):04X})",
        span=span,
        help="delete it and type the text again",
    )


def empty_file(span: Span) -> Diagnostic:
    """A file holds no text at all."""
    return Diagnostic("empty-file", "this file is empty", span, "write its content or delete the file")


def invisible_in(text: str, span: Span) -> Diagnostic | None:
    """Find an invisible character in an id, an address or the name of a field."""
    found = invisible(text)
    return invisible_character(found.group(), span.find(found.group())) if found else None


def invisible_character(character: str, span: Span, step: str = "") -> Diagnostic:
    """An invisible character is where it changes what a text means.

    Such characters (a no-break space, a zero-width space, a soft hyphen, a mark of direction) come with
    text that was pasted from a word processor or a web page.
    In sentences they do no harm; in ids, addresses, names of fields and behind `##` they do.
    """
    name = unicodedata.name(character, "unnamed").lower()
    return Diagnostic(
        "invisible-character",
        f"there is a {name} here (U+{ord(character):04X}), which cannot be seen",
        span,
        step or "delete it and type the text again",
    )


def not_one_line(span: Span, what: str = "more than one line", as_a_sign: str = "") -> Diagnostic:
    """A text that is shown on one line holds line breaks, a list, a table, a quotation, a heading or code.

    Titles, options, steps, cards, feedback, summaries and the like are one line.
    """
    escaped = f"; if it is no {what.split()[-1]}, begin with `{as_a_sign}`" if as_a_sign else ""
    return Diagnostic(
        "not-one-line",
        f"here one line is meant, and this is {what}",
        span,
        f"write it as one line{escaped}; what needs more room belongs in the lesson, prompt or explanation",
    )
