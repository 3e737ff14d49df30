"""`content/course.yml`: title and version of the course, its parts, and the paths through them."""

from __future__ import annotations

from typing import Any

from course.diagnostics import Report
from course.markdown_reader import read_line
from course.model.framework import Ref, refs
from course.model.outline import (
    Appointment,
    LearningPath,
    NeedNow,
    Outline,
    Part,
    PlannedInYear,
    PlannedUnit,
    Stage,
)
from course.model.prose import NO_PROSE
from course.parts import read_section
from course.reading.choices import weights
from course.reading.folder import Folder, value
from course.reading.languages import read_language
from course.source import Source
from course.yaml_reader import Mapping

PATH = "content/course.yml"


def read(folder: Folder) -> Outline:
    """Read the outline; an empty one after a finding."""
    fields = folder.mapping(PATH, is_needed=True)
    if fields is None:
        nowhere = Source(PATH, "").top()
        return Outline("", "", "", "", "en", NO_PROSE, NO_PROSE, (), (), nowhere)
    outline = Outline(
        id=fields.id().value,
        title=(title := fields.words("title")).value,
        short_title=value(fields.optional_words("short_title") or title),
        version=fields.ref("version").value,
        language=read_language(fields.ref("language"), folder.report),
        summary=read_line(fields.text("summary"), folder.report),
        claims=read_line(fields.optional_text("claims"), folder.report),
        parts=tuple(_part(part, folder.report) for part in fields.mappings("parts")),
        paths=tuple(_path(path, folder.report) for path in fields.optional_mappings("paths")),
        span=fields.span,
        reading_grade=fields.optional_whole("reading_grade", least=1, most=20) or 0,
        weights=weights(fields),
        need_now=tuple(_need_now(entry, folder.report) for entry in fields.optional_mappings("need_now")),
    )
    folder.close(fields)
    return outline


def _need_now(fields: Mapping, report: Report) -> NeedNow:
    return NeedNow(
        title=fields.words("title").value,
        section=read_section(fields.ref("section"), report),
        in_full=fields.flag("in_full"),
    )


def _part(fields: Mapping, report: Report) -> Part:
    name = fields.id()
    return Part(
        id=name.value,
        title=fields.words("title").value,
        summary=read_line(fields.optional_text("summary"), report),
        units=tuple(_planned(unit) for unit in fields.optional_mappings("units")),
        span=name.span,
    )


def _planned(fields: Mapping) -> PlannedUnit:
    name = fields.id()
    return PlannedUnit(
        id=name.value,
        title=fields.words("title").value,
        competencies=refs(fields.refs("competencies")),
        span=name.span,
    )


def _path(fields: Mapping, report: Report) -> LearningPath:
    name = fields.id()
    stages = tuple(_stage(stage) for stage in fields.optional_mappings("stages"))
    return LearningPath(
        id=name.value,
        title=fields.words("title").value,
        summary=read_line(fields.optional_text("summary"), report),
        units=refs(fields.refs("units") if stages else fields.needed_refs("units")),
        span=name.span,
        stages=stages,
        appointments=tuple(_appointment(entry) for entry in fields.optional_mappings("appointments")),
        most_hours=fields.optional_whole("most_hours", least=1, most=1000) or 0,
        most_hours_before_group=fields.optional_whole("most_hours_before_group", least=1, most=1000) or 0,
    )


def _stage(fields: Mapping) -> Stage:
    return Stage(
        **_in_year(fields),
        study=refs(fields.refs("study")),
        most_hours=fields.optional_whole("most_hours", least=1, most=1000) or 0,
    )


def _appointment(fields: Mapping) -> Appointment:
    return Appointment(
        **_in_year(fields),
        every_weeks=fields.optional_whole("every_weeks", least=1, most=52) or 0,
        hours=value(fields.optional_words("hours")),
    )


def _in_year(fields: Mapping) -> dict[str, Any]:
    """Read what every plan for the first year has."""
    name = fields.id()
    return vars(
        PlannedInYear(
            id=name.value,
            title=fields.words("title").value,
            when=fields.words("when").value,
            week=_week(fields),
            section=_section(fields),
            span=name.span,
        )
    )


def _week(fields: Mapping) -> int:
    """Return in which week something begins, counted from the first session; 0 is the week of that."""
    weeks_before = fields.optional_whole("weeks_before", least=1, most=52) or 0
    weeks_after = fields.optional_whole("weeks_after", least=1, most=104) or 0
    return weeks_after - weeks_before


def _section(fields: Mapping) -> Ref | None:
    """Return the anchor of what is said of something, if it has another than its id."""
    section = fields.optional_ref("section")
    return Ref(section.value, section.span) if section else None
