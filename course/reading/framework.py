"""`content/competencies.yml`: competencies, their groups, and the instruments that observe them."""

from __future__ import annotations

import re

from course.diagnostics import Diagnostic, Report
from course.markdown_reader import read_line
from course.model.framework import (
    Competency,
    CompetencyGroup,
    Framework,
    Instrument,
    InstrumentItem,
    Ref,
    refs,
)
from course.model.prose import Prose
from course.model.units import UNIT_KINDS
from course.reading.folder import Folder
from course.reading.shapes import shaped
from course.source import Text
from course.yaml_reader import Mapping

PATH = "content/competencies.yml"
PRIORITIES = ("A", "B", "C")
STRANDS = ("knowledge", "judgement")
_RATES = re.compile(r"session|programme")
_ID = re.compile(r"[A-Z]{2,5}[0-9]{1,2}")


def read(folder: Folder) -> Framework:
    """Read the framework, with what a host adds to it; an empty one after a finding."""
    instruments: list[Instrument] = []
    groups: list[CompetencyGroup] = []
    competencies: list[Competency] = []
    for fields in folder.mappings(PATH, is_needed=True):
        instruments += [
            _instrument(entry, folder.report) for entry in fields.optional_mappings("instruments")
        ]
        # competencies of a host may belong to a group of the course
        written = fields.optional_mappings("groups") if groups else fields.mappings("groups")
        groups += [_group(entry) for entry in written]
        competencies += [_competency(entry, folder) for entry in fields.mappings("competencies")]
        folder.close(fields)
    return Framework(tuple(instruments), tuple(groups), tuple(competencies))


def _group(fields: Mapping) -> CompetencyGroup:
    name = fields.id()
    title = fields.words("title").value
    return CompetencyGroup(name.value, title, name.span, fields.optional_word("in_every", UNIT_KINDS))


def _instrument(fields: Mapping, report: Report) -> Instrument:
    return Instrument(
        id=fields.id().value,
        title=fields.words("title").value,
        rates=shaped(fields.optional_ref("rates"), _RATES, "`session` or `programme`", report),
        items=tuple(_instrument_item(item) for item in fields.mappings("items")),
        sources=refs(fields.refs("sources")),
    )


def _instrument_item(fields: Mapping) -> InstrumentItem:
    name = fields.id()
    hides = fields.optional_ref("hides")
    refresher = fields.optional_ref("refresher")
    return InstrumentItem(
        id=name.value,
        number=fields.whole("number"),
        name=fields.words("name").value,
        span=name.span,
        is_optional=fields.flag("optional"),
        is_for_groups=fields.flag("for_groups"),
        one_is_enough=fields.flag("one_is_enough"),
        hides=Ref(hides.value, hides.span) if hides else None,
        refresher=Ref(refresher.value, refresher.span) if refresher else None,
    )


def _competency(fields: Mapping, folder: Folder) -> Competency:
    name = fields.ref("id")
    if name and not _ID.fullmatch(name.value):
        folder.report(bad_competency_id(name))
        folder.is_whole = False
    foundation, competent, expert = _levels(fields, folder.report)
    return Competency(
        id=name.value,
        title=fields.words("title").value,
        group=fields.ref("group").value,
        priority=fields.word("priority", PRIORITIES).value,
        strand=fields.word("strand", STRANDS).value,
        statement=read_line(fields.text("statement"), folder.report),
        foundation=foundation,
        competent=competent,
        expert=expert,
        observed_by=refs(fields.refs("observed_by")),
        shows_agreement=fields.flag("shows_agreement"),
        sources=refs(fields.refs("sources")),
        span=name.span,
    )


def _levels(fields: Mapping, report: Report) -> tuple[Prose, Prose, Prose]:
    levels = fields.mapping("levels")
    if levels is None:
        return read_line(None, report), read_line(None, report), read_line(None, report)
    foundation = read_line(levels.text("foundation"), report)
    competent = read_line(levels.text("competent"), report)
    expert = read_line(levels.text("expert"), report)
    levels.close()
    return foundation, competent, expert


def bad_competency_id(name: Text) -> Diagnostic:
    """The id of a competency is not made of capital letters and a number."""
    return Diagnostic(
        "bad-competency-id",
        f"`{name.value}` cannot be the id of a competency",
        name.span,
        "use capital letters and a number, such as `CBT2`",
    )
