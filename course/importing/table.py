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
MOST_NAMED = 20  # a text that is no table may have thousands of columns
BEYOND = "cells without a column"

Row = Mapping[str, str]


def read(source: Source, prefix: str, report: Report) -> Imported:
    """Read every row as a question; rows that name a `bank` are kept together."""
    csv.field_size_limit(_LONGEST_CELL)
    images = Images(prefix)
    groups: dict[str, list[Entry]] = {}
    try:
        for row, span in _rows(source, report):
            groups.setdefault(" ".join(row.get("bank", "").split()), []).append(_entry(row, span, images))
    except TableError as error:
        step = "save it again as CSV, with quotes around texts that hold a comma or a line break"
        report(unreadable_import(f"it is no table ({error})", _line(source, error.line), step))
        return Imported(())
    return Imported(tuple(Group(title, tuple(entries)) for title, entries in groups.items()), images.by_name)


class TableError(Exception):
    """What is no table; `line` says where."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


def _rows(source: Source, report: Report) -> Iterator[tuple[Row, Span]]:
    text, before, delimiter = _begin(source)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = _names(next(reader, []), _line(source, before + 1), report)
        line = before + reader.line_num + 1
        if "prompt" not in names:
            return
        for cells in reader:
            if any(cell.strip() for cell in cells):
                row = {
                    name: cell.strip()
                    for name, cell in zip(names, cells, strict=False)
                    if name and cell.strip()
                }
                beyond = [cell.strip() for cell in cells[len(names) :] if cell.strip()]
                yield row | ({BEYOND: "; ".join(beyond)} if beyond else {}), _line(source, line)
            line = before + reader.line_num + 1
    except csv.Error as error:
        raise TableError(str(error), before + reader.line_num) from error


def _begin(source: Source) -> tuple[str, int, str]:
    """Return the table, the lines before it, and what divides its cells; a spreadsheet may say so itself."""
    first = source.line(1)
    if said := re.fullmatch(r"sep=([,;\t])", first, re.IGNORECASE):
        return source.text[source.offset_of_line(2) :], 1, said.group(1)
    return source.text, 0, max(",;\t", key=first.count)


def _names(head: list[str], span: Span, report: Report) -> list[str]:
    """Return the names of the columns, empty for one that is not read; with a name, that is a finding."""
    known = (*COLUMNS, *LISTS, *REFS, *LETTERS, *(f"feedback {letter}" for letter in LETTERS))
    names = [_column(name) for name in head]
    if "prompt" not in names:
        step = f"write a first row of names: {', '.join(COLUMNS)}, a, b, c and so on"
        report(unreadable_import("it has no column `prompt`", span, step))
        return []
    otherwise = f"name it one of {', '.join((*COLUMNS, *LISTS, *REFS))}, a, b, …"
    unknown = [name for name in dict.fromkeys(names) if name and name not in known]
    for name in unknown[:MOST_NAMED]:
        report(
            unread_column(f"nothing reads the column `{name}`", span, did_you_mean(name, known, otherwise))
        )
    if more := unknown[MOST_NAMED:]:
        report(unread_column(f"nothing reads {len(more):,} more columns", span, otherwise))
    seen: dict[str, None] = {}
    read = []
    for name in names:
        if name in seen and name in known:
            fact = f"the column `{name}` is there again, and only the first is read"
            report(unread_column(fact, span, "give each column a name of its own"))
        read.append(name if name in known and name not in seen else "")
        seen[name] = None
    return read


def _line(source: Source, number: int) -> Span:
    begin = source.offset_of_line(number)
    return Span(source, begin, begin + len(source.line(number)))


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
    texts.changes += [
        f"`{column}` has no place in `{kind}`: {cell}"
        for column, cell in row.items()
        if column not in _used(kind, row)
    ]
    name, prompt = " ".join(row.get("name", "").split()), row.get("prompt", "")
    if not prompt:
        task = "it has no prompt"
    if BEYOND in row:
        task = "it has more cells than there are columns; a text may lack its quotes"
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
    return MULTIPLE if len(_correct(row)) > 1 else SINGLE


def _correct(row: Row) -> tuple[str, ...]:
    """Return what the right options are called; the words of one may hold a comma, as in 1,5."""
    whole = row.get("correct", "")
    is_one = any(row[letter].lower() == whole.lower() for letter in _options(row))
    return (whole,) if is_one else _list(row, "correct")


def _used(kind: str, row: Row) -> set[str]:
    """Return the columns that an item type has a place for."""
    options = _options(row)
    of_each = {f"feedback {letter}" for letter in options}
    by_kind = {
        SINGLE: {"correct", *options, *of_each},
        MULTIPLE: {"correct", *options, *of_each},
        TRUE_FALSE: {"correct", "feedback a", "feedback b"},
        ORDER: {"feedback", *options},
        MATCH: set(options),
    }
    common = {"type", "prompt", "explanation", "name", "bank", "tags", *LISTS, *REFS, BEYOND}
    # of what is no item, all words are kept
    return common | by_kind.get(kind, set(row))


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
    named = [_letter(word, row, options) for word in _correct(row)]
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
