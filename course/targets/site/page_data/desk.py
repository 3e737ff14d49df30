"""What the pages of the desk must know: the instruments, and the units that can be assigned."""

from __future__ import annotations

from typing import Literal

from course.records.course_data import Part


class InstrumentItemData(Part, frozen=True, omit_defaults=True):
    """`hides`: the competency that is asked about besides, because the item does not show it."""

    id: str
    number: int
    name: str
    is_optional: bool = False
    is_for_groups: bool = False
    one_is_enough: bool = False
    hides: str = ""


class InstrumentData(Part, frozen=True):
    """`rates`: whether its bands are those of a session or of a programme."""

    id: str
    title: str
    rates: Literal["session", "programme"]
    items: list[InstrumentItemData]


class Script(Part, frozen=True):
    """A script to rehearse, or a checklist for whoever observes; `href` leads to it in its lesson."""

    id: str
    title: str
    href: str


class AssignableUnit(Part, frozen=True):
    """A unit that is written or planned; `href` is empty while it is only planned.

    `question`: the one for supervision at its end, if it has one.
    """

    id: str
    title: str
    href: str
    minutes: int
    competencies: list[str]
    rehearsals: list[Script]
    checklists: list[Script]
    question: str


class DeskData(Part, frozen=True):
    """`suggested`: by instrument item or competency, the units to suggest when it is weak.

    `looks`: by competency, what it looks like when someone has it.
    """

    instruments: list[InstrumentData]
    units: list[AssignableUnit]
    suggested: dict[str, list[str]]
    looks: dict[str, str]
