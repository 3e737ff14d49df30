"""Observation sheets: how a supervisor tells, by what they see, on which band a competency is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.model.choices import Acceptance
from course.model.framework import Ref
from course.model.prose import Prose
from course.source import Span

# the fields of the anchors, from band 1 to band 5
ANCHORS = ("unsatisfactory", "needs_improvement", "satisfactory", "very_good", "excellent")


@dataclass(frozen=True)
class ObservationSheet:
    """What is looked for in a session on one competency, and what each of the five bands looks like.

    `element`: what is observed, in the words of this course. `anchors`: from band 1 to band 5.
    `units`: those with which it is shown and printed.
    """

    id: str
    competency: Ref
    element: str
    look_for: tuple[Prose, ...]
    anchors: tuple[Prose, ...]
    units: tuple[Ref, ...]
    span: Span
    accepted: tuple[Acceptance, ...] = ()

    def prose(self) -> Iterator[Prose]:
        """Return every text that may hold links and citations."""
        yield from self.look_for
        yield from self.anchors
