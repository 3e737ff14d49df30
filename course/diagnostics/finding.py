"""A finding: a value with its place and one next step."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from course.source import Span


class Severity(StrEnum):
    """How serious a finding is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Diagnostic:
    """One finding: a fact about the author's text, where it is, and what to do next."""

    code: str
    message: str
    span: Span
    help: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


Report = Callable[[Diagnostic], None]


def ordered(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings by place and drop exact repeats."""

    def place(finding: Diagnostic) -> tuple[str, int, str, str]:
        return finding.span.source.path, finding.span.start, finding.code, finding.message

    return tuple(sorted(dict.fromkeys(findings), key=place))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, if any is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a help text that proposes the nearest known word."""
    close = nearest(word, known)
    return f"did you mean `{close}`?" if close else otherwise
