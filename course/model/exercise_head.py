"""What every exercise has. `if_time`: it is for those with more time."""

from __future__ import annotations

from dataclasses import dataclass

from course.model.choices import Acceptance
from course.model.framework import Ref
from course.source import Span

PRINCIPLES = ("educational", "motivational", "cognitive-behavioural")


@dataclass(frozen=True)
class Head:
    """What every exercise has. `if_time`: it is for those with more time."""

    id: str
    title: str
    unit: Ref
    minutes: int
    sources: tuple[Ref, ...]
    span: Span
    accepted: tuple[Acceptance, ...] = ()
    if_time: bool = False
