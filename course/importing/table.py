"""CSV: a table with a row of names of columns, and a question in each row below it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO

from course.diagnostics import Report, did_you_mean
from course.importing.choosing import true_or_false
from course.importing.findings import unread_column, unreadable_import
from course.importing.images import Images
from course.importing.questions import (
    Answer,
    Choice,
    Entry,
    Group,
    Imported,
    LeftOut,
    Ordering,
    Pairs,
    Question,
    Task,
)
from course.importing.texts import PLAIN, Texts
from course.source import Source, Span

LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
COLUMNS = ("type", "prompt", "correct", "feedback", "explanation", "name", "bank", "tags")
LISTS = ("competencies", "sources")
REFS = ("objective", "level", "section")
SINGLE, MULTIPLE, TRUE_FALSE, ORDER, MATCH = TYPES = (
    "single-choice",
    "multiple-choice",
    "true-false",
    "order-steps",
    "match",
)
_ALSO_CALLED = {
    "question": "prompt",
    "answer": "correct",
    "key": "correct",
    "title": "name",
    "category": "bank",
}
_TRUE, _FALSE = ("true", "t", "yes", "1"), ("false", "f", "no", "0")
_LONGEST_CELL = 1_000_000

Row = Mapping[str, str]


def read(source: Source, prefix: str, report: Report) -> Imported:
    """Read every row as a question; rows that name a `bank` are kept together."""
    csv.field_size_limit(_LONGEST_CELL)
    images = Images(prefix)
    groups: dict[str, list[Entry]] = {}
    try:
        for row, span in _rows(source, report):
            groups.setdefault(" ".join(row.get("bank", "").split()), []).append(_entry(row, span, images))
    except csv.Error as error:
        step = "save it again as CSV, with quotes around texts that hold a comma or a line break"
        report(unreadable_import(f"it is no table ({error})", source.top(), step))
        return Imported(())
    return Imported(tuple(Group(title, tuple(entries)) for title, entries in groups.items()), images.by_name)


def _rows(source: Source, report: Report) -> Iterator[tuple[Row, Span]]:
    delimiter = max(",;\t", key=source.line(1).count)
    reader = csv.reader(StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    names = [_column(name) for name in next(reader, [])]
    if "prompt" not in names:
        step = f"write a first row of names: {', '.join(COLUMNS)}, a, b, c and so on"
        report(unreadable_import("it has no column `prompt`", source.top(), step))
        return
    known = (*COLUMNS, *LISTS, *REFS, *LETTERS, *(f"feedback {letter}" for letter in LETTERS))
    for name in names:
        if name and name not in known:
            step = did_you_mean(
                name, known, f"name it one of {', '.join((*COLUMNS, *LISTS, *REFS))}, a, b, …"
            )
            report(unread_column(name, Span(source, 0, len(source.line(1))), step))
    line = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            span = Span(
                source, source.offset_of_line(line), source.offset_of_line(line) + len(source.line(line))
            )
            row = {
                name: cell.strip() for name, cell in zip(names, cells, strict=False) if name and cell.strip()
            }
            yield row, span
        line = reader.line_num + 1


def _column(name: str) -> str:
    """Return the name of a column as we know it: `Option A` and `option_a` are `a`."""
    words = " ".join(re.sub(r"[_\W]+", " ", name.lower()).split())
    words = re.sub(r"^(?:option|answer|choice|step|pair) (?=[a-z]$)", "", words)
    if numbered := re.fullmatch(r"(feedback )?(?:(?:option|answer|choice|step|pair) )?(\d{1,2})", words):
        at = int(numbered.group(2)) - 1
        words = f"{numbered.group(1) or ''}{LETTERS[at]}" if 0 <= at < len(LETTERS) else words
    return _ALSO_CALLED.get(words, words)


def _entry(row: Row, span: Span, images: Images) -> Entry:
    texts = Texts(images)
    kind = row.get("type", "").lower().replace(" ", "-").replace("_", "-") or _kind(row)
    task = _task(kind, row, texts)
    name, prompt = " ".join(row.get("name", "").split()), row.get("prompt", "")
    if not prompt:
        task = "it has no prompt"
    if isinstance(task, str):
        words = "\n".join(f"{column}: {cell}" for column, cell in row.items())
        return LeftOut(name, kind, task, words, span)
    return Question(
        name,
        texts.block(prompt, PLAIN),
        task,
        span,
        texts.block(row.get("explanation", ""), PLAIN),
        _list(row, "tags"),
        tuple(texts.changes),
        {field: found for field in (*LISTS, *REFS) if (found := _list(row, field))},
    )


def _kind(row: Row) -> str:
    if not _options(row) and row.get("correct", "").lower() in (*_TRUE, *_FALSE):
        return TRUE_FALSE
    return MULTIPLE if len(_list(row, "correct")) > 1 else SINGLE


def _options(row: Row) -> list[str]:
    return [letter for letter in LETTERS if letter in row]


def _list(row: Row, column: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in re.split(r"[;,|]", row.get(column, "")))))


def _task(kind: str, row: Row, texts: Texts) -> Task | str:
    """Return what a learner does, or the reason why the row is no item."""
    options = _options(row)
    match kind:
        case "single-choice" | "multiple-choice":
            return _choice(row, options, texts, many=kind == MULTIPLE)
        case "true-false":
            said = row.get("correct", "").lower()
            if said not in (*_TRUE, *_FALSE):
                return "`correct` is neither `true` nor `false`"
            feedback = [texts.line(row.get(f"feedback {letter}", ""), PLAIN) for letter in "ab"]
            return true_or_false(said in _TRUE, *feedback)
        case "order-steps":
            steps = tuple(texts.line(row[letter], PLAIN) for letter in options)
            return Ordering(steps, texts.line(row.get("feedback", ""), PLAIN))
        case "match":
            return _pairs([row[letter] for letter in options], texts)
        case _:
            return f"its type is none of {', '.join(TYPES)}"


def _choice(row: Row, options: list[str], texts: Texts, *, many: bool) -> Choice | str:
    if len(options) < 2:
        return "it has fewer than two options"
    named = [_letter(word, row, options) for word in _list(row, "correct")]
    if None in named and (whole := _letter(row.get("correct", ""), row, options)):
        named = [whole]
    if not named or None in named:
        return "`correct` names no option"
    if len(named) > 1 and not many:
        return "`correct` names several options of a single choice"
    return Choice(
        tuple(
            Answer(
                texts.line(row[letter], PLAIN),
                letter in named,
                texts.line(row.get(f"feedback {letter}", ""), PLAIN),
            )
            for letter in options
        ),
        many,
    )


def _letter(word: str, row: Row, options: list[str]) -> str | None:
    """Return the option that a word names: by its letter, its number or its words."""
    plain = word.strip().lower()
    if plain in options:
        return plain
    if plain.isascii() and plain.isdigit() and 1 <= int(plain[:3]) <= len(LETTERS):
        found = LETTERS[int(plain[:3]) - 1]
        return found if found in options else None
    return next((letter for letter in options if row[letter].lower() == plain), None)


def _pairs(cells: list[str], texts: Texts) -> Pairs | str:
    pairs, spare = [], []
    for cell in cells:
        left, arrow, right = cell.partition("->")
        if not arrow or not right.strip():
            return "one of its pairs lacks the arrow `->` or its right side"
        if left.strip():
            pairs.append((texts.line(left, PLAIN), texts.line(right, PLAIN)))
        else:
            spare.append(texts.line(right, PLAIN))
    return Pairs(tuple(pairs), tuple(spare))
