"""The fields of a kind of file as tables of Markdown, for the authors' guide."""

from __future__ import annotations

from collections.abc import Iterator

from course.schemas.files import File, shape_of
from course.yaml_reader import asked, texts
from course.yaml_reader.asked import Field, Shape

_KINDS = {
    texts.MARKDOWN: "Markdown",
    texts.WORDS: "plain words",
    texts.REF: "an id, an address or the like",
    asked.ID: "an id of its own",
    asked.FLAG: "`true` or `false`",
    asked.MAPPING: "fields of its own",
    asked.MAPPINGS: "a list of entries",
}


_HEAD = "| Field | Holds | Needed |\n|---|---|---|\n"


def table(file: File) -> str:
    """Return every field of a file, those of entries behind the name of their list, one table a type."""
    tables: dict[str, str] = {}
    _add_tables("", shape_of(file), tables)
    return "\n".join(f"{title}{rows}" for title, rows in tables.items())


def _add_tables(place: str, shape: Shape, tables: dict[str, str]) -> None:
    for name, one in shape.by_type.items():
        decides = one.decides or shape.decides
        _add_tables(f"{place}`{decides}: {name}`:\n\n", one, tables)
    if shape.by_type:
        return
    if place in tables:  # an artefact, which many entries may show
        return
    tables[place] = _HEAD + "".join(
        f"| `{name}` | {what} | {needed} |\n" for name, what, needed in _fields(shape, "")
    )
    for name, inner in _lists_of_types(shape):
        _add_tables(f"An entry of `{name}` with ", inner, tables)


def _lists_of_types(shape: Shape) -> Iterator[tuple[str, Shape]]:
    for name, entry in shape.fields.items():
        if entry.shape and entry.shape.by_type:
            yield name, entry.shape
        elif entry.shape:
            yield from _lists_of_types(entry.shape)


def _fields(shape: Shape, before: str) -> Iterator[tuple[str, str, str]]:
    needed = shape.needed
    for name, entry in shape.fields.items():
        yield f"{before}{name}", _holds(entry), "yes" if name in needed else ""
        if entry.shape and not entry.shape.by_type:
            yield from _fields(entry.shape, f"{before}{name}.")
    if shape.any_name:
        yield f"{before}…", _holds(shape.any_name), ""


def _holds(entry: Field) -> str:
    match entry.kind:
        case asked.WORD:
            return " or ".join(f"`{word}`" for word in entry.allowed)
        case asked.WHOLE:
            return f"a whole number from {entry.least} to {entry.most}"
        case asked.NUMBER:
            return f"a number from {entry.least} to {entry.most}"
        case asked.ONE_OR_MORE:
            return f"{_KINDS[texts.REF]}, or a list of them"
        case asked.LIST:
            return f"a list: {_KINDS[entry.of]}"
        case asked.MAPPINGS if entry.shape and entry.shape.by_type:
            kinds = ", ".join(f"`{name}`" for name in entry.shape.by_type)
            return f"a list of entries, each one of {kinds}"
        case _:
            return _KINDS[entry.kind]
