"""The files that an imported file becomes: a bank for each of its groups, and its images."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course.files import LARGEST_TEXT
from course.importing.bank_text import bank_text, left_out
from course.importing.names import Names, as_id
from course.importing.questions import Entry, Imported, LeftOut, Question

_MOST = LARGEST_TEXT // 2  # characters of a bank, of which some are several bytes


@dataclass(frozen=True)
class Bank:
    """A bank that is to be written."""

    name: str
    text: str
    questions: int


def banks(imported: Imported, stem: str, unit: str, origin: str) -> tuple[Bank, ...]:
    """Return the banks of an imported file; a group that is too long for one file becomes several.

    Questions without an equal, in a group without any other, are kept in the next bank, or in the last one.
    """
    made: list[Bank] = []
    names = Names()
    waiting: list[Entry] = []
    for title, entries in _parts(imported, stem):
        waiting += entries
        if not any(isinstance(each, Question) for each in waiting):
            continue
        name = names.distinct(as_id(title, "bank"))
        text = bank_text(name, title, unit, waiting, origin)
        made.append(Bank(name, text, sum(isinstance(each, Question) for each in waiting)))
        waiting = []
    if made and waiting:
        rest = [line for each in waiting if isinstance(each, LeftOut) for line in ("", *left_out(each))]
        made[-1] = Bank(made[-1].name, made[-1].text + "\n".join(rest) + "\n", made[-1].questions)
    return tuple(made)


def _parts(imported: Imported, stem: str) -> Iterator[tuple[str, Sequence[Entry]]]:
    for group in imported.groups:
        title = _title(group.title) or stem
        part: list[Entry] = []
        size = 0
        for entry in group.entries:
            length = len(repr(entry))
            if part and size + length > _MOST:
                yield title, part
                part, size = [], 0
            part.append(entry)
            size += length
        yield title, part


def _title(category: str) -> str:
    """Return the last part of a category's path, without the words that Moodle puts before it."""
    parts = [part.strip() for part in category.replace("//", "\0").split("/")]
    named = [part.replace("\0", "/") for part in parts if part and part != "top" and not part.startswith("$")]
    return " ".join(named[-1].split()) if named else ""
