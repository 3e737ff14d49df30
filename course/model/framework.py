"""What a course refers to: competencies and the instruments that observe them, sources, people, words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from course.model.choices import Acceptance
from course.model.prose import Prose
from course.source import Span, Text


@dataclass(frozen=True)
class Ref:
    """The id of something elsewhere, with the place where an author named it."""

    id: str
    span: Span


def refs(names: Iterable[Text]) -> tuple[Ref, ...]:
    """Return references to the named things."""
    return tuple(Ref(name.value, name.span) for name in names)


@dataclass(frozen=True)
class InstrumentItem:
    """One item of a published instrument, by number and name only.

    `is_optional`: rated only where it applies. `is_for_groups`: rated only in groups.
    `one_is_enough`: a high score needs one technique a session, so it never shows that a skill is there.
    `hides`: the competency that a supervisor is asked about besides, because the item does not show it.
    `refresher`: the lesson or unit to read again where no continuing unit is about what it observes.
    """

    id: str
    number: int
    name: str
    span: Span
    is_optional: bool = False
    is_for_groups: bool = False
    one_is_enough: bool = False
    hides: Ref | None = None
    refresher: Ref | None = None


@dataclass(frozen=True)
class Instrument:
    """A scale of which only the names of items are known here.

    `rates` says by which bands: of a `session`, of a `programme`, or by none.
    """

    id: str
    title: str
    rates: str
    items: tuple[InstrumentItem, ...]
    sources: tuple[Ref, ...]


@dataclass(frozen=True)
class CompetencyGroup:
    """Competencies that belong together.

    `in_every`: the kind of unit that practises the group without exception, or empty.
    """

    id: str
    title: str
    span: Span
    in_every: str = ""


@dataclass(frozen=True)
class Competency:
    """Something a trainer does, with what it looks like at three levels.

    `priority` is A where the evidence finds trainers weakest, then B and C.
    `strand` says which estimate leads: knowledge or judgement.
    `shows_agreement` is true for the one with which the profile shows agreement in rating exercises.
    """

    id: str
    title: str
    group: str
    priority: str
    strand: str
    statement: Prose
    foundation: Prose
    competent: Prose
    expert: Prose
    observed_by: tuple[Ref, ...]
    shows_agreement: bool
    sources: tuple[Ref, ...]
    span: Span


@dataclass(frozen=True)
class Framework:
    """What a trainer does, in competencies and their groups, and the instruments that observe it."""

    instruments: tuple[Instrument, ...]
    groups: tuple[CompetencyGroup, ...]
    competencies: tuple[Competency, ...]

    def instrument_items(self) -> dict[str, str]:
        """Return by its id how each item of an instrument is called: the instrument, number and name."""
        return {
            item.id: f"{instrument.title} {item.number}, {item.name}"
            for instrument in self.instruments
            for item in instrument.items
        }


@dataclass(frozen=True)
class Reference:
    """A source. `short` is how a citation of it reads in a text.

    `is_own`: advice of the course itself, which is no source for anything.
    A title in square brackets describes a text whose title is not known.
    """

    id: str
    short: str
    authors: str
    year: str
    title: str
    container: str
    doi: str
    url: str
    licence: str
    note: str
    is_own: bool
    span: Span

    def is_described(self) -> bool:
        return self.title.startswith("[") and self.title.endswith("]")

    def name(self) -> str:
        """Return its title, or the words that stand for one."""
        return self.title[1:-1] if self.is_described() else self.title


@dataclass(frozen=True)
class CastMember:
    """A fictional person. `arc` says, per module, what happens to them."""

    id: str
    name: str
    role: str
    age: int
    life: Prose
    strengths: tuple[str, ...]
    working_on: str
    goal: str
    supporter: str
    setback: str
    arc: tuple[tuple[Ref, str], ...]
    span: Span
    accepted: tuple[Acceptance, ...] = ()

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True)
class Cast:
    """The fictional group: who is in it, and the text that introduces them."""

    introduction: Prose
    members: tuple[CastMember, ...]


@dataclass(frozen=True)
class Synonym:
    """What people type, and what the course calls it; each of both is a word or several."""

    typed: tuple[str, ...]
    find: tuple[Text, ...]


@dataclass(frozen=True)
class Term:
    """A word explained. `is_unlinked`: lessons do not link it, because nearly all of them use it."""

    id: str
    term: str
    also: tuple[str, ...]
    text: Prose
    span: Span
    accepted: tuple[Acceptance, ...] = ()
    is_unlinked: bool = False
