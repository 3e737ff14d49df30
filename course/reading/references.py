"""`content/references.yml`: every source once."""

from __future__ import annotations

import re

from course.diagnostics import Report
from course.model.framework import Reference
from course.reading.folder import Folder, value
from course.reading.shapes import address, shaped
from course.yaml_reader import Mapping

PATH = "content/references.yml"
_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"'<>]+")


def read(folder: Folder) -> tuple[Reference, ...]:
    """Read the references, with those that a host adds."""
    return tuple(_reference(entry, folder.report) for entry in folder.entries(PATH))


def _reference(fields: Mapping, report: Report) -> Reference:
    name = fields.id()
    return Reference(
        id=name.value,
        short=fields.words("short").value,
        authors=value(fields.optional_words("authors")),
        year=value(fields.optional_words("year")),
        title=fields.words("title").value,
        container=value(fields.optional_words("in")),
        doi=shaped(fields.optional_ref("doi"), _DOI, "a DOI such as `10.1000/182`", report),
        url=address(fields.optional_ref("url"), report),
        licence=value(fields.optional_words("licence")),
        note=value(fields.optional_words("note")),
        is_own=fields.flag("own"),
        span=name.span,
    )
