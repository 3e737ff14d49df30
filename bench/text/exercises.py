"""One dialogue, one rating exercise and one written reply for a unit, as their files hold them."""

from __future__ import annotations

import random
from typing import Any

from bench.text import words

Fields = dict[str, Any]

_EFFECTS = ("helps", "helps", "neutral", "harms")
_PRINCIPLES = ("educational", "motivational", "cognitive-behavioural")


def _head(kind: str, name: str, unit: str, chance: random.Random) -> Fields:
    fields = {"type": kind, "id": name, "title": words.title(chance), "unit": unit}
    return fields | {"minutes": 4, "sources": ["source-1"]}


def dialogue(unit: str, section: str, competencies: list[str], chance: random.Random) -> Fields:
    """Make a talk of five turns; two replies of each help, so there are many good ways."""
    names = [f"turn-{n}" for n in range(1, 6)]
    turns: list[Fields] = [
        {
            "id": name,
            "line": words.paragraph(chance, 2),
            "competencies": competencies[:2],
            "section": section,
            "replies": _replies(following, chance, "badly" if following == "well" else following),
        }
        for name, following in zip(names, [*names[1:], "well"], strict=True)
    ]
    endings = [
        {"id": name, "title": words.title(chance), "text": words.paragraph(chance)}
        for name in ("well", "badly")
    ]
    head = _head("dialogue", f"{unit}-dialogue", unit, chance)
    return head | {"with": "kofi", "scene": words.paragraph(chance), "turns": turns, "endings": endings}


def _replies(following: str, chance: random.Random, after_harm: str) -> list[Fields]:
    return [
        {
            "id": "abcd"[n],
            "text": text,
            "technique": "open question",
            "principle": chance.choice(_PRINCIPLES),
            "effect": _EFFECTS[n],
            "reaction": words.sentence(chance),
            "feedback": words.sentence(chance),
            "better": words.option(chance),
            "next": after_harm if _EFFECTS[n] == "harms" else following,
        }
        for n, text in enumerate(words.distinct_options(chance, 4))
    ]


def rating(unit: str, competencies: list[str], chance: random.Random) -> Fields:
    """Make a short session in writing and ten elements to rate."""
    lines: list[Fields] = [{"scene": words.sentence(chance)}]
    lines += [{"who": chance.choice(("nadia", "kofi")), "says": words.sentence(chance)} for _ in range(12)]
    elements = [
        {
            "id": f"element-{n}",
            "name": words.title(chance),
            "competencies": [competencies[n % len(competencies)]],
            "look_for": words.sentence(chance),
            "reference": n % 5 + 1,
            "reason": words.sentence(chance),
        }
        for n in range(10)
    ]
    head = _head("rating", f"{unit}-rating", unit, chance)
    return head | {"scene": words.paragraph(chance), "excerpt": lines, "elements": elements}


def demonstration(unit: str, competencies: list[str], chance: random.Random) -> Fields:
    """Make a talk in which every line of the trainer has a note; one is a slip."""
    lines: list[Fields] = [{"scene": words.sentence(chance)}]
    for n in range(1, 5):
        note: Fields = {
            "id": f"note-{n}",
            "technique": "open question",
            "principle": chance.choice(_PRINCIPLES),
            "why": words.sentence(chance),
        }
        if n == 4:
            note |= {"slip": True, "better": words.option(chance)}
        lines.append({"who": "nadia", "says": words.sentence(chance), "note": note})
        lines.append({"who": "kofi", "says": words.sentence(chance)})
    head = _head("demonstration", f"{unit}-demonstration", unit, chance)
    return head | {
        "competencies": competencies[:1],
        "technique": "open question",
        "principle": "educational",
        "rule": words.sentence(chance),
        "watch_for": list(words.distinct_options(chance, 2)),
        "scene": words.paragraph(chance),
        "lines": lines,
    }


def written_reply(unit: str, section: str, competencies: list[str], chance: random.Random) -> Fields:
    """Make a moment to answer in one's own words."""
    points = [{"id": f"point-{n}", "text": text} for n, text in enumerate(words.distinct_options(chance, 3))]
    question = words.filled("What do you say to the {who} about the {thing}?", chance)
    return _head("written-reply", f"{unit}-reply", unit, chance) | {
        "competencies": competencies[:1],
        "section": section,
        "prompt": f"{words.paragraph(chance, 3)}\n{question}",
        "model": words.paragraph(chance, 2),
        "points": points,
    }
