"""`quizzes/…`: banks of items."""

from __future__ import annotations

from course.diagnostics import Diagnostic, Report, did_you_mean
from course.items import CASE, ITEM_TYPES
from course.markdown_reader import read_question, read_text
from course.model.framework import Ref
from course.model.items import Bank, Case, Choose, Item, Level, Section
from course.reading.folder import Folder, refs
from course.source import Source, Text
from course.yaml_reader import Mapping, read_mapping


def read(folder: Folder) -> tuple[Bank, ...]:
    """Read every bank, in the order of its path."""
    found = (_bank(source, folder) for source in folder.sources("quizzes", ".yml"))
    return tuple(bank for bank in found if bank)


def _bank(source: Source, folder: Folder) -> Bank | None:
    fields = read_mapping(source.whole(), folder.report)
    if fields is None:
        folder.is_whole = False
        return None
    name = fields.id()
    unit = fields.text("unit")
    bank = Bank(
        id=name.value,
        title=fields.text("title").value,
        unit=Ref(unit.value, unit.span),
        entries=tuple(_entry(entry, folder.report) for entry in fields.mappings("items")),
        span=name.span,
    )
    fields.close()
    return bank


def _entry(fields: Mapping, report: Report) -> Item | Case:
    return (
        _case(fields, report) if _type(fields, report, (*ITEM_TYPES, CASE)) == CASE else _item(fields, report)
    )


def _case(fields: Mapping, report: Report) -> Case:
    name = fields.id()
    title = fields.text("title").value
    vignette = read_text(fields.text("vignette"), report)
    items: list[Item] = []
    for entry in fields.mappings("items"):
        _type(entry, report, tuple(ITEM_TYPES))
        items.append(_item(entry, report))
    return Case(name.value, title, vignette, tuple(items), name.span)


def _type(fields: Mapping, report: Report, known: tuple[str, ...]) -> str:
    """Look at the type of an entry, which decides what its other fields are."""
    name = fields.peek("type")
    if name and name.value not in known:
        report(unknown_item_type(name, known))
        fields.give_up()
    return name.value if name else ""


def _item(fields: Mapping, report: Report) -> Item:
    name = fields.id()
    type_name = fields.text("type").value
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
        section=_section(fields.text("section"), report),
        sources=refs(fields.needed_texts("sources")),
        harm=fields.flag("harm"),
        situation=situation,
        prompt=prompt,
        interaction=reader(fields, report) if reader else Choose((), many=False),
        explanation=read_text(fields.optional_text("explanation"), report),
        span=name.span,
    )


def _section(text: Text, report: Report) -> Section | None:
    lesson, hash_mark, anchor = text.value.partition("#")
    if not text:
        return None
    if not (lesson and hash_mark and anchor):
        report(bad_section(text))
        return None
    return Section(lesson, anchor, text.span)


def unknown_item_type(name: Text, known: tuple[str, ...]) -> Diagnostic:
    """An item has a type that does not exist, so nothing can be read from it."""
    return Diagnostic(
        "unknown-item-type",
        f"`{name.value}` is no item type",
        name.span,
        did_you_mean(name.value, known, f"use one of {', '.join(known)}"),
    )


def bad_section(text: Text) -> Diagnostic:
    """A `section` does not name a lesson and one of its headings."""
    return Diagnostic(
        "bad-section",
        f"`{text.value}` does not name a lesson and a heading",
        text.span,
        "write `lesson-id#anchor`",
    )
