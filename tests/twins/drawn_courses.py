"""Courses drawn by chance: which item asks for what changes, the names stay the same."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import strategies as st

from course.model.items import Level
from course.records.course_data import (
    CompetencyData,
    CourseData,
    DialogueData,
    ItemData,
    NodeData,
    RatingData,
    UnitData,
    content_hash,
)
from tests.records.made import COURSE, item_hash

# some are names that every object knows in JavaScript, some sort differently with a sign after them
COMPETENCIES = ("EDU1", "EDU1.a", "constructor")
UNITS = ("asking", "asking-more", "toString")
ITEMS = (*(f"judge-{number:02}" for number in range(24)), "valueOf", "safe")
DIALOGUES = ("talk", "hasOwnProperty")
NODES = ("opening", "middle", "constructor")
EXERCISES = ("look", "look-again", "look.more")
ELEMENTS = tuple(f"element-{number}" for number in range(36))

_items = st.builds(
    lambda level, unit, competencies, harm: {
        "level": level,
        "unit": unit,
        "competencies": competencies,
        "harm": harm,
    },
    st.sampled_from(list(Level)),
    st.sampled_from(UNITS),
    st.lists(st.sampled_from(COMPETENCIES), min_size=1, max_size=2, unique=True),
    st.integers(0, 5).map(lambda number: number == 5),
)


@st.composite
def courses(draw: st.DrawFn) -> CourseData:
    """Draw a course: a few kinds of item, dealt out over its names in turn."""
    kinds = draw(st.lists(_items, min_size=1, max_size=6))
    asked = ITEMS[: draw(st.sampled_from((len(ITEMS), 14, 1)))]
    data = CourseData(
        id=COURSE,
        version="0.1.0",
        content_hash="",
        cut_milli=draw(st.sampled_from((800, 500, 700, 950))),
        competencies=_competencies(draw(st.integers(1, 3)), draw(st.booleans())),
        units=[UnitData(id=name, minutes=20 + number, more=3 * number) for number, name in enumerate(UNITS)],
        items={name: _item(name, kinds[number % len(kinds)]) for number, name in enumerate(asked)},
        dialogues={
            name: DialogueData(
                unit=draw(st.sampled_from(UNITS)),
                nodes={node: NodeData(hash=item_hash(node)) for node in NODES[: draw(st.integers(1, 3))]},
            )
            for name in DIALOGUES[: draw(st.integers(0, 2))]
        },
        ratings={
            name: _rating(name, draw(st.sampled_from(UNITS)), draw(st.sampled_from((len(ELEMENTS), 3, 0))))
            for name in EXERCISES[: draw(st.integers(0, 3))]
        },
        waits=sorted(draw(st.sets(st.sampled_from((*ITEMS, *DIALOGUES, *EXERCISES)), max_size=12))),
    )
    return msgspec.structs.replace(data, content_hash=content_hash(data))


def _competencies(count: int, are_observed: bool) -> list[CompetencyData]:
    observed = ["integrity-12", "EDU1"] if are_observed else []
    return [CompetencyData(id=name, observed_by=observed) for name in COMPETENCIES[:count]]


def _item(name: str, kind: dict[str, Any]) -> ItemData:
    return ItemData(hash=item_hash(name), **kind)


def _rating(name: str, unit: str, elements: int) -> RatingData:
    references = {element: 1 + number % 5 for number, element in enumerate(ELEMENTS[:elements])}
    return RatingData(unit=unit, hash=item_hash(name), elements=references)
