"""`content/references.yml`: every source once."""

from __future__ import annotations

from course.model.framework import Reference
from course.reading.folder import Folder, value
from course.yaml_reader import Mapping

PATH = "content/references.yml"


def read(folder: Folder) -> tuple[Reference, ...]:
    return tuple(_reference(entry) for entry in folder.entries(PATH))


def _reference(fields: Mapping) -> Reference:
    name = fields.id()
    return Reference(
        id=name.value,
        short=fields.text("short").value,
        authors=value(fields.optional_text("authors")),
        year=value(fields.optional_text("year")),
        title=fields.text("title").value,
        container=value(fields.optional_text("in")),
        doi=value(fields.optional_text("doi")),
        url=value(fields.optional_text("url")),
        licence=value(fields.optional_text("licence")),
        note=value(fields.optional_text("note")),
        span=name.span,
    )
