"""Questions of other tools, read into values: Moodle XML, GIFT, Aiken and CSV."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from course.diagnostics import Report
from course.importing import aiken, gift, moodle_xml, table
from course.importing.questions import Imported
from course.source import Source

LARGEST = 20_000_000

Reader = Callable[[Source, str, Report], Imported]

FORMATS: dict[str, Reader] = {
    "moodle-xml": moodle_xml.read,
    "gift": lambda source, prefix, report: gift.read(source, prefix),
    "aiken": lambda source, prefix, report: aiken.read(source, prefix),
    "csv": table.read,
}
_ANSWER_OF_AIKEN = re.compile(r"^[ \t]*ANSWER[ \t]*:[ \t]*[A-Z]\b", re.MULTILINE)
_BY_ENDING = {".xml": "moodle-xml", ".gift": "gift", ".aiken": "aiken", ".csv": "csv", ".tsv": "csv"}


def format_of(source: Source) -> str:
    """Return the format of a file: as its name ends, or as its text looks."""
    ending = PurePath(source.path).suffix.lower()
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    if source.text.lstrip().startswith("<"):
        return "moodle-xml"
    return "aiken" if _ANSWER_OF_AIKEN.search(source.text) else "gift"
