"""A small course to judge responses by: two competencies, two units, and items of every kind."""

from __future__ import annotations

from typing import Any

import msgspec

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

JUDGE_ITEMS = tuple(f"judge-{number:02}" for number in range(1, 21))
KNOW_ITEMS = ("know-1", "know-2", "know-3")
CASE_ITEMS = tuple(f"of-case-{number:02}" for number in range(1, 19))


def course_made(**changes: Any) -> CourseData:
    """Return the course: odd judge items stand in unit `asking`, even ones in `planning`.

    Three case items each share a case; odd cases stand in a unit of their own.
    """
    items = {name: _item(name, Level.JUDGE, number) for number, name in enumerate(JUDGE_ITEMS)}
    items |= {name: _item(name, Level.KNOW, number) for number, name in enumerate(KNOW_ITEMS)}
    items |= {name: _of_case(name, number // 3) for number, name in enumerate(CASE_ITEMS)}
    items["plan-1"] = _item("plan-1", Level.PLAN, 0)
    items["safe-1"] = ItemData(
        hash=item_hash("safe-1"), competencies=["EDU1", "SAF1"], level=Level.JUDGE, unit="asking", harm=True
    )
    data = CourseData(
        id=COURSE,
        version="0.1.0",
        content_hash="",
        cut_milli=800,
        competencies=[
            CompetencyData(id="EDU1", observed_by=["integrity-12"]),
            CompetencyData(id="SAF1", observed_by=[]),
        ],
        units=[UnitData(id="asking", minutes=20), UnitData(id="planning", minutes=25)],
        items=items,
        dialogues={
            "first-talk": DialogueData(
                unit="planning",
                nodes={name: NodeData(hash=item_hash(name)) for name in ("opening", "middle", "end")},
            )
        },
        ratings={
            "first-look": RatingData(
                unit="planning", hash=item_hash("first-look"), elements={"agenda": 3, "home-practice": 2}
            )
        },
    )
    data = msgspec.structs.replace(data, **changes)
    return msgspec.structs.replace(data, content_hash=content_hash(data))


def _of_case(name: str, case: int) -> ItemData:
    unit = ("asking", "cases")[case % 2]
    return msgspec.structs.replace(_item(name, Level.JUDGE, case), unit=unit, cluster=f"case-{case}")


def _item(name: str, level: Level, number: int) -> ItemData:
    unit = ("asking", "planning")[number % 2]
    return ItemData(hash=item_hash(name), competencies=["EDU1"], level=level, unit=unit, harm=False)
