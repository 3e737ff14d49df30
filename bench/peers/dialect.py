"""Lessons of ours in the dialects of the peers: the same words, boxes as each of them has boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_CITATION = re.compile(r"\[@([^\]\n]+)\]")
_OPENING = re.compile(r"^:{3,} (\S+) (.+)$")
_CLOSING = re.compile(r"^:{3,}$")
_FILE_LINK = re.compile(r"\]\(([^():]+\.md(?:#[\w-]+)?)\)")
_IMAGE = re.compile(r"(!\[[^\]]*\]\()([\w-]+\.(?:svg|png)\))")
PLACES = ("form", "quiz", "question", "dialogue", "rating", "written-reply", "demonstration", "confidence")


@dataclass(frozen=True)
class Dialect:
    """How a peer writes what is not common Markdown."""

    open_box: Callable[[str, str], str]
    indent: str
    link: Callable[[str], str]
    image: Callable[[str, str], str]


def _admonition(kind: str, title: str) -> str:
    return f'!!! {_KINDS[kind]} "{title}"\n'


_KINDS = {
    "vignette": "example",
    "say": "quote",
    "pitfall": "warning",
    "rehearsal": "tip",
    "checklist": "success",
    "artefact": "abstract",
}

MKDOCS = Dialect(_admonition, "    ", lambda path: path, lambda folder, name: name)
HUGO = Dialect(
    lambda kind, title: f"> **{title}**\n>",
    "> ",
    lambda path: f'{{{{< relref "{path.replace("index.md", "_index.md")}" >}}}}',
    lambda folder, name: f"/{folder}/{name}",
)


def translate(text: str, folder: str, dialect: Dialect, placed: Callable[[str, str], str]) -> str:
    """Translate a lesson; `placed` gives the text of what a place such as a quiz stands for."""
    return "\n".join(_lines(text, folder, dialect, placed)) + "\n"


def _lines(text: str, folder: str, dialect: Dialect, placed: Callable[[str, str], str]) -> Iterator[str]:
    depth, is_place = 0, False
    for line in text.splitlines():
        opening = _OPENING.match(line)
        if opening and opening[1] in PLACES:
            is_place = True
            yield placed(opening[1], opening[2])
        elif opening:
            yield _indented(dialect.open_box(opening[1], box_title(opening[1], opening[2])), depth, dialect)
            depth += 1
        elif _CLOSING.match(line):
            depth -= not is_place
            is_place = False
        else:
            yield _indented(words(line, folder, dialect), depth, dialect)


def _indented(block: str, depth: int, dialect: Dialect) -> str:
    return "\n".join((dialect.indent * depth + line).rstrip() for line in block.split("\n"))


def words(line: str, folder: str, dialect: Dialect) -> str:
    """Translate citations, links and images of a line."""
    line = _CITATION.sub(lambda found: _citation(found[1], dialect), line)
    line = _FILE_LINK.sub(lambda found: f"]({dialect.link(found[1])})", line)
    return _IMAGE.sub(lambda found: f"{found[1]}{dialect.image(folder, found[2][:-1])})", line)


def _citation(inside: str, dialect: Dialect) -> str:
    parts = [part.strip().removeprefix("@").partition(",") for part in inside.split(";")]
    shown = (f"[{key}{comma}{rest}](../../references.md#{key})" for key, comma, rest in parts)
    return f"({'; '.join(shown)})"


def box_title(kind: str, argument: str) -> str:
    """Return the title of a box, as our site shows it."""
    before, _, after = (part.strip() for part in argument.partition(":"))
    match kind:
        case "pitfall" | "artefact":
            return argument
        case "say":
            return ", ".join(filter(None, (before.capitalize(), after)))
        case _:
            return after
