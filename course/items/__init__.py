"""The item types: what an author may write, each read into the interaction a learner has."""

from __future__ import annotations

from collections.abc import Callable

from course.diagnostics import Report
from course.items import (
    dialogue,
    match,
    multiple_choice,
    order_steps,
    proficient_or_violation,
    rating,
    single_choice,
    sort,
    written_reply,
)
from course.model.exercises import Exercise, Head
from course.model.items import Interaction
from course.yaml_reader import Mapping

Reader = Callable[[Mapping, Report], Interaction]
ExerciseReader = Callable[[Mapping, Head, Report], Exercise]

ITEM_TYPES: dict[str, Reader] = {
    "single-choice": single_choice.read,
    "multiple-choice": multiple_choice.read,
    "order-steps": order_steps.read,
    "match": match.read,
    "sort": sort.read,
    "proficient-or-violation": proficient_or_violation.read,
}
CASE = "case"

# What fills a file of its own.
EXERCISE_TYPES: dict[str, ExerciseReader] = {
    "dialogue": dialogue.read,
    "rating": rating.read,
    "written-reply": written_reply.read,
}
