"""Coverage of objectives: what a unit promises, it also asks."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course


def unassessed_objective(course: Course) -> Iterator[Diagnostic]:
    """Find objectives that no item assesses.

    A learner is promised to be able to do something, and nothing tells them whether they can.
    """
    assessed = {item.objective.id for _, item in course.items() if item.objective}
    for unit in course.units:
        for objective in unit.objectives:
            if objective.id and objective.id not in assessed:
                yield Diagnostic(
                    code="unassessed-objective",
                    message=f"no item assesses `{objective.id}`",
                    span=objective.span,
                    help=f"add `objective: {objective.id}` to an item of this unit in quizzes/",
                )
