"""The item types: what an author may write, each read into the interaction a learner has."""

from __future__ import annotations

from collections.abc import Callable

from course.diagnostics import Report
from course.items import (
    best_and_worst,
    match,
    multiple_choice,
    order_steps,
    proficient_or_violation,
    single_choice,
    sort,
)
from course.model.items import Interaction
from course.yaml_reader import Mapping

Reader = Callable[[Mapping, Report], Interaction]

ITEM_TYPES: dict[str, Reader] = {
    "single-choice": single_choice.read,
    "multiple-choice": multiple_choice.read,
    "order-steps": order_steps.read,
    "match": match.read,
    "sort": sort.read,
    "proficient-or-violation": proficient_or_violation.read,
    "best-and-worst": best_and_worst.read,
}

CASE = "case"
EXTENDED_MATCHING = "extended-matching"
FRAMES = (CASE, EXTENDED_MATCHING)  # what holds several items
