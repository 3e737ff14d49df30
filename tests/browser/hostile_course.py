"""A course that holds an injected script in every text that an author or a host can write.

The texts are found by the readers' own lists of fields (`course/schemas`), so a new field is among them.
"""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from course import sample
from course.diagnostics import Diagnostic
from course.markdown_reader import read_text
from course.schemas import FILES, shape_of
from course.source import Source, Text
from course.yaml_reader import asked, texts
from course.yaml_reader.asked import Field, Shape
from tests.browser.injected import payloads

# a reader refuses signs that nobody can see, with a finding
SHOWN = [payload for payload in payloads() if payload.isprintable()]
IN_EACH = 3  # of them in one text
EVERY_FIELD = Path(__file__).parent / "every_field"
# conditions and marks, which are words of a closed set, and what only authors read
_NOT_SHOWN = re.compile(r"^quizzes:dialogue\..*\bwhen$|\.people\.marks$|\.accept\.…$")
# of two fields that exclude each other, a text is added to neither
_NOT_ADDED = re.compile(r"^quizzes:.*(\.scene|\.says|replies\.text|excerpt\.who|lines\.who)$")
# a line has one cell for each column beside its own
_ONE_ENTRY = re.compile(r"own-form\.lines\.cells$")
# ids and addresses that may be any text
_FREE = re.compile(r"^course\.version$|\.phone$")
_SPEAKER = re.compile(r"^quizzes:.*\.who$")
_TEXTS = (texts.MARKDOWN, texts.WORDS)
_REFS = (texts.REF, asked.ID, asked.ONE_OR_MORE)
Way = tuple[str | int, ...]  # the names and places that lead to a value


class Texts:
    """Texts of several payloads each, all of them over and over; remembers the fields that got one."""

    def __init__(self, start: int = 0) -> None:
        self._next = cycle(SHOWN[start:] + SHOWN[:start])
        self._ways = cycle(_WAYS)
        self.fields: set[str] = set()

    def words(self) -> str:
        return " ".join(next(self._next) for _ in range(IN_EACH))

    def markdown(self) -> str:
        return " ".join(next(self._ways)(next(self._next)) for _ in range(IN_EACH))

    def of(self, kind: str, field: str) -> str:
        self.fields.add(field)
        return self.markdown() if kind == texts.MARKDOWN else self.words()


