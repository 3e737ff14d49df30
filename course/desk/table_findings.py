"""What is wrong with a table of scores, at the cell that it is about."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from course.desk.scores import ProblemCode, ScoresOf, TableProblem
from course.diagnostics import Diagnostic
from course.source import Source, Span

_LONGEST_NAME = 100
_LONGEST_QUOTE = 40
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")  # a name may hold a space that breaks no line, or join letters
_FACTS: dict[ProblemCode, tuple[str, str]] = {
    "not-a-number": (
        "{cell}: `{words}` is no number",
        "write a score from 1 to 5, or nothing where it was not rated",
    ),
    "out-of-range": ("{cell}: {words} is not between 1 and 5", "write the score as it is on the sheet"),
    "unknown-item": (
        "{cell}: `{words}` is no item of this scale",
        "name the item by its number, its name or its id, or delete the line",
    ),
    "twice": ("{cell}: the item `{words}` is there a second time", "keep one of the two"),
    "no-items": (
        "there is no item of a scale in this table",
        "name items in the first column or in the first row, by number, name or id",
    ),
    "both-ways": (
        "the items may stand below each other or side by side: both can be read",
        "name items by words instead of numbers, put a row or column with the names of people beside the "
        "scores, or write a letter before codes, such as T1",
    ),
}


def unusable_scores(fact: str, span: Span, step: str) -> Diagnostic:
    """A table of fidelity scores holds something that cannot be a score, an item or a name.

    Nothing is assigned from such a table, because a score in a wrong cell would assign someone wrong units.
    `course assign` names each cell as a spreadsheet does, and by its line and column in the file.
    """
    return Diagnostic("unusable-scores", fact, span, step)


def problem_findings(source: Source, problems: Sequence[TableProblem]) -> Iterator[Diagnostic]:
    """Yield what is wrong with cells."""
    for problem in problems:
        fact, step = _FACTS[problem.code]
        where = Span(source, problem.where.start, problem.where.end)
        yield unusable_scores(fact.format(cell=problem.cell, words=quoted(problem.words)), where, step)


def name_findings(source: Source, people: Sequence[ScoresOf]) -> Iterator[Diagnostic]:
    """Yield what is wrong with names: each person must have one, and one of their own."""
    seen: set[str] = set()
    for person in people:
        where = Span(source, person.named_in.start, person.named_in.end)
        called = quoted(person.name)
        if not person.name:
            yield unusable_scores(
                "these scores are no one's",
                where,
                "write a name, or say whose they are with `--trainer NAME`",
            )
        elif len(person.name) > _LONGEST_NAME:
            yield unusable_scores(f"`{called}` is longer than a name may be", where, "shorten it")
        elif any(unicodedata.category(sign) in _UNSEEN for sign in person.name):
            yield unusable_scores(f"`{called}` holds a sign that cannot be seen", where, "type it again")
        elif person.name.casefold() in seen:
            yield unusable_scores(
                f"`{called}` is there a second time", where, "give each person a name of their own"
            )
        seen.add(person.name.casefold())


def quoted(words: str) -> str:
    """Return words of a table as they may be shown anywhere."""
    signs = "".join(sign if sign.isprintable() else "\ufffd" for sign in words[: _LONGEST_QUOTE + 1])
    return f"{signs[:_LONGEST_QUOTE]}…" if len(signs) > _LONGEST_QUOTE else signs
