"""`content/forms/*.yml`: the papers that are printed on a sheet of their own."""

from __future__ import annotations

from course.artefacts import read_entry
from course.markdown_reader import read_line
from course.model.forms import Form
from course.model.framework import Ref, refs
from course.reading.choices import acceptances
from course.reading.folder import Folder
from course.source import Source, Text
from course.yaml_reader import Mapping

FOLDER = "content/forms"


def read(folder: Folder) -> tuple[Form, ...]:
    """Read the forms of the course and those that a host adds, in the order of their files."""
    found = (folder.once(source, _read) for source in folder.sources(FOLDER, ".yml"))
    return tuple(form for forms in found for form in forms)


def _read(source: Source, folder: Folder) -> tuple[Form, ...]:
    return tuple(form for fields in folder.entries_of(source) if (form := form_of(fields, folder)))


def form_of(fields: Mapping, folder: Folder) -> Form | None:
    """Read one form: the fields of its artefact, and those of its own; None where its kind is unknown."""
    artefact = read_entry(fields, folder.report)
    if artefact is None:
        folder.is_whole = False
        return None
    name = fields.id()
    return Form(
        id=name.value,
        use=read_line(fields.text("use"), folder.report),
        unit=_ref(fields.optional_ref("unit")),
        example_of=_ref(fields.optional_ref("example_of")),
        people=refs(fields.refs("cast")),
        artefact=artefact,
        span=name.span,
        accepted=acceptances(fields),
    )


def _ref(text: Text | None) -> Ref | None:
    return Ref(text.value, text.span) if text else None
