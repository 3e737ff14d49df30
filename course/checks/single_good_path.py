"""Dialogues: there is more than one good path through."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import ending_states, good_paths, whole_maps

LEAST = 2


def single_good_path(course: Course) -> Iterator[Diagnostic]:
    """Find dialogues with fewer than two complete paths on which every reply helps.

    Good trainers differ. A dialogue with one right path teaches a script, and a learner learns to guess it.
    """
    for whole in whole_maps(course.dialogues()):
        if len(ending_states(whole)) < len(whole.steps) or whole.halts():
            continue  # what never ends is a finding of its own
        found = len(list(islice(good_paths(whole), LEAST)))
        if found < LEAST:
            paths = "only one good path leads" if found else "no good path leads"
            step = "give a turn a second reply that helps, or let a good path branch into two good ones"
            yield Diagnostic(
                "single-good-path", f"{paths} through this dialogue", whole.dialogue.head.span, step
            )
