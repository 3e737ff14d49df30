"""What of a course is needed to judge responses to it: which item asks for what, and its hash.

The site serves it to the browser (`course-data.js`), so that both compute the same.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct

from course.minutes import credited_minutes
from course.model.contents import waiting_parts
from course.model.course import Course
from course.model.dialogue import Dialogue
from course.model.exercises import Rating
from course.model.items import Item, Level
from course.model.units import Unit
from course.records.exercise_hash import rating_hash, turn_hash
from course.records.hashing import beginning_of, hash_of
from course.records.item_hash import item_hash

Strand = Literal["knowledge", "judgement"]

STRANDS: tuple[Strand, ...] = ("knowledge", "judgement")


class Part(Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """What all parts share: camelCase in JSON."""


class ItemData(Part, frozen=True, omit_defaults=True):
    """`cluster`: the case that the item shares with others, if it does.

    An item that is only compared with a few experts shows nothing of a competency, so it has none here.
    """

    hash: str
    competencies: list[str]
    level: Level
    unit: str
    harm: bool
    cluster: str = ""

    @property
    def strand(self) -> Strand:
        return "knowledge" if self.level is Level.KNOW else "judgement"


class NodeData(Part, frozen=True):
    """A turn of a dialogue; `hash` is over what it means."""

    hash: str


class DialogueData(Part, frozen=True):
    """A dialogue: its unit, and its turns by id."""

    unit: str
    nodes: dict[str, NodeData]


class RatingData(Part, frozen=True):
    """`elements`: the authors' rating of each."""

    unit: str
    hash: str
    elements: dict[str, int]


class CompetencyData(Part, frozen=True):
    """`observed_by`: the elements of instruments with which a supervisor observes it."""

    id: str
    observed_by: list[str]


class UnitData(Part, frozen=True, omit_defaults=True):
    """A unit and the minutes that are credited for it, and `more` for its parts that may wait."""

    id: str
    minutes: int
    more: int = 0


class CourseData(Part, frozen=True, omit_defaults=True):
    """`cut_milli`: in thousandths. `content_hash`: over all other fields; equal hashes, equal estimates.

    `agreement_under` is the competency beside which agreement in rating exercises is shown, if there is one.
    `waits`: the items and exercises without which a unit is done, because they are for those with more time.
    """

    id: str
    version: str
    content_hash: str
    cut_milli: int
    competencies: list[CompetencyData]
    units: list[UnitData]
    items: dict[str, ItemData]
    dialogues: dict[str, DialogueData]
    ratings: dict[str, RatingData] = {}
    agreement_under: str = ""
    waits: list[str] = []


def course_data(course: Course) -> CourseData:
    """Take from a course what judging responses needs."""
    clusters = _clusters(course)
    data = CourseData(
        id=course.outline.id,
        version=course.outline.version,
        content_hash="",
        cut_milli=course.organisation.cut_thousandths,
        competencies=[
            CompetencyData(id=competency.id, observed_by=[ref.id for ref in competency.observed_by])
            for competency in course.framework.competencies
        ],
        units=[_unit(course, unit) for unit in course.units],
        items={
            item.id: _item(item, bank.unit.id, clusters.get(item.id, "")) for bank, item in course.items()
        },
        dialogues={dialogue.head.id: _dialogue(dialogue) for dialogue in course.dialogues()},
        ratings={rating.head.id: _rating(rating) for rating in course.ratings()},
        agreement_under=next((one.id for one in course.framework.competencies if one.shows_agreement), ""),
        waits=sorted(waiting_parts(course)),
    )
    return msgspec.structs.replace(data, content_hash=content_hash(data))


def content_hash(data: CourseData) -> str:
    """Return the hash that belongs to a course's data."""
    return hash_of({key: value for key, value in to_json(data).items() if key != "contentHash"})


def to_json(data: CourseData) -> dict[str, Any]:
    """Return course data as JSON."""
    found: dict[str, Any] = msgspec.to_builtins(data)
    return found


def with_short_hashes(data: CourseData) -> CourseData:
    """Return course data with the beginning of each hash, as pages load it; `content_hash` stays as it is.

    A hash cannot be compressed: whole ones were three quarters of what a page loads of the course.
    """
    replace = msgspec.structs.replace
    items = {name: replace(item, hash=beginning_of(item.hash)) for name, item in data.items.items()}
    ratings = {name: replace(one, hash=beginning_of(one.hash)) for name, one in data.ratings.items()}
    dialogues = {name: replace(one, nodes=_short(one.nodes)) for name, one in data.dialogues.items()}
    return replace(data, items=items, dialogues=dialogues, ratings=ratings)


def _short(nodes: dict[str, NodeData]) -> dict[str, NodeData]:
    return {name: NodeData(hash=beginning_of(node.hash)) for name, node in nodes.items()}


def _clusters(course: Course) -> dict[str, str]:
    """Name the case or the list of options of every item that shares one with others."""
    frames = (frame for bank in course.banks for frame in bank.frames() if len(frame.items) > 1)
    return {item.id: frame.id for frame in frames for item in frame.items}


def _unit(course: Course, unit: Unit) -> UnitData:
    minutes, more = credited_minutes(course, unit)
    return UnitData(id=unit.id, minutes=minutes, more=more)


def _item(item: Item, unit: str, cluster: str) -> ItemData:
    return ItemData(
        hash=item_hash(item),
        competencies=list(dict.fromkeys(ref.id for ref in item.assesses)),
        level=item.level,
        unit=unit,
        harm=item.harm and item.is_judged,
        cluster=cluster,
    )


def _dialogue(dialogue: Dialogue) -> DialogueData:
    nodes = {turn.id: NodeData(hash=turn_hash(turn, dialogue)) for turn in dialogue.turns}
    return DialogueData(unit=dialogue.head.unit.id, nodes=nodes)


def _rating(rating: Rating) -> RatingData:
    return RatingData(
        unit=rating.head.unit.id,
        hash=rating_hash(rating),
        elements={element.id: element.reference for element in rating.elements},
    )
