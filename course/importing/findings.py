"""The findings about what is imported: one function each, whose docstring explains it."""

from __future__ import annotations

from course.diagnostics import Diagnostic, Severity
from course.source import Span


def unreadable_import(reason: str, span: Span, step: str) -> Diagnostic:
    """A file cannot be imported at all, so nothing is written.

    It is too large, is in none of the formats that can be read, is not well formed,
    or holds what only an attack on a reader needs, such as entities of its own.
    """
    return Diagnostic("unreadable-import", f"this file cannot be imported: {reason}", span, step)


def not_imported(name: str, kind: str, reason: str, span: Span, is_kept: bool = True) -> Diagnostic:
    """A question of the imported file has no equal among the item types, or is not complete.

    Its words stand as a comment at the end of the bank, so that an item can be written from them.
    A file without any question that can be imported makes no bank, and then they stand in the file alone.
    """
    of = f" ({kind})" if kind else ""
    called = f"“{name}”" if name else "this question"
    return Diagnostic(
        "not-imported",
        f"{called}{of} is not imported: {reason}",
        span,
        "its words are in a comment of the bank; write an item of another type from them if you need it"
        if is_kept
        else "no bank is written; write an item of another type from its words if you need it",
    )


def changed_by_import(changes: tuple[str, ...], span: Span) -> Diagnostic:
    """A question was imported, and something of it is different here.

    What is different is also said in a comment above the item.
    """
    return Diagnostic(
        "changed-by-import",
        f"imported, but {'; '.join(changes)}",
        span,
        "read the item, then delete the comment above it",
        Severity.WARNING,
    )


def unread_column(fact: str, span: Span, step: str) -> Diagnostic:
    """A column of an imported table has a name that nothing reads, so what is in it is not imported.

    Of two columns with one name, only the first is read.
    """
    return Diagnostic("unread-column", fact, span, step, Severity.WARNING)
