"""Coverage: every competency must be asked about somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic, Severity
from course.model.course import Course
from course.model.exercises import competencies_of
from course.model.items import Item


def unassessed_competency(course: Course) -> Iterator[Diagnostic]:
    """Find competencies that no item and no turn of a dialogue assesses.

    A trainer's score on such a competency would always be empty, and a
    supervisor reading the export could take that for a gap in skill.
    It is a warning, so that a course can grow.
    """
    turns = {ref.id for dialogue in course.dialogues() for ref in competencies_of(dialogue)}
    are_known = turns <= course.competencies.keys()
    if not are_known or any(not _is_known(item, course) for _, item in course.items()):
        return  # one that names no known competency may have been meant to name the one that lacks
    assessed = {ref.id for _, item in course.items() for ref in item.assesses} | turns
    for competency in course.framework.competencies:
        if competency.id not in assessed:
            yield Diagnostic(
                code="unassessed-competency",
                message=f"no item assesses `{competency.id}`",
                span=competency.span,
                help=f"add `competencies: [{competency.id}]` to an item in quizzes/",
                severity=Severity.WARNING,
            )


def _is_known(item: Item, course: Course) -> bool:
    return bool(item.competencies) and all(ref.id in course.competencies for ref in item.competencies)
