"""The outputs: each turns a course into files by path, without touching the disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from course.diagnostics import Diagnostic


@dataclass(frozen=True)
class Output:
    """The files of one target with their paths, and findings for the author.

    The files come one after another, made when they are asked for, so that a large course is never whole
    in memory; they can be gone through once.
    """

    files: Iterable[tuple[str, bytes]]
    findings: tuple[Diagnostic, ...] = ()
