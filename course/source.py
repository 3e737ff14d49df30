"""An author's file, and places in it that a finding can point at."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

# U+0085, U+2028 and U+2029 are line breaks in YAML alone, so line numbers would differ.
_BAD_CHARACTER = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def bad_character(text: str) -> re.Match[str] | None:
    """Find the first character that cannot be seen or encoded."""
    return _BAD_CHARACTER.search(text)


_LINE_BREAK = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def visible(text: str) -> str:
    """Put a line break or the sign of replacement where a character cannot be seen or encoded."""
    if not bad_character(text):
        return text
    return _BAD_CHARACTER.sub("\ufffd", _LINE_BREAK.sub("\n", text))


# Spaces that are no ordinary space, marks of direction, and characters without a width.
INVISIBLE = (
    "\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u202a-\u202f"
    "\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def invisible(text: str) -> re.Match[str] | None:
    """Find the first character that is not seen, or that looks like a space and is none."""
    return None if text.isascii() else _INVISIBLE.search(text)


@dataclass(frozen=True)
class Source:
    """The text of one file, with its path as the author would write it.

    `is_shipped`: it came with the package, and a host's folder is read on top of it.
    """

    path: str
    text: str = field(repr=False, compare=False)
    is_shipped: bool = False

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    @cached_property
    def has_comments(self) -> bool:
        """Say whether there is a `#` that YAML may take for the beginning of a comment."""
        return " #" in self.text or "\t#" in self.text

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a character, both counted from one."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def offset_of_line(self, line: int) -> int:
        """Return where a line (counted from one) starts; past the end, the end of the text."""
        if line > len(self._line_starts):
            return len(self.text)
        return self._line_starts[line - 1]

    def line(self, number: int) -> str:
        """Return a line without its line break."""
        start = self.offset_of_line(number)
        return self.text[start : self.offset_of_line(number + 1)].rstrip("\n")

    def whole(self) -> Span:
        return Span(self, 0, len(self.text))

    def top(self) -> Span:
        """Return the place to point at when a finding is about the whole file."""
        return Span(self, 0, 0)


class Span(NamedTuple):
    """A stretch of a source, from `start` up to but without `end` (characters).

    A course holds tens of thousands, so it is a tuple, which is made in a third of the time.
    """

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        return self.source.line_and_column(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.line_and_column(self.start)[1]

    @property
    def place(self) -> str:
        """Return `file:line:column`, and say so of a file that a host does not have."""
        of = " of the shipped course" if self.source.is_shipped else ""
        return f"{self.source.path}:{self.line}:{self.column}{of}"

    def find(self, excerpt: str) -> Span:
        """Narrow to the first occurrence of an excerpt, or stay where we are."""
        at = self.source.text.find(excerpt, self.start, self.end) if excerpt else -1
        return Span(self.source, at, at + len(excerpt)) if at >= 0 else self

    def lines(self, first: int, last: int) -> Span:
        """Return lines `first` to `last` (without `last`), counted from zero inside this span."""
        base = self.line
        return Span(
            self.source,
            self.source.offset_of_line(base + first),
            self.source.offset_of_line(base + last),
        )


NOWHERE = Source("", "").top()


class Text(NamedTuple):
    """A word or sentence of the author with its place; empty where it was missing."""

    value: str
    span: Span

    def __bool__(self) -> bool:
        return bool(self.value)
