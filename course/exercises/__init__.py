"""The exercise types: each exercise is a file of its own in `quizzes/`; one file here reads each type."""

from __future__ import annotations

from collections.abc import Callable

from course.diagnostics import Report
from course.exercises import demonstration, dialogue, rating, written_reply
from course.model.exercise_head import Head
from course.model.exercises import Exercise
from course.yaml_reader import Mapping

Reader = Callable[[Mapping, Head, Report], Exercise]

EXERCISE_TYPES: dict[str, Reader] = {
    "demonstration": demonstration.read,
    "dialogue": dialogue.read,
    "rating": rating.read,
    "written-reply": written_reply.read,
}
