"""What reading an artefact needs: fields that may be blank, rows, and what is found in numbers and signs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from course.diagnostics import Diagnostic, Report
from course.model.artefacts import BLANK, NAMES, Artefact, Cell, Fact, Label, Mark, Word
from course.source import Span, Text
from course.yaml_reader import Mapping

MOST_BLANK_ROWS = 20

Row = tuple[Cell, ...]


class Paper:
    """The fields of one artefact. The name of a field is also the key of the word it is called by."""

    def __init__(self, kind: str, fields: Mapping, report: Report) -> None:
        self.kind = kind
        self.fields = fields
        self.report = report
        self._title = self._needed(fields, "title")

    def line(self, name: str, fields: Mapping | None = None) -> str:
        """Take a line of plain words, blank where it is not there."""
        found = (fields or self.fields).optional_words(name)
        return found.value if found else BLANK

    def name_of_row(self, name: str, fields: Mapping) -> str:
        """Take what a row is called, which must be there."""
        return self._needed(fields, name)

    def label(self, name: str, fields: Mapping) -> Label:
        """Take what the author calls a row, which must be there."""
        return Label(self._needed(fields, name))

    def number(self, name: str, fields: Mapping | None = None, *, most: int) -> int | str:
        """Take a whole number from 0, blank where it is not there."""
        found = (fields or self.fields).optional_whole(name, most=most)
        return BLANK if found is None else found

    def lines(self, name: str) -> tuple[str, ...] | str:
        """Take a list of lines, blank where it is not there."""
        return tuple(text.value for text in self.fields.words_of(name)) or BLANK

    def rows_of_lists(self, *names: str) -> tuple[Row, ...]:
        """Take lists that are a row each, with what they are called."""
        return tuple((Word(name), self.lines(name)) for name in names)

    def facts(self, *names: str) -> tuple[Fact, ...]:
        """Read the lines above the table."""
        return tuple(Fact(Word(name), self.line(name)) for name in names)

    def named_rows(self, *names: str) -> tuple[Row, ...]:
        """Take lines that are a row each, with what they are called."""
        return tuple((Word(name), self.line(name)) for name in names)

    def rows(self, name: str, width: int, read: Callable[[Mapping], Row]) -> tuple[Row, ...]:
        """Take the entries of a list as rows, and the blank rows to be written in behind them."""
        blank = self.fields.optional_whole("blank_rows", least=1, most=MOST_BLANK_ROWS) or 0
        entries = self.fields.optional_mappings(name) if blank else self.fields.mappings(name)
        return (*(read(entry) for entry in entries), *((BLANK,) * width,) * blank)

    def marks(self, texts: Iterable[Text], known: tuple[str, ...]) -> Row:
        """Read signs of a register."""
        found: list[Cell] = []
        for text in texts:
            if text.value not in known:
                self.report(unknown_mark(text, known))
            found.append(Mark(text.value if text.value in known else known[0]))
        return tuple(found)

    def artefact(
        self, facts: tuple[Fact, ...], columns: tuple[Word | str, ...], rows: tuple[Row, ...]
    ) -> Artefact:
        """Return the artefact that all of this makes; blank facts belong only to what is written in."""
        remark = self.line("remark")
        last = (
            rows[-1:] if columns else rows
        )  # blank rows come last, and without columns every row may be blank
        is_written_in = all(cell == BLANK for row in last for cell in row if not isinstance(cell, NAMES))
        facts = tuple(fact for fact in facts if is_written_in or fact.value != BLANK)
        return Artefact(self.kind, self._title, facts, columns, rows, remark, self.fields.span)

    def _needed(self, fields: Mapping, name: str) -> str:
        return fields.words(name).value


def unknown_mark(text: Text, known: tuple[str, ...]) -> Diagnostic:
    """A register holds a sign that it has no word for."""
    return Diagnostic(
        "unknown-mark",
        f"`{text.value}` is no sign of this register",
        text.span,
        f"use one of {', '.join(known)}",
    )


def does_not_add_up(fact: str, span: Span, step: str) -> Diagnostic:
    """The numbers of an artefact disagree: parts that do not fill a session, signs for other sessions."""
    return Diagnostic("artefact-does-not-add-up", fact, span, step)
