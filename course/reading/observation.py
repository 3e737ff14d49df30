"""`content/observation/*.yml`: the sheets with which a supervisor observes a session."""

from __future__ import annotations

from course.markdown_reader import read_line
from course.model.framework import Ref, refs
from course.model.observation import ANCHORS, ObservationSheet
from course.model.prose import Prose
from course.parts import too_few
from course.reading.choices import acceptances
from course.reading.folder import Folder
from course.source import Source
from course.yaml_reader import Mapping

FOLDER = "content/observation"
LEAST_SIGNS = 2


def read(folder: Folder) -> tuple[ObservationSheet, ...]:
    """Read the sheets of the course and those that a host adds, in the order of their files."""
    found = (folder.once(source, _read) for source in folder.sources(FOLDER, ".yml"))
    return tuple(sheet for sheets in found for sheet in sheets)


def _read(source: Source, folder: Folder) -> tuple[ObservationSheet, ...]:
    return tuple(sheet_of(fields, folder) for fields in folder.entries_of(source))


def sheet_of(fields: Mapping, folder: Folder) -> ObservationSheet:
    """Read one sheet: what is looked for, and an anchor for each of the five bands."""
    name, competency = fields.id(), fields.ref("competency")
    return ObservationSheet(
        id=name.value,
        competency=Ref(competency.value, competency.span),
        element=fields.words("element").value,
        look_for=_look_for(fields, folder),
        anchors=_anchors(fields, folder),
        units=refs(fields.refs("units")),
        span=name.span,
        accepted=acceptances(fields),
    )


def _look_for(fields: Mapping, folder: Folder) -> tuple[Prose, ...]:
    place = fields.place("look_for")
    signs = tuple(read_line(text, folder.report) for text in fields.needed_texts("look_for"))
    if 0 < len(signs) < LEAST_SIGNS:
        folder.report(too_few("signs to look for", LEAST_SIGNS, place))
    return signs


def _anchors(fields: Mapping, folder: Folder) -> tuple[Prose, ...]:
    anchors = fields.needed_mapping("anchors")
    if anchors is None:
        return ()
    lines = tuple(read_line(anchors.text(band), folder.report) for band in ANCHORS)
    anchors.close()
    return lines
