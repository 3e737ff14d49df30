"""What the pages of a learner call things, beside the units, which are in a script of their own."""

from __future__ import annotations

from course.records.course_data import Part, Strand


class CompetencyTitle(Part, frozen=True):
    """`strand`: the one by which it is judged first."""

    id: str
    title: str
    group: str
    strand: Strand


class GroupTitle(Part, frozen=True):
    """How a group of competencies is called."""

    id: str
    title: str


class ModuleNumber(Part, frozen=True):
    """The number of a module among all that are planned."""

    unit: str
    number: int


class DialogueTitle(Part, frozen=True):
    """How a dialogue is called, where it is, and what it practises."""

    id: str
    title: str
    href: str
    minutes: int
    unit: str
    competencies: list[str]


class YearEntry(Part, frozen=True, omit_defaults=True):
    """A stage of the first path with stages, or an appointment of it.

    `week`: when it begins, counted from the first session of the group. `every_weeks`: after how many weeks
    it is again; 0 for once. `href`: where it is explained; empty where no page does.
    """

    id: str
    title: str
    when: str
    week: int
    every_weeks: int = 0
    href: str = ""


class CourseTitles(Part, frozen=True):
    """`instrument_items`: by its id the instrument, number and name of each item of an instrument.

    `modules`: the units that are modules of the curriculum, with their numbers there.
    `year`: what the first year holds, in the order of time.
    """

    competencies: list[CompetencyTitle]
    groups: list[GroupTitle]
    instrument_items: dict[str, str]
    modules: list[ModuleNumber]
    dialogues: list[DialogueTitle]
    year: list[YearEntry]
