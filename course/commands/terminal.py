"""Printing to any terminal: a character that its encoding lacks becomes a question mark."""

from __future__ import annotations

import codecs
import sys
from io import TextIOWrapper

_NAME = "course.shown"


def show_what_can_be_shown() -> None:
    """Let nothing that is printed fail, whatever the encoding of the terminal or of the file behind it."""
    codecs.register_error(_NAME, _replaced)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_NAME)


def _replaced(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return the bytes of a file name that were no text, as they were; for all else a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    character = error.object[error.start]
    if "\udc80" <= character <= "\udcff":
        return bytes([ord(character) - 0xDC00]), error.start + 1
    return "?", error.start + 1
