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
        short=fields.words("short").value,
        authors=value(fields.optional_words("authors")),
        year=value(fields.optional_words("year")),
        title=fields.words("title").value,
        container=value(fields.optional_words("in")),
        doi=value(fields.optional_ref("doi")),
        url=value(fields.optional_ref("url")),
        licence=value(fields.optional_words("licence")),
        note=value(fields.optional_words("note")),
        is_own=fields.flag("own"),
        span=name.span,
    )
