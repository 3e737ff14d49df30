"""The blueprint: how many scored responses a course offers for each competency, and how many it should."""

from collections.abc import Callable, Iterator

from course.blueprint.counting import Coverage, coverage
from course.blueprint.dialogue_contents import contents_of_dialogues
from course.blueprint.dialogue_findings import in_every_dialogue, missing_in_dialogues
from course.blueprint.rendering import render, render_json
from course.blueprint.too_few_responses import too_few_responses
from course.diagnostics import Diagnostic
from course.model.course import Course

__all__ = [
    "FINDINGS",
    "Coverage",
    "contents_of_dialogues",
    "coverage",
    "find",
    "in_every_dialogue",
    "missing_in_dialogues",
    "render",
    "render_json",
    "too_few_responses",
]

FINDINGS: dict[str, Callable[[Course], Iterator[Diagnostic]]] = {
    "too-few-responses": too_few_responses,
    "missing-in-dialogues": missing_in_dialogues,
    "in-every-dialogue": in_every_dialogue,
}


def find(course: Course) -> Iterator[Diagnostic]:
    """Find where a course offers too little, or too much of the same."""
    for each in FINDINGS.values():
        yield from each(course)
