"""What the authors of a course decide about its flaws: how serious each is, and which they keep."""

from __future__ import annotations

from dataclasses import dataclass

from course.source import Span


@dataclass(frozen=True)
class Acceptance:
    """A flaw that an author keeps at one place, and why; no reason when it could not be read."""

    code: str
    reason: str
    span: Span


@dataclass(frozen=True)
class Weight:
    """How serious a flaw is in this course: `error`, `warning` or `off`; empty when it could not be read."""

    code: str
    severity: str
    span: Span
