"""What the item types share: options, and ids that must differ within one item."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Report
from course.items import findings
from course.markdown_reader import read_line
from course.model.items import Option, Section
from course.model.prose import Prose
from course.source import Span, Text
from course.yaml_reader import Mapping


def read_options(fields: Mapping, report: Report, least: int = 2) -> tuple[list[Option], list[Span]]:
    """Read the options of a choice, and the places of its keys."""
    options: list[Option] = []
    ids: list[Text] = []
    keys: list[Span] = []
    texts = Texts("options", report)
    parts = Parts(fields, "options")
    for option in parts:
        ids.append(option.id())
        text = texts.read(option.text("text"))
        is_key = option.flag("correct")
        if is_key:
            keys.append(option.span)
        feedback = read_line(option.text("feedback"), report)
        options.append(Option(ids[-1].value, text, is_key, feedback))
    require_distinct(ids, report)
    if parts.are_readable and len(options) < least:
        report(findings.too_few("options", least, parts.place))
    elif parts.are_readable and not keys:
        report(findings.item_without_key(parts.place))
    return options, keys


def read_section(text: Text, report: Report) -> Section | None:
    """Read `lesson-id#anchor`; None after a finding."""
    lesson, hash_mark, anchor = text.value.partition("#")
    if not text:
        return None
    if not (lesson and hash_mark and anchor):
        report(findings.bad_section(text))
        return None
    return Section(lesson, anchor, text.span)


class Parts:
    """The entries of a list of an item, with its place, and whether all of them could be read."""

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
    """Lines of an item that must not read the same."""

    def __init__(self, what: str, report: Report) -> None:
        self._what = what
        self._report = report
        self._first: dict[str, Span] = {}

    def read(self, text: Text) -> Prose:
        """Read a line of Markdown, and report when the item has it already."""
        line = read_line(text, self._report)
        words = line.plain.casefold()
        if words and words in self._first:
            self._report(findings.unscorable(self._what, text.span, self._first[words]))
        self._first.setdefault(words, text.span)
        return line


def require_distinct(ids: list[Text], report: Report) -> None:
    """Report every id that was used before in the same item."""
    first: dict[str, Span] = {}
    for name in filter(None, ids):
        if name.value in first:
            report(findings.repeated_id(name.value, name.span, first[name.value]))
        first.setdefault(name.value, name.span)
