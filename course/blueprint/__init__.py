"""The blueprint: how many scored responses a course offers for each competency, and how many it should."""

from collections.abc import Callable, Iterator

from course.blueprint.counting import Coverage, coverage
from course.blueprint.rendering import render, render_json
from course.blueprint.talk_findings import in_every_talk, missing_in_talks
from course.blueprint.talks import talks
from course.blueprint.too_few_responses import too_few_responses
from course.diagnostics import Diagnostic
from course.model.course import Course

__all__ = [
    "FINDINGS",
    "Coverage",
    "coverage",
    "find",
    "in_every_talk",
    "missing_in_talks",
    "render",
    "render_json",
    "talks",
    "too_few_responses",
]

FINDINGS: dict[str, Callable[[Course], Iterator[Diagnostic]]] = {
    "too-few-responses": too_few_responses,
    "missing-in-talks": missing_in_talks,
    "in-every-talk": in_every_talk,
}


def find(course: Course) -> Iterator[Diagnostic]:
    """Find where a course offers too little, or too much of the same."""
    for each in FINDINGS.values():
        yield from each(course)
