"""A lesson in our dialect: every construct of it, about a thousand words."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.text import words

WORDS = 1000
ANCHOR = "first-look"  # the heading that items and links name
SOURCES = 12


@dataclass(frozen=True)
class Around:
    """What a lesson links to and places: files of other lessons, and what it holds."""

    name: str
    links: Sequence[str]
    places: Sequence[str]


def lesson_text(around: Around, chance: random.Random) -> str:
    """Return the text below the front matter."""
    blocks = [*_opening(around, chance), *_boxes(around.name, chance), *_lists(chance), *_facts(chance)]
    end = ["## Check yourself {#check}", *(f"::: {place}\n:::" for place in around.places)]
    missing = WORDS - len(" ".join(blocks).split())
    while missing > 0:
        more = words.paragraph(chance, 5)
        blocks.append(more)
        missing -= len(more.split())
    return "\n\n".join([*blocks, *end]) + "\n"


def cited(chance: random.Random) -> str:
    """Return a citation, with a page or a second source now and then."""
    one, other = chance.sample(range(1, SOURCES + 1), 2)
    form = chance.choice(("[@source-{0}]", "[@source-{0}, p. {2}]", "[@source-{0}, p. {2}; @source-{1}]"))
    return form.format(one, other, chance.randrange(3, 300))


def _opening(around: Around, chance: random.Random) -> Iterator[str]:
    yield f"## {words.title(chance)} {{#{ANCHOR}}}"
    known = f"What the `{chance.choice(words.LISTS['thing'])}` is for is known {cited(chance)}."
    yield f"{words.paragraph(chance)}\n{known}"
    yield f"{words.paragraph(chance)}[^1]"
    yield f"[^1]: {words.sentence(chance)}"
    for link in around.links:
        again = f"Read [{words.title(chance)}]({link}#{ANCHOR}) again {cited(chance)}."
        yield f"{words.paragraph(chance, 3)}\n{again}"
    yield f"## {words.title(chance)}"
    yield f"![{words.sentence(chance)}](drawing.svg)"
    yield f"![{words.sentence(chance)}](photo.png)"
    yield _table(chance)


def _table(chance: random.Random) -> str:
    rows = [f"| {words.title(chance)} | {words.sentence(chance)} | {n} |" for n in range(1, 5)]
    return "\n".join(["| What | How | Week |", "|---|---|---:|", *rows])


def _boxes(name: str, chance: random.Random) -> Iterator[str]:
    yield f"## {words.title(chance)}"
    yield f"::: vignette kofi, nadia: {words.title(chance)}\n{words.paragraph(chance, 5)}\n:::"
    yield f"::: say nadia: on {chance.choice(words.LISTS['time'])}\n{words.paragraph(chance, 2)}\n:::"
    yield f"::: pitfall {words.title(chance)}\n{words.paragraph(chance, 3)}\n:::"
    said = f"::: say kofi\n{words.sentence(chance)}\n:::"
    yield f":::: rehearsal {name}-try: {words.title(chance)}\n{words.paragraph(chance, 2)}\n\n{said}\n::::"
    ticks = "\n".join(f"- {line}" for line in words.sentences(chance, 4))
    fields = {"title": words.title(chance), "who": "Kofi", "what": words.sentence(chance), "confidence": 7}
    written = "\n".join(f"{key}: {json.dumps(value)}" for key, value in fields.items())
    yield f"::: artefact action-plan\n{written}\n:::"
    yield "::: form action-plan\n:::"
    yield f"::: checklist {name}-list: {words.title(chance)}\n{ticks}\n:::"


def _lists(chance: random.Random) -> Iterator[str]:
    yield f"### {words.title(chance)}"
    yield words.paragraph(chance, 3)
    yield "\n".join(f"- {line}\n    - {words.sentence(chance)}" for line in words.sentences(chance, 3))
    yield "\n".join(f"{n}. {line}" for n, line in enumerate(words.sentences(chance, 4), start=1))
    yield "\n".join(f"> {line}" for line in words.sentences(chance, 2))


def _facts(chance: random.Random) -> Iterator[str]:
    yield f"## {words.title(chance)}"
    for _ in range(3):
        yield f"{words.title(chance)}\n:   {words.sentence(chance)}"
    yield "\n".join(["```", *words.sentences(chance, 2), "```"])
    yield f"{words.sentence(chance)}  \nA line of its own, with <https://example.org/> and a \\* sign."