class PlainTexts(Texts):
    """Texts without a payload, where ids and addresses are tried; they are read much faster."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count(1)

    def words(self) -> str:
        return f"Words {next(self._numbers)}"

    def markdown(self) -> str:
        return self.words()


def write(folder: Path, texts: Texts) -> None:
    """Write a course with every kind of file, and payloads in place of all of its texts."""
    list(sample.write("course", folder))
    shutil.copytree(EVERY_FIELD, folder, dirs_exist_ok=True)
    for path in lists(folder):
        name = kind_of(path.relative_to(folder).as_posix())
        written = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
        path.write_text(json.dumps(_filled(written, shape_of(FILES[name]), name, texts)), encoding="utf-8")
    for path in sorted(folder.glob("content/**/*.md")):
        name = kind_of(path.relative_to(folder).as_posix())
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        filled = _filled(yaml.load(front, yaml.CBaseLoader), shape_of(FILES[name]), name, texts)
        path.write_text(f"---\n{json.dumps(filled)}\n---\n{_body(body, texts)}", encoding="utf-8")


def lists(folder: Path) -> list[Path]:
    """Return the files of YAML."""
    written = (
        "content/*.yml",
        "content/forms/*.yml",
        "content/observation/*.yml",
        "quizzes/**/*.yml",
        "organisation.yml",
    )
    return sorted(path for glob in written for path in folder.glob(glob))


def is_free(field: str) -> bool:
    """Say whether an id or address may be any text; it is tried like one."""
    return bool(_FREE.search(field))


def text_fields() -> set[str]:
    """Name every field of every file that holds a text which is shown."""
    fields = {field for name, file in FILES.items() for field in _fields(name, shape_of(file))}
    return {field for field in fields if not _NOT_SHOWN.search(field)}


def _fields(path: str, shape: Shape) -> Iterator[str]:
    for name, one in shape.by_type.items():
        yield from _fields(f"{path.rsplit('.', 1)[-1]}:{name}", one)
    named = {**shape.fields, **({"…": shape.any_name} if shape.any_name else {})}
    for name, field in {} if shape.by_type else named.items():
        if _is_text(field):
            yield f"{path}.{name}"
        elif field.shape:
            yield from _fields(f"{path}.{name}", field.shape)


def refs_in(written: Any, shape: Shape, path: str, way: Way = ()) -> Iterator[tuple[Way, str]]:
    """Yield where each id, address or the like is written, and the name of its field."""
    if isinstance(written, list):
        for place, entry in enumerate(written):
            yield from refs_in(entry, shape, path, (*way, place))
    elif shape.by_type:
        one, inner = _of_type(written, shape, path)
        yield from refs_in(written, one, inner, way)
    else:
        for name, field in shape.fields.items():
            if field.shape and name in written:
                yield from refs_in(written[name], field.shape, f"{path}.{name}", (*way, name))
            elif field.kind in _REFS or (field.kind == asked.LIST and field.of == texts.REF):
                yield (*way, name), f"{path}.{name}"


def _of_type(written: Any, shape: Shape, path: str) -> tuple[Shape, str]:
    """Return the shape of what is written by its type, and the name of that shape."""
    decides = next((one.decides for one in shape.by_type.values() if one.decides), shape.decides)
    chosen = written.get(decides, next(iter(shape.by_type)))
    return shape.by_type[chosen], f"{path.rsplit('.', 1)[-1]}:{chosen}"


def _is_text(field: Field) -> bool:
    return field.kind in _TEXTS or (field.kind == asked.LIST and field.of in _TEXTS)


def _filled(written: Any, shape: Shape, path: str, texts: Texts) -> Any:
    """Return what is written with a text in place of each text, and in each field that may hold one."""
    if isinstance(written, list):
        return [_filled(entry, shape, path, texts) for entry in written]
    if shape.by_type:
        one, inner = _of_type(written, shape, path)
        return _filled(written, one, inner, texts)
    filled = dict(written)
    for name, field in shape.fields.items():
        place = f"{path}.{name}"
        if field.shape and name in written:
            filled[name] = _filled(written[name], field.shape, place, texts)
        elif _FREE.search(place):
            filled[name] = texts.words()
        elif _is_text(field) and _is_filled(place, is_written=name in written):
            filled[name] = _text(field, place, texts)
    if shape.any_name and _is_text(shape.any_name):
        filled = {name: texts.of(shape.any_name.kind, f"{path}.…") for name in filled}
    return filled


def _is_filled(path: str, *, is_written: bool) -> bool:
    return not _NOT_SHOWN.search(path) and (is_written or not _NOT_ADDED.search(path))


def _text(field: Field, path: str, texts: Texts) -> str | list[str]:
    if field.kind == asked.LIST:
        return [texts.of(field.of, path) for _ in range(1 if _ONE_ENTRY.search(path) else 2)]
    # a name that begins with a capital is taken as it is
    return f"A {texts.of(field.kind, path)}" if _SPEAKER.search(path) else texts.of(field.kind, path)


def _body(body: str, texts: Texts) -> str:
    """Put texts into the body of a page, each as its place can hold it."""
    made: dict[str, Callable[[], str]] = {
        "TEXT": texts.markdown,
        "WORDS": texts.words,
        "LABEL": lambda: _escaped(texts.words()),
        "CODE": lambda: texts.words().replace("`", " "),
        "CODED": lambda: quote(texts.words()),
        "QUOTED": lambda: texts.words().replace("'", "''"),
    }
    return re.sub("|".join(sorted(made, reverse=True)), lambda found: made[found[0]](), body)


def kind_of(path: str) -> str:
    parts = path.split("/")
    if parts[0] == "quizzes":
        return "quizzes"
    if parts[1:2] == ["forms"]:
        return "forms"
    if parts[1:2] == ["observation"]:
        return "observation"
    if not path.endswith(".md"):
        return parts[-1].removesuffix(".yml")
    return "page" if parts[1] == "pages" else "unit" if parts[-1] == "index.md" else "lesson"


def _escaped(text: str) -> str:
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def _in_backquotes(text: str) -> str:
    return f"`` {text.replace('`', ' ')} ``"


def _as_references(text: str) -> str:
    return "".join(f"&#{ord(sign)};" if not sign.isalnum() else sign for sign in text)


def _as_it_is(text: str) -> str:
    """Return a text as it is where the reader takes it, and else with HTML's own signs replaced."""
    found: list[Diagnostic] = []
    read_text(Text(text, Source("quizzes/a.yml", text).whole()), found.append)
    return _as_references(html.unescape(text)) if found else text


_WAYS: tuple[Callable[[str], str], ...] = (_in_backquotes, _escaped, _as_references, _as_it_is)
