"""Banks of items."""

from __future__ import annotations

from dataclasses import replace

from course.artefacts import with_artefacts
from course.diagnostics import Diagnostic, Report, did_you_mean
from course.items import CASE, EXTENDED_MATCHING, FRAMES, ITEM_TYPES, extended_matching
from course.markdown_reader import read_line, read_question, read_text
from course.model.framework import Ref, refs
from course.model.items import Bank, Case, Choose, Frame, Item, Level, OptionList
from course.model.prose import NO_PROSE
from course.parts import read_section, too_few
from course.reading.choices import acceptances
from course.reading.folder import Folder
from course.source import Text
from course.yaml_reader import Mapping

_NOTHING = Choose((), many=False)


def read_bank(fields: Mapping, folder: Folder) -> Bank:
    """Read the items of a bank."""
    name = fields.id()
    unit = fields.ref("unit")
    place = fields.place("items")
    entries = tuple(_entry(entry, folder.report) for entry in fields.mappings("items"))
    if not entries and fields.is_whole:
        folder.is_whole = False
        folder.report(too_few("items", 1, place))
    title = fields.words("title").value
    unit_ref = Ref(unit.value, unit.span)
    return Bank(name.value, title, unit_ref, entries, name.span, acceptances(fields))


def _entry(fields: Mapping, report: Report) -> Item | Frame:
    fields.report_separately()
    type_name = _type(fields, report, (*ITEM_TYPES, *FRAMES))
    match type_name:
        case "case":
            return _case(fields, report)
        case "extended-matching":
            return _option_list(fields, report)
        case _:
            return _item(type_name, fields, report)


def _case(fields: Mapping, report: Report) -> Case:
    name = fields.id()
    title = fields.words("title").value
    vignette = with_artefacts(read_text(fields.text("vignette"), report), fields, report)
    items: list[Item] = []
    place = fields.place("items")
    for entry in fields.mappings("items"):
        entry.report_separately()
        items.append(_item(_type(entry, report, tuple(ITEM_TYPES)), entry, report))
    if not items and fields.is_whole:
        report(too_few("items", 1, place))
    of_case = tuple(replace(item, vignette=vignette) for item in items)
    return Case(name.value, title, vignette, of_case, name.span)


def _option_list(fields: Mapping, report: Report) -> OptionList:
    shared = replace(
        _head(EXTENDED_MATCHING, fields, report), prompt=read_line(fields.text("prompt"), report)
    )

    def read_stem(stem: Mapping, choice: Choose) -> Item:
        name = stem.id()
        own_objective = stem.optional_ref("objective")
        own_section = stem.optional_ref("section")
        return replace(
            shared,
            id=name.value,
            competencies=refs(stem.refs("competencies")) or shared.competencies,
            objective=Ref(own_objective.value, own_objective.span) if own_objective else shared.objective,
            section=read_section(own_section, report) if own_section else shared.section,
            harm=stem.flag("harm"),
            if_time=stem.flag("if_time"),
            situation=with_artefacts(read_text(stem.text("text"), report), stem, report),
            interaction=choice,
            explanation=read_text(stem.optional_text("explanation"), report),
            span=name.span,
        )

    return extended_matching.read(fields, report, read_stem)


def _type(fields: Mapping, report: Report, known: tuple[str, ...]) -> str:
    """Take the type of an entry, which decides what its other fields are."""
    name = fields.deciding_text("type")
    if name and name.value not in known:
        report(unknown_item_type(name, known))
        fields.give_up()
    return name.value


def _item(type_name: str, fields: Mapping, report: Report) -> Item:
    name = fields.id()
    situation, prompt = read_question(fields.text("prompt"), report)
    reader = ITEM_TYPES.get(type_name)
    return replace(
        _head(type_name, fields, report),
        id=name.value,
        harm=fields.flag("harm"),
        if_time=fields.flag("if_time"),
        situation=with_artefacts(situation, fields, report),
        prompt=prompt,
        interaction=reader(fields, report) if reader else _NOTHING,
        explanation=read_text(fields.optional_text("explanation"), report),
        span=name.span,
    )


def _head(type_name: str, fields: Mapping, report: Report) -> Item:
    """Read what items and lists have in common, as an item that asks nothing yet."""
    objective = fields.ref("objective")
    level = fields.word("level", tuple(Level)).value
    return Item(
        id="",
        type=type_name,
        competencies=refs(fields.needed_refs("competencies")),
        objective=Ref(objective.value, objective.span) if objective else None,
        level=Level(level) if level else Level.KNOW,
        section=read_section(fields.ref("section"), report),
        sources=refs(fields.needed_refs("sources")),
        harm=False,
        situation=NO_PROSE,
        prompt=NO_PROSE,
        interaction=_NOTHING,
        explanation=NO_PROSE,
        span=fields.span,
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
