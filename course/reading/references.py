"""`content/references.yml`: every source once."""

from __future__ import annotations

from course.model.framework import Reference
from course.reading.folder import Folder, value

PATH = "content/references.yml"


def read(folder: Folder) -> tuple[Reference, ...]:
    return tuple(
        Reference(
            id=entry.id().value,
            short=entry.text("short").value,
            authors=value(entry.optional_text("authors")),
            year=value(entry.optional_text("year")),
            title=entry.text("title").value,
            container=value(entry.optional_text("in")),
            doi=value(entry.optional_text("doi")),
            url=value(entry.optional_text("url")),
            licence=value(entry.optional_text("licence")),
            note=value(entry.optional_text("note")),
            span=entry.span,
        )
        for entry in folder.entries(PATH)
    )
