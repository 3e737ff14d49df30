"""What a course has beside its lessons: outline, competencies, sources, people, glossary, pictures."""

from __future__ import annotations

import random
import struct
import zlib
from typing import Any

from bench.text import words
from bench.text.lessons import SOURCES

COMPETENCIES = [f"TST{n}" for n in range(1, 21)]
PARTS = 5


def outline(name: str, units: list[tuple[str, str, str]]) -> dict[str, Any]:
    """Return `course.yml`; a unit is its part, id and title."""
    parts = dict.fromkeys(part for part, _, _ in units)
    return {
        "id": name,
        "title": "A generated course",
        "version": "0.1.0",
        "language": "en",
        "summary": "A course that was generated to measure with.",
        "claims": "It claims nothing.",
        # eight ways to build a sentence cannot open a hundred feedbacks in different ways
        "severity": {"same-opening": "off"},
        "parts": [
            {
                "id": part,
                "title": part.capitalize().replace("-", " "),
                "summary": "What its units have in common is how they were made.",
                "units": [
                    {"id": unit, "title": title, "competencies": COMPETENCIES[:1]}
                    for of, unit, title in units
                    if of == part
                ],
            }
            for part in parts
        ],
    }


def competencies(chance: random.Random) -> dict[str, Any]:
    """Return `competencies.yml`."""
    levels = ("foundation", "competent", "expert")
    entries = [
        {
            "id": name,
            "title": words.title(chance),
            "group": f"group-{n % 4 + 1}",
            "priority": "ABC"[n % 3],
            "strand": ("judgement", "knowledge")[n % 2],
            "statement": words.sentence(chance),
            "levels": {level: words.sentence(chance) for level in levels},
            "sources": ["source-1"],
        }
        for n, name in enumerate(COMPETENCIES)
    ]
    groups = [{"id": f"group-{n}", "title": words.title(chance)} for n in range(1, 5)]
    return {"groups": groups, "competencies": entries}


def references() -> list[dict[str, Any]]:
    return [
        {
            "id": f"source-{n}",
            "short": f"Source {1990 + n}",
            "year": f"{1990 + n}",
            "title": f"A source, number {n}",
        }
        for n in range(1, SOURCES + 1)
    ]


def cast(chance: random.Random) -> dict[str, Any]:
    people = (("nadia", "Nadia Haddad", "trainer"), ("kofi", "Kofi Mensah", "participant"))
    members = [
        {
            "id": name,
            "name": full,
            "role": role,
            "age": 41,
            "life": words.sentence(chance),
            "strengths": ["listens"],
        }
        for name, full, role in people
    ]
    return {"introduction": "The people in the examples are invented.", "members": members}


def forms() -> list[dict[str, Any]]:
    """Return the one form, which lessons show."""
    return [
        {
            "id": "action-plan",
            "artefact": "action-plan",
            "use": "At the end of each session.",
            "title": "Action plan",
        }
    ]


def glossary(chance: random.Random) -> list[dict[str, Any]]:
    return [
        {"id": thing.replace(" ", "-"), "term": thing.capitalize(), "text": words.sentence(chance)}
        for thing in words.LISTS["thing"]
    ]


def drawing() -> bytes:
    """Return a small SVG that follows the colour of the text."""
    boxes = "".join(f'<rect x="10" y="{10 + 60 * n}" width="180" height="40" rx="6"/>' for n in range(4))
    lines = "".join(f'<path d="M100 {50 + 60 * n} V{70 + 60 * n}"/>' for n in range(3))
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 240">'
    return f'{head}<g fill="none" stroke="currentColor">{boxes}{lines}</g></svg>\n'.encode()


def photo(width: int = 64, height: int = 48) -> bytes:
    """Return a PNG: a grey slope."""
    rows = b"".join(b"\0" + bytes((x + y) % 256 for x in range(width)) for y in range(height))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts
