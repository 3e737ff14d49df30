"""Dialogues: there is more than one good way through."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import ending_states, good_paths, whole_maps

LEAST = 2


def single_good_way(course: Course) -> Iterator[Diagnostic]:
    """Find dialogues with fewer than two complete ways on which every reply helps.

    Good trainers differ. A dialogue with one right way teaches a script, and a learner learns to guess it.
    """
    for whole in whole_maps(course.dialogues()):
        if len(ending_states(whole)) < len(whole.steps) or whole.halts():
            continue  # what never ends is a finding of its own
        found = len(list(islice(good_paths(whole), LEAST)))
        if found < LEAST:
            ways = "only one good way leads" if found else "no good way leads"
            step = "give a turn a second reply that helps, or let a good way part and go well twice"
            span = whole.dialogue.head.span
            yield Diagnostic("single-good-way", f"{ways} through this dialogue", span, step)
