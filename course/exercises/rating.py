"""Rating: a session in writing, to be rated element by element on five bands."""

from __future__ import annotations

from course.artefacts import with_artefacts
from course.diagnostics import Diagnostic, Report
from course.markdown_reader import read_line, read_text
from course.model.exercise_head import Head
from course.model.exercises import BANDS, Element, ExcerptLine, Rating
from course.model.framework import Ref, refs
from course.parts import Parts, require_distinct, too_few
from course.source import Span, Text
from course.yaml_reader import Mapping

LEAST_LINES = 2
LEAST_ELEMENTS = 2
UNREADABLE = 0  # the reference of an element whose own could not be read


def read(fields: Mapping, head: Head, report: Report) -> Rating:
    """Read the excerpt and what is to be rated in it."""
    bands = _bands(fields, report)
    return Rating(
        head=head,
        scene=with_artefacts(read_text(fields.text("scene"), report), fields, report),
        excerpt=_excerpt(fields, report),
        elements=_elements(fields, bands, report),
        bands=bands,
    )


def _excerpt(fields: Mapping, report: Report) -> tuple[ExcerptLine, ...]:
    parts = Parts(fields, "excerpt")
    lines = tuple(_line(entry, report) for entry in parts)
    if parts.are_readable and len(lines) < LEAST_LINES:
        report(too_few("lines", LEAST_LINES, parts.place))
    return lines


def _line(fields: Mapping, report: Report) -> ExcerptLine:
    """Read what someone says, or what happens."""
    if scene := fields.optional_text("scene"):
        return ExcerptLine(None, read_line(scene, report))
    who = fields.words("who")
    return ExcerptLine(Ref(who.value, who.span), read_line(fields.text("says"), report))


def _elements(fields: Mapping, bands: tuple[int, ...], report: Report) -> tuple[Element, ...]:
    parts = Parts(fields, "elements")
    ids: list[Text] = []
    elements = []
    for entry in parts:
        ids.append(entry.id())
        elements.append(_element(entry, ids[-1], bands, report))
    require_distinct(ids, report)
    if parts.are_readable and len(elements) < LEAST_ELEMENTS:
        report(too_few("elements", LEAST_ELEMENTS, parts.place))
    return tuple(elements)


def _element(fields: Mapping, name: Text, bands: tuple[int, ...], report: Report) -> Element:
    return Element(
        id=name.value,
        name=fields.words("name").value,
        competencies=refs(fields.needed_refs("competencies")),
        look_for=read_line(fields.text("look_for"), report),
        reference=int(fields.word("reference", map(str, bands)).value or UNREADABLE),
        reason=read_line(fields.text("reason"), report),
        span=name.span,
    )


def _bands(fields: Mapping, report: Report) -> tuple[int, ...]:
    """Read which of the bands the exercise uses; all of them where it does not say."""
    written = fields.refs("bands")
    known = {str(band): band for band in BANDS}
    for text in written:
        if text.value not in known:
            report(unknown_band(text.value, text.span))
    return tuple(known[text.value] for text in written if text.value in known) or BANDS


def unknown_band(name: str, span: Span) -> Diagnostic:
    """A rating exercise says that it uses a band that does not exist."""
    return Diagnostic("unknown-band", f"`{name}` is no band", span, "use whole numbers from 1 to 5")
