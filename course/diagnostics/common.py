"""Findings that more than one reader of files makes."""

from __future__ import annotations

from course.diagnostics.finding import Diagnostic
from course.source import Span


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
