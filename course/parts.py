"""What items and exercises are made of: lists of parts, texts and ids that must differ, sections."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic, Report
from course.markdown_reader import read_line
from course.model.items import Section
from course.model.prose import Prose
from course.source import Span, Text
from course.yaml_reader import Mapping


def read_section(text: Text, report: Report) -> Section | None:
    """Read `lesson-id#anchor`; None after a finding."""
    lesson, hash_mark, anchor = text.value.partition("#")
    if not text:
        return None
    if not (lesson and hash_mark and anchor):
        report(bad_section(text))
        return None
    return Section(lesson, anchor, text.span)


class Parts:
    """The entries of a list in an item or exercise, its place, and whether all of them could be read."""

    def __init__(self, fields: Mapping, name: str) -> None:
        self.place = fields.place(name)
        self.are_readable = True
        self._fields = fields
        self._name = name

    def __iter__(self) -> Iterator[Mapping]:
        entries = []
        for entry in self._fields.mappings(self._name):
            entries.append(entry)
            yield entry
        self.are_readable = self._fields.is_whole and not any(entry.is_broken for entry in entries)


class Texts:
    """Lines of an item or exercise that must not read the same."""

    def __init__(self, what: str, report: Report) -> None:
        self._what = what
        self._report = report
        self._first: dict[str, Span] = {}

    def read(self, text: Text) -> Prose:
        """Read a line of Markdown, and report it when an earlier one reads the same."""
        line = read_line(text, self._report)
        words = line.plain.casefold()
        if words and words in self._first:
            self._report(unscorable(self._what, text.span, self._first[words]))
        self._first.setdefault(words, text.span)
        return line


def require_distinct(ids: list[Text], report: Report) -> None:
    """Report every id that was used before in the same list."""
    first: dict[str, Span] = {}
    for name in filter(None, ids):
        if name.value in first:
            report(repeated_id(name.value, name.span, first[name.value]))
        first.setdefault(name.value, name.span)


def too_few(what: str, least: int, span: Span, step: str = "") -> Diagnostic:
    """An item has too few options, steps, cards or replies to be answered in more than one way."""
    message = f"there must be at least {least} {what if least > 1 else what.removesuffix('s')} here"
    return Diagnostic("too-few-options", message, span, step or f"add {what}")


def too_many(what: str, most: int, span: Span) -> Diagnostic:
    """An item has more options, stems or replies than its type can hold.

    A learner has to keep all of them in mind while answering.
    """
    return Diagnostic(
        "too-many-parts",
        f"there must be at most {most} {what} here",
        span,
        f"take {what} out, or write a second item",
    )


def repeated_id(name: str, span: Span, first: Span) -> Diagnostic:
    """Two parts of one item have the same id, so an answer could mean either."""
    return Diagnostic(
        "repeated-id",
        f"`{name}` is used twice in this item",
        span,
        f"give this one another id than the one on line {first.line}",
    )


def unscorable(what: str, span: Span, first: Span) -> Diagnostic:
    """An item can be answered but not scored, because two answers look the same."""
    return Diagnostic(
        "unscorable-item",
        f"two {what} of this item read the same",
        span,
        f"write this one or the one on line {first.line} differently, so that one answer is right",
    )


def bad_section(text: Text) -> Diagnostic:
    """A `section` does not name a lesson and one of its headings."""
    return Diagnostic(
        "bad-section",
        f"`{text.value}` does not name a lesson and a heading",
        text.span,
        "write `lesson-id#anchor`",
    )
