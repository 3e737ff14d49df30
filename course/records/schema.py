"""The JSON Schema of a record, made from the types; `competence-record.v1.json` here is its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from course.records.document import Document
from course.records.events import EVENT_TYPES, KnownEvent, UnknownEvent

SCHEMA_FILE = Path(__file__).parent / "competence-record.v1.json"

Schema = dict[str, Any]  # a schema is open by nature


def schema() -> Schema:
    """Return the schema (2020-12) of a record of our own version.

    Keys we do not know are refused outside `extensions` and the body of an event of unknown kind.
    """
    _, parts = msgspec.json.schema_components(
        [Document, KnownEvent, UnknownEvent], ref_template="#/$defs/{name}"
    )
    for part in parts.values():
        part["additionalProperties"] = False
    parts["Document"]["properties"]["events"]["items"] = {"$ref": "#/$defs/Event"}
    parts["UnknownEvent"]["properties"]["type"]["not"] = {"enum": list(EVENT_TYPES)}
    parts["Event"] = {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in _event_names()]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:imr-competence-record:v1",
        "title": "Competence record of an IMR trainer",
        "$ref": "#/$defs/Document",
        "$defs": parts,
    }


def schema_text() -> str:
    """Return the schema as the text that is shipped."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _event_names() -> Iterator[str]:
    yield from (kind.__name__ for kind in EVENT_TYPES.values())
    yield UnknownEvent.__name__
