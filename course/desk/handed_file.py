"""What is handed over as a file: a document with its format, the course that it belongs to, and a digest.

The browser has the same rules in `site_templates/runtime/desk/handed_file.ts`, and reads what this writes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from course.records.canonical import Json
from course.records.hashing import integrity_of

_VERSION = "1.0.0"


def to_handed_file(form: str, course: str, body: Mapping[str, Json]) -> str:
    """Return the text of a file that hands over `body`."""
    document: dict[str, Json] = {"format": form, "schemaVersion": _VERSION, "course": {"id": course}, **body}
    whole = {**document, "integrity": integrity_of(document)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
