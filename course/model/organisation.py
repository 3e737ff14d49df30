"""What a host adds to a course: kept in a file of its own, so that updates of the course leave it alone."""

from __future__ import annotations

from dataclasses import dataclass

from course.model.framework import Ref
from course.model.prose import NO_PROSE, Figure, Prose


@dataclass(frozen=True)
class Contact:
    """Someone to turn to: a crisis line, or a local service."""

    name: str
    phone: str
    url: str
    text: Prose


@dataclass(frozen=True)
class Review:
    """Who has reviewed a unit clinically, and when."""

    unit: Ref
    reviewer: str
    date: str


@dataclass(frozen=True)
class Organisation:
    """Everything an organisation can say; empty where it has not.

    `suggested_units`: by an instrument item or a competency, the units to suggest when it is weak.
    """

    name: str = ""
    logo: Figure | None = None
    colour: str = ""
    welcome: Prose = NO_PROSE
    crisis_contacts: tuple[Contact, ...] = ()
    local_services: tuple[Contact, ...] = ()
    reviews: tuple[Review, ...] = ()
    report_errors_to: str = ""
    site_address: str = ""
    hours: tuple[tuple[Ref, int], ...] = ()
    cut_thousandths: int = 800
    suggested_units: tuple[tuple[Ref, tuple[Ref, ...]], ...] = ()
