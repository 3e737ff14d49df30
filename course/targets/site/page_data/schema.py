"""The JSON Schema of page data, made from the structs; `page-data.schema.json` here is its text."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from typing import Any

import msgspec

from course.records.course_keys import Key
from course.targets.site.page_data import PageData
from course.targets.site.page_data.graph import Graph, Step
from course.targets.site.page_data.on_page import CourseOnPage

SCHEMA_FILE = Path(__file__).parent / "page-data.schema.json"

_SNAKE = re.compile(r"(?<=\w)_(\w)")

Schema = dict[str, Any]  # a schema is open by nature


def schema() -> Schema:
    """Return the schema (2020-12) of `window.imr`; what else pages carry is among its `$defs`."""
    (_, key, step, *_), parts = msgspec.json.schema_components(
        [PageData, Key, Step, Graph, CourseOnPage], ref_template="#/$defs/{name}"
    )
    parts |= {"Key": key, "Step": step}
    # the names of unions and tuples are lost on the way
    parts["Graph"]["properties"]["goodPaths"]["items"]["items"] = {"$ref": "#/$defs/Step"}
    for part in parts.values():
        if "description" in part:
            part["description"] = _in_json(part["description"])
    root = parts.pop("PageData")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **root, "$defs": parts}


def schema_text() -> str:
    """Return the schema as the text that is kept."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _in_json(docstring: str) -> str:
    """Return a docstring with the names that fields have in JSON."""
    return _SNAKE.sub(lambda sign: sign[1].upper(), inspect.cleandoc(docstring))
