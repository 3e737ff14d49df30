"""Banks of items."""

from __future__ import annotations

from dataclasses import replace

from course.artefacts import with_artefacts
from course.diagnostics import Diagnostic, Report, did_you_mean
from course.items import CASE, ITEM_TYPES
from course.markdown_reader import read_question, read_text, read_words
from course.model.framework import Ref, refs
from course.model.items import Bank, Case, Choose, Item, Level
from course.parts import read_section, too_few
from course.reading.choices import acceptances
from course.reading.folder import Folder
from course.source import Text
from course.yaml_reader import Mapping


def read_bank(fields: Mapping, folder: Folder) -> Bank:
    """Read the items of a bank."""
    name = fields.id()
    unit = fields.text("unit")
    place = fields.place("items")
    entries = tuple(_entry(entry, folder.report) for entry in fields.mappings("items"))
    if not entries and fields.is_whole:
        folder.is_whole = False
        folder.report(too_few("items", 1, place))
    title = read_words(fields.text("title"), folder.report)
    unit_ref = Ref(unit.value, unit.span)
    return Bank(name.value, title, unit_ref, entries, name.span, acceptances(fields))


def _entry(fields: Mapping, report: Report) -> Item | Case:
    type_name = _type(fields, report, (*ITEM_TYPES, CASE))
    return _case(fields, report) if type_name == CASE else _item(type_name, fields, report)


def _case(fields: Mapping, report: Report) -> Case:
    name = fields.id()
    title = read_words(fields.text("title"), report)
    vignette = with_artefacts(read_text(fields.text("vignette"), report), fields, report)
    items: list[Item] = []
    place = fields.place("items")
    for entry in fields.mappings("items"):
        items.append(_item(_type(entry, report, tuple(ITEM_TYPES)), entry, report))
    if not items and fields.is_whole:
        report(too_few("items", 1, place))
    of_case = tuple(replace(item, vignette=vignette) for item in items)
    return Case(name.value, title, vignette, of_case, name.span)


def _type(fields: Mapping, report: Report, known: tuple[str, ...]) -> str:
    """Take the type of an entry, which decides what its other fields are."""
    name = fields.deciding_text("type")
    if name and name.value not in known:
        report(unknown_item_type(name, known))
        fields.give_up()
    return name.value


def _item(type_name: str, fields: Mapping, report: Report) -> Item:
    name = fields.id()
    objective = fields.text("objective")
    situation, prompt = read_question(fields.text("prompt"), report)
    level = fields.word("level", tuple(Level)).value
    reader = ITEM_TYPES.get(type_name)
    return Item(
        id=name.value,
        type=type_name,
        competencies=refs(fields.needed_texts("competencies")),
        objective=Ref(objective.value, objective.span) if objective else None,
        level=Level(level) if level else Level.KNOW,
        section=read_section(fields.text("section"), report),
        sources=refs(fields.needed_texts("sources")),
        harm=fields.flag("harm"),
        situation=with_artefacts(situation, fields, report),
        prompt=prompt,
        interaction=reader(fields, report) if reader else Choose((), many=False),
        explanation=read_text(fields.optional_text("explanation"), report),
        span=name.span,
        accepted=acceptances(fields),
    )


def unknown_item_type(name: Text, known: tuple[str, ...]) -> Diagnostic:
    """An item has a type that does not exist, so nothing can be read from it."""
    return Diagnostic(
        "unknown-item-type",
        f"`{name.value}` is no item type" + ("" if CASE in known else " inside a case"),
        name.span,
        did_you_mean(name.value, known, f"use one of {', '.join(known)}"),
    )
