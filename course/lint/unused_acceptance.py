"""Acceptances: each still accepts something."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from course.diagnostics import Diagnostic, Severity
from course.lint.acceptances import acceptances
from course.model.choices import Acceptance
from course.model.course import Course


def unused_acceptance(
    course: Course, used: Collection[Acceptance], looked_for: Collection[str]
) -> Iterator[Diagnostic]:
    """Find an `accept` of a flaw that is not there.

    The flaw was corrected, or is somewhere else; the `accept` would hide the next one.
    """
    for acceptance in acceptances(course):
        if acceptance.code in looked_for and acceptance.reason and acceptance not in used:
            yield Diagnostic(
                code="unused-acceptance",
                message=f"there is no `{acceptance.code}` here to accept",
                span=acceptance.span,
                help="remove this line",
                severity=Severity.WARNING,
            )
