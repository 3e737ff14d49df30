"""Forms: papers that are printed on a sheet of their own, blank or filled in as an example."""

from __future__ import annotations

from dataclasses import dataclass

from course.model.artefacts import Artefact
from course.model.choices import Acceptance
from course.model.framework import Ref
from course.model.prose import Prose
from course.source import Span


@dataclass(frozen=True)
class Form:
    """One paper of one page: when it is used, and for which unit and by whom, if it is not for everyone.

    `example_of` names the blank form that this one shows filled in.
    """

    id: str
    use: Prose
    unit: Ref | None
    example_of: Ref | None
    people: tuple[Ref, ...]
    artefact: Artefact
    span: Span
    accepted: tuple[Acceptance, ...] = ()

    @property
    def title(self) -> str:
        return self.artefact.title
