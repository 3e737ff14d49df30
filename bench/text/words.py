"""Sentences that read like a lesson and mean little: drawn from word lists by a seeded chance."""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

_FRAMES = (
    "On {time} the {who} {deed} the {quality} {thing} in the {place}.",
    "The {quality} {thing} helps when the {who} {deed} it before {time}.",
    "A {who} who {deed} the {thing} has a {quality} week.",
    "In the {place}, one {quality} {thing} says more than a {quality} speech.",
    "After {time} the group {deed} the {thing}, and the {who} listens.",
    "Nobody hurries the {who}; the {thing} stays {quality} until {time}.",
    "First comes the {thing}, then a {quality} look at the {place}.",
    "The {who} keeps a {quality} {thing} beside the door of the {place}.",
)
LISTS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text())


def filled(frame: str, chance: random.Random) -> str:
    """Fill the slots of a frame, each with a word of its list that does not stand in the frame yet."""
    used: set[str] = set()

    def word(slot: re.Match[str]) -> str:
        found = chance.choice([each for each in LISTS[slot[1]] if each not in used])
        used.add(found)
        return found

    return re.sub(r"\{(\w+)\}", word, frame)


def sentence(chance: random.Random) -> str:
    return filled(chance.choice(_FRAMES), chance)


def sentences(chance: random.Random, count: int) -> list[str]:
    return [sentence(chance) for _ in range(count)]


def paragraph(chance: random.Random, count: int = 4) -> str:
    """Return a paragraph with one sentence per line, some words of it emphasised."""
    lines = sentences(chance, count)
    place = chance.randrange(count)
    words = lines[place].split()
    number = chance.randrange(1, len(words) - 1)
    mark = chance.choice(("*", "**"))
    words[number] = f"{mark}{words[number].rstrip(',;')}{mark}"
    lines[place] = " ".join(words)
    return "\n".join(lines)


def option(chance: random.Random) -> str:
    """Return what one might do, in about six words."""
    return filled("{act} the {matter} and the {matter} {manner}.", chance)


def distinct_options(chance: random.Random, count: int) -> list[str]:
    """Return options that share few words."""
    acts, matters = chance.sample(LISTS["act"], count), chance.sample(LISTS["matter"], 2 * count)
    manners = chance.sample(LISTS["manner"], count)
    return [
        f"{act} the {matters[2 * n]} and the {matters[2 * n + 1]} {manners[n]}." for n, act in enumerate(acts)
    ]


def title(chance: random.Random) -> str:
    return filled("{quality} {thing}", chance).capitalize()
