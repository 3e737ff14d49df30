"""The JSON Schema of a kind of file (draft 7, which editors of YAML know)."""

from __future__ import annotations

from typing import Any

from course.schemas.files import File, shape_of
from course.yaml_reader import asked, findings, texts
from course.yaml_reader.asked import Field, Shape

DRAFT = "http://json-schema.org/draft-07/schema#"
# what is written without quotes may be a number or a yes in YAML, and is read as its letters
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_SAID = {
    texts.MARKDOWN: "A text in Markdown.",
    texts.WORDS: "Words that are shown as they are, without Markdown.",
    texts.REF: "An id or an address.",
}


def json_schema(file: File) -> dict[str, Any]:
    """Return the schema of a file."""
    writing = _Writing()
    shape = writing.mapping(shape_of(file))
    body: dict[str, Any] = {"type": "array", "items": shape} if file.is_list else shape
    shared = {"definitions": writing.definitions} if writing.definitions else {}
    return {"$schema": DRAFT, "title": f"{file.paths}: {file.what}", **body, **shared}


class _Writing:
    """The schema of one file; lists whose entries have types are written once, by the name of the list."""

    def __init__(self) -> None:
        self.definitions: dict[str, dict[str, Any]] = {}

    def mapping(self, shape: Shape) -> dict[str, Any]:
        if shape.by_type:
            return self._of_types(shape)
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {name: self._field(name, entry) for name, entry in shape.fields.items()},
            "additionalProperties": self._field("", shape.any_name) if shape.any_name else False,
        }
        if shape.needed:
            schema["required"] = shape.needed
        return schema

    def _of_types(self, shape: Shape) -> dict[str, Any]:
        """Return the schema of what has types: the type first, and then the fields that go with it."""
        decides = next((one.decides for one in shape.by_type.values() if one.decides), shape.decides)
        is_needed = all(decides in one.needed for one in shape.by_type.values())
        first = next(iter(shape.by_type))
        branches = []
        for name, one in shape.by_type.items():
            condition: dict[str, Any] = {"properties": {decides: {"const": name}}}
            if is_needed or name != first:  # without a type, it is of the first
                condition["required"] = [decides]
            branches.append({"if": condition, "then": self.mapping(one)})
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {decides: {"enum": list(shape.by_type)}},
            "allOf": branches,
        }
        if is_needed:
            schema["required"] = [decides]
        return schema

    def _field(self, name: str, entry: Field) -> dict[str, Any]:
        match entry.kind:
            case asked.MAPPING:
                return self.mapping(entry.shape or Shape())
            case asked.MAPPINGS:
                return self._entries(name, entry.shape or Shape())
            case _:
                return _scalar(entry)

    def _entries(self, name: str, shape: Shape) -> dict[str, Any]:
        schema = {"type": "array", "items": self.mapping(shape)}
        if shape.by_type and self.definitions.setdefault(name, schema) == schema:
            return {"$ref": f"#/definitions/{name}"}
        return schema


def _scalar(entry: Field) -> dict[str, Any]:
    match entry.kind:
        case asked.ID:
            pattern = f"^{findings.ID_PATTERN.pattern}$"
            return {"type": "string", "pattern": pattern, "maxLength": findings.LONGEST_ID}
        case asked.WORD:
            numbers = [int(word) for word in entry.allowed if word.isdecimal()]
            return {"enum": [*entry.allowed, *numbers]}
        case asked.FLAG:
            return {"type": "boolean"}
        case asked.WHOLE:
            return {"type": "integer", "minimum": entry.least, "maximum": entry.most}
        case asked.NUMBER:
            return {"type": "number", "minimum": entry.least, "maximum": entry.most}
        case asked.ONE_OR_MORE:
            one = {**_TEXT, "description": _SAID[texts.REF]}
            return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
        case asked.LIST:
            least = {"minItems": 1} if entry.has_entries else {}
            return {"type": "array", "items": {**_TEXT, "description": _SAID[entry.of]}, **least}
        case _:
            return {**_TEXT, "description": _SAID[entry.kind]}
