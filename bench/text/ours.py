"""A generated course as a course folder of ours."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.text import frame
from bench.text.course import OBJECTIVES, SEED, Page, Unit, make_units
from bench.text.items import Item
from bench.text.lessons import ANCHOR

# PyYAML was built without it here and there; then writing takes longer
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_LEVELS = ("know", "judge", "plan")


def write_course(folder: Path, lessons: int, items: int = 8, seed: int = SEED) -> list[Unit]:
    """Write a course of so many lessons, and return its units."""
    units = make_units(lessons, items, seed)
    for path, content in _files(f"generated-{lessons}", units, seed):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return units


def _files(name: str, units: list[Unit], seed: int) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(f"{seed}/frame")
    yield "content/course.yml", _yaml(frame.outline(name, [(u.part, u.id, u.title) for u in units]))
    yield "content/competencies.yml", _yaml(frame.competencies(chance))
    yield "content/references.yml", _yaml(frame.references())
    yield "content/cast.yml", _yaml(frame.cast(chance))
    yield "content/glossary.yml", _yaml(frame.glossary(chance))
    yield "content/forms/forms.yml", _yaml(frame.forms())
    for unit in units:
        yield from _unit_files(unit)


def _unit_files(unit: Unit) -> Iterator[tuple[str, bytes]]:
    yield f"content/{unit.folder}/drawing.svg", frame.drawing()
    yield f"content/{unit.folder}/photo.png", frame.photo()
    for page in unit.pages:
        head = _yaml(page.head).decode()
        yield f"content/{unit.folder}/{page.file}", f"---\n{head}---\n\n{page.text}".encode()
        if page.items:
            yield f"quizzes/{unit.folder}/{page.id}-bank.yml", _yaml(_bank(unit, page))
    for exercise in unit.exercises:
        yield f"quizzes/{unit.folder}/{exercise['id']}.yml", _yaml(exercise)


def _bank(unit: Unit, page: Page) -> dict[str, Any]:
    entries = []
    for number, item in enumerate(page.items):
        fields = _item(unit, page, item, number)
        entries.append(_case(fields, item.frame) if item.frame else fields)
    return {"id": f"{page.id}-bank", "title": page.head["title"], "unit": unit.id, "items": entries}


def _case(fields: dict[str, Any], framing: tuple[str, str]) -> dict[str, Any]:
    title, vignette = framing
    return {
        "id": f"{fields['id']}-case",
        "type": "case",
        "title": title,
        "vignette": vignette,
        "items": [fields],
    }


def _item(unit: Unit, page: Page, item: Item, number: int) -> dict[str, Any]:
    place = int(page.file[:2]) * 8 + number
    return {
        "id": item.id,
        "type": item.type,
        "competencies": [unit.competencies[place % len(unit.competencies)]],
        "objective": f"{unit.id}-goal-{number % OBJECTIVES + 1}",
        "level": _LEVELS[number % len(_LEVELS)],
        "section": f"{page.id}#{ANCHOR}",
        "sources": ["source-1"],
        **({"harm": True} if number == 5 else {}),
        "prompt": item.prompt,
        **item.fields,
        **({"explanation": item.choices[0].feedback} if number == 3 else {}),
    }


def _yaml(value: Any) -> bytes:
    text: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    return text.encode()
