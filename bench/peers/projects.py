"""A generated course as the project of each peer."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.peers import dialect, quizzes
from bench.peers.dialect import HUGO, MKDOCS, Dialect
from bench.text import frame
from bench.text.course import SEED, Page, Unit
from bench.text.items import Item

_HERE = Path(__file__).parent
Quizzes = Callable[[tuple[Item, ...]], str]
Files = Iterator[tuple[str, bytes]]


def write_project(name: str, folder: Path, units: list[Unit]) -> None:
    """Write the project of a peer."""
    for path, content in _PROJECTS[name](units):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _material(units: list[Unit]) -> Files:
    yield "mkdocs.yml", (_HERE / "material.yml").read_bytes()
    yield from _documents("docs", units, MKDOCS, quizzes.as_quizzes)


def _zensical(units: list[Unit]) -> Files:
    yield "mkdocs.yml", (_HERE / "zensical.yml").read_bytes()
    yield from _documents("docs", units, MKDOCS, quizzes.as_lists)


def _hugo(units: list[Unit]) -> Files:
    """Give Hugo, which has no theme, a layout with a menu and the contents list of the page."""
    for path in sorted((_HERE / "hugo").rglob("*")):
        if path.is_file():
            yield path.relative_to(_HERE / "hugo").as_posix(), path.read_bytes()
    for path_, content in _documents("content", units, HUGO, quizzes.as_lists):
        is_image = not path_.endswith(".md")
        yield path_.replace("content/", "static/", 1) if is_image else _section(path_), content


def _section(path: str) -> str:
    return path.replace("index.md", "_index.md")


def _documents(root: str, units: list[Unit], written: Dialect, ask: Quizzes) -> Files:
    for path, text in _registers(units):
        yield f"{root}/{path}", text.encode()
    statements = _statements()
    for unit in units:
        yield f"{root}/{unit.folder}/drawing.svg", frame.drawing()
        yield f"{root}/{unit.folder}/photo.png", frame.photo()
        for page in unit.pages:
            yield f"{root}/{unit.folder}/{page.file}", _page(unit, page, written, ask, statements).encode()


def _page(unit: Unit, page: Page, written: Dialect, ask: Quizzes, statements: dict[str, str]) -> str:
    exercises = {one["id"]: one for one in unit.exercises}
    (form,) = frame.forms()

    def placed(kind: str, name: str) -> str:
        if kind == "quiz":
            return ask(page.items)
        if kind == "question":
            return ""  # a peer asks all questions of a page in one place
        if kind == "form":
            return "\n\n".join((f"**{form['title']}**", form["use"]))
        if kind == "confidence":
            return "\n".join(f"- {statements[each]}" for each in unit.competencies)
        return quizzes.exercise_text(exercises[name])

    text = dialect.translate(page.text, unit.folder, written, placed)
    around = [page.head.get(name) for name in ("summary", "remember", "do")]
    goals = [f"- {goal['text']}" for goal in page.head.get("objectives", ())]
    blocks = [
        f"---\ntitle: {page.head['title']}\n---",
        f"# {page.head['title']}",
        "\n".join(goals),
        text,
        *around,
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _registers(units: list[Unit]) -> Iterator[tuple[str, str]]:
    chance = random.Random(f"{SEED}/frame")
    competencies = frame.competencies(chance)["competencies"]
    people = frame.cast(chance)["members"]
    terms = frame.glossary(chance)
    yield "index.md", "# A generated course\n\nA course that was generated to measure with.\n"
    yield "competencies.md", _register("Competencies", competencies, "title", "statement")
    yield "people.md", _register("People", people, "name", "life")
    yield "glossary.md", _register("Glossary", terms, "term", "text")
    yield "references.md", _register("References", frame.references(), "short", "title")


def _register(title: str, entries: list[dict[str, Any]], name: str, text: str) -> str:
    shown = (f"## {entry[name]} {{#{entry['id'].lower()}}}\n\n{entry[text]}" for entry in entries)
    return "\n\n".join([f"# {title}", *shown]) + "\n"


def _statements() -> dict[str, str]:
    entries = frame.competencies(random.Random(f"{SEED}/frame"))["competencies"]
    return {entry["id"]: entry["statement"] for entry in entries}


_PROJECTS = {"material": _material, "zensical": _zensical, "hugo": _hugo}
