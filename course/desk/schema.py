"""The JSON Schema of a desk's file, made from the types; `supervisor-desk.v1.json` here is its text."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import msgspec

from course.desk.document import Desk

SCHEMA_FILE = Path(__file__).parent / "supervisor-desk.v1.json"

Schema = dict[str, Any]  # a schema is open by nature


def schema() -> Schema:
    """Return the schema (2020-12) of a desk's file of our own version."""
    _, parts = msgspec.json.schema_components([Desk], ref_template="#/$defs/{name}")
    for part in parts.values():
        part["additionalProperties"] = False
        if "description" in part:
            part["description"] = inspect.cleandoc(part["description"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:imr-supervisor-desk:v1",
        "title": "Desk of an IMR supervisor",
        "$ref": "#/$defs/Desk",
        "$defs": parts,
    }


def schema_text() -> str:
    """Return the schema as the text that is shipped."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
