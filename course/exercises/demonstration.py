"""Demonstration: a scene line by line, with a note beside what the trainers do."""

from __future__ import annotations

from course.artefacts import with_artefacts
from course.diagnostics import Report
from course.markdown_reader import read_line, read_text
from course.model.exercise_head import PRINCIPLES, Head
from course.model.exercises import Demonstration, Note, ShownLine
from course.model.framework import Ref, refs
from course.model.prose import Prose
from course.parts import Parts, Texts, require_distinct, too_few
from course.source import Text
from course.yaml_reader import Mapping

LEAST_LINES = 4
LEAST_NOTES = 2
LEAST_CHOICES = 2


def read(fields: Mapping, head: Head, report: Report) -> Demonstration:
    """Read the rule, the scene, and its lines with their notes."""
    return Demonstration(
        head=head,
        competencies=refs(fields.needed_refs("competencies")),
        technique=fields.words("technique").value,
        principle=fields.word("principle", PRINCIPLES).value,
        rule=read_text(fields.text("rule"), report),
        watch_for=tuple(read_line(text, report) for text in fields.needed_texts("watch_for")),
        scene=with_artefacts(read_text(fields.text("scene"), report), fields, report),
        lines=_lines(fields, report),
    )


def _lines(fields: Mapping, report: Report) -> tuple[ShownLine, ...]:
    parts = Parts(fields, "lines")
    ids: list[Text] = []
    lines = tuple(_line(entry, ids, report) for entry in parts)
    require_distinct(ids, report)
    if parts.are_readable and len(lines) < LEAST_LINES:
        report(too_few("lines", LEAST_LINES, parts.place))
    elif parts.are_readable and len(ids) < LEAST_NOTES:
        step = "add a `note` to what a trainer says or does"
        report(too_few("notes", LEAST_NOTES, parts.place, step))
    return lines


def _line(fields: Mapping, ids: list[Text], report: Report) -> ShownLine:
    """Read what someone says, or what happens, and the note beside it."""
    span = fields.span
    scene = fields.optional_text("scene")
    who = None if scene else fields.words("who")
    words = read_line(scene or fields.text("says"), report)
    written = fields.mapping("note")
    note = _note(written, ids, report) if written else None
    return ShownLine(Ref(who.value, who.span) if who else None, words, note, who.span if who else span)


def _note(fields: Mapping, ids: list[Text], report: Report) -> Note:
    name = fields.id()
    ids.append(name)
    is_slip = fields.flag("slip")
    note = Note(
        id=name.value,
        ask=read_line(fields.optional_text("ask"), report),
        choices=_choices(fields, report),
        technique=fields.words("technique").value,
        principle=fields.word("principle", PRINCIPLES).value,
        why=read_line(fields.text("why"), report),
        is_slip=is_slip,
        better=read_line(fields.text("better") if is_slip else fields.optional_text("better"), report),
    )
    fields.close()
    return note


def _choices(fields: Mapping, report: Report) -> tuple[Prose, ...]:
    """Read what the reader may have seen, to choose from; without choices they write a line."""
    place = fields.place("choices")
    texts = Texts("choices", report)
    choices = tuple(texts.read(text) for text in fields.texts("choices"))
    if choices and len(choices) < LEAST_CHOICES:
        report(too_few("choices", LEAST_CHOICES, place))
    return choices
