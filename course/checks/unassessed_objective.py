"""Coverage of objectives: what a unit promises, it also asks."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.items import Item


def unassessed_objective(course: Course) -> Iterator[Diagnostic]:
    """Find objectives that no item assesses.

    The unit promises that learners will be able to do something, and nothing shows whether they can.
    """
    assessed = {item.objective.id for _, item in course.items() if item.objective}
    promised = {objective.id for unit in course.units for objective in unit.objectives}
    lost = {bank.unit.id for bank, item in course.items() if not _is_known(item, promised)}
    for unit in course.units:
        if unit.id in lost:
            continue  # an item without a known objective may have been meant to name the one that lacks
        for objective in unit.objectives:
            if objective.id and objective.id not in assessed:
                yield Diagnostic(
                    code="unassessed-objective",
                    message=f"no item assesses `{objective.id}`",
                    span=objective.span,
                    help=f"add `objective: {objective.id}` to an item of this unit in quizzes/",
                )


def _is_known(item: Item, promised: set[str]) -> bool:
    return item.objective is not None and item.objective.id in promised
