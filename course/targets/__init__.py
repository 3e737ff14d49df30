"""The outputs: each turns a course into files by path, without touching the disk."""

from __future__ import annotations

from dataclasses import dataclass

from course.diagnostics import Diagnostic


@dataclass(frozen=True)
class Output:
    """The files of one target, by path, and what its author should be told."""

    files: dict[str, bytes]
    findings: tuple[Diagnostic, ...] = ()
