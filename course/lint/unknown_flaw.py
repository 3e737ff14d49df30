"""Choices: each names a flaw that the lint looks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from course.diagnostics import Diagnostic, did_you_mean
from course.lint.acceptances import acceptances
from course.model.choices import Acceptance, Weight
from course.model.course import Course


def unknown_flaw(course: Course, known: Collection[str]) -> Iterator[Diagnostic]:
    """Find codes in `severity` of a course, or in an `accept`, that are no flaw of the lint.

    Other findings name what cannot work, so they cannot be made lighter or accepted.
    """
    choices: Iterator[Acceptance | Weight] = chain(course.outline.weights, acceptances(course))
    for choice in choices:
        if choice.code not in known:
            yield Diagnostic(
                code="unknown-flaw",
                message=f"`{choice.code}` is no flaw that can be weighed or accepted",
                span=choice.span,
                help=did_you_mean(choice.code, known, "choose a flaw of the list in docs/authoring.md"),
            )
