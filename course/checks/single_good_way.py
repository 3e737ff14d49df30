"""Dialogues: there is more than one good way through."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.dialogue_paths import ending_turns, good_paths, is_linked

LEAST = 2


def single_good_way(course: Course) -> Iterator[Diagnostic]:
    """Find dialogues with fewer than two complete ways on which every reply helps.

    Good trainers differ. A dialogue with one right way teaches a script, and a learner learns to guess it.
    """
    for dialogue in filter(is_linked, course.dialogues()):
        if len(ending_turns(dialogue)) < len(dialogue.turns):
            continue  # what never ends is a finding of its own
        found = len(list(islice(good_paths(dialogue), LEAST)))
        if found < LEAST:
            ways = "only one good way leads" if found else "no good way leads"
            step = "give a turn a second reply that helps, or let a good way part and go well twice"
            yield Diagnostic("single-good-way", f"{ways} through this dialogue", dialogue.head.span, step)
