"""A generated course as values: units with their pages, questions and exercises."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from bench.text import exercises, frame, words
from bench.text.items import Item, make_items
from bench.text.lessons import ANCHOR, Around, lesson_text

SEED = 20260101
PER_UNIT = 10
OBJECTIVES = 3


@dataclass(frozen=True)
class Page:
    """A lesson: its file below the unit, what its front matter says, its text and its questions."""

    file: str
    id: str
    head: dict[str, Any]
    text: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Unit:
    """A unit: its first page opens it, `exercises` are what is placed in its lessons."""

    part: str
    id: str
    title: str
    competencies: list[str]
    pages: tuple[Page, ...]
    exercises: tuple[dict[str, Any], ...]

    @property
    def folder(self) -> str:
        return f"{self.part}/{self.id}"


def make_units(lessons: int, items: int = 8, seed: int = SEED) -> list[Unit]:
    """Make the units of a course with so many lessons, ten in each unit but the last."""
    count = -(-lessons // PER_UNIT)
    return [_unit(n, min(PER_UNIT, lessons - n * PER_UNIT), items, seed) for n in range(count)]


def _unit(number: int, lessons: int, items: int, seed: int) -> Unit:
    # a chance of its own for each unit: courses of any size begin alike
    chance = random.Random(f"{seed}/{number}")
    name, part = _unit_id(number), _part(number)
    title, names = words.title(chance), _competencies(number)
    pages = [_page(name, number, n, lessons, items, chance) for n in range(1, lessons + 1)]
    section = f"{pages[0].id}#{ANCHOR}"
    made = (
        exercises.dialogue(name, section, names, chance),
        exercises.rating(name, names, chance),
        exercises.written_reply(name, section, names, chance),
    )
    placed = (*made[:lessons], exercises.demonstration(name, names, chance))
    return Unit(part, name, title, names, (_first_page(name, title, number, chance), *pages), placed)


def _unit_id(number: int) -> str:
    return f"unit-{number + 1:03}"


def _part(number: int) -> str:
    return f"part-{number % frame.PARTS + 1}"


def _competencies(number: int) -> list[str]:
    """Return what a unit asks about: the first about everything, so that a small course lacks nothing."""
    if number == 0:
        return frame.COMPETENCIES
    start = number * 4 % len(frame.COMPETENCIES)
    return frame.COMPETENCIES[start : start + 4]


def _first_page(name: str, title: str, number: int, chance: random.Random) -> Page:
    names = _competencies(number)
    objectives = [
        {"id": f"{name}-goal-{n + 1}", "text": words.sentence(chance), "competencies": names[n::OBJECTIVES]}
        for n in range(OBJECTIVES)
    ]
    head = {
        "id": name,
        "title": title,
        "kind": "module",
        "summary": words.sentence(chance),
        "objectives": objectives,
        "prerequisites": [_unit_id(number - 1)] if number else [],
        "review": "draft",
        "sources": ["source-1"],
    }
    text = f"## {words.title(chance)}\n\n{words.paragraph(chance)}\n\n::: confidence before\n:::\n"
    return Page("index.md", name, head, text)


def _page(unit: str, number: int, n: int, of: int, items: int, chance: random.Random) -> Page:
    name = f"{unit}-{n:02}"
    places = [f"question {name}-bank-1", f"quiz {name}-bank"]
    if n in _EXERCISES:
        places.append(_EXERCISES[n].format(unit))
    if n == 1:
        places.append(f"demonstration {unit}-demonstration")
    if n == of:
        places.append("confidence after")
    links = [f"{n % of + 1:02}-lesson.md", f"../../{_part(number - 1)}/{_unit_id(number - 1)}/01-lesson.md"]
    around = Around(name, links if number else links[:1], places)
    head = {
        "id": name,
        "title": words.title(chance),
        "remember": words.sentence(chance),
        "do": words.sentence(chance),
    }
    text = lesson_text(around, chance)
    return Page(f"{n:02}-lesson.md", name, head, text, tuple(make_items(f"{name}-bank", items, chance)))


_EXERCISES = {1: "dialogue {}-dialogue", 2: "rating {}-rating", 3: "written-reply {}-reply"}
