"""The page from which a unit is printed: the whole of it, or one kind of sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from course.model.prose import Prose
from course.model.units import Box, Heading, Lesson, QuizPlace, Unit, walk
from course.targets.site.kit import Kit
from course.targets.site.lesson_page import block_html, part_of, review_of, sources_in
from course.targets.site.markdown_page import Hypertext, SitePage, Title
from course.targets.site.on_paper import on_paper
from course.targets.site.print_choices import KEY, PRACTICE, PRACTISED, QUESTIONS, UNIT, print_choices


@dataclass(frozen=True)
class Sheet:
    """A stretch of paper: the unit's text, or what can be printed without it."""

    kind: str
    html: str


def print_pages(kit: Kit) -> Iterator[SitePage]:
    """Yield a page for each unit; every stretch stands there once, and a choice hides the others."""
    return (_print_page(kit, unit) for unit in kit.units_in_order)


def _print_page(kit: Kit, unit: Unit) -> SitePage:
    path = kit.addresses.print_page(unit.id)
    back = kit.link(path, kit.addresses.unit(unit.id), unit.title)
    kicker = kit.templates.page("pages/print_kicker.html.jinja", part=part_of(kit, unit), back=back)
    html = kit.templates.page(
        "pages/print.html.jinja",
        unit=unit,
        choices=print_choices(kit, unit),
        sheets=[Sheet(sheet.kind, on_paper(sheet.html)) for sheet in _sheets(kit, unit, path)],
        outline=kit.course.outline,
    )
    title = kit.words("print.title", title=unit.title)
    parts = (Hypertext(kicker), Title(1, unit.title, f"title-print-{unit.id}"), Hypertext(html))
    return SitePage(path, title, unit.id, parts, ("toc",), kind="print", is_searched=False)


def _sheets(kit: Kit, unit: Unit, path: str) -> Iterator[Sheet]:
    yield Sheet(UNIT, kit.templates.page("sheets/opening.html.jinja", **_opening(kit, unit, path)))
    for lesson in unit.lessons:
        yield from _lesson(kit, unit, lesson, path)
    cited = [source["reference"] for lesson in unit.lessons for source in sources_in(kit, lesson, path)]
    if cited:
        references = {reference.id: reference for reference in cited}
        yield Sheet(UNIT, kit.templates.page("sheets/sources.html.jinja", references=references.values()))
    banks = [kit.quizzes.bank(bank, path) for lesson in unit.lessons for bank in kit.banks_of(lesson)]
    if banks:
        yield Sheet(KEY, kit.templates.page("sheets/key.html.jinja", unit=unit, banks=banks))


def _opening(kit: Kit, unit: Unit, path: str) -> dict[str, Any]:
    return {
        "summary": kit.typesetter.html(unit.summary, path),
        "objectives": [kit.typesetter.html(objective.text, path) for objective in unit.objectives],
        "minutes": kit.minutes(unit),
        "review": review_of(kit, unit),
    }


def _lesson(kit: Kit, unit: Unit, lesson: Lesson, path: str) -> Iterator[Sheet]:
    # the title of the first page is the unit's own, which stands above everything
    is_first = lesson is unit.lessons[0]
    if not is_first:
        yield Sheet(UNIT, kit.templates.page("sheets/lesson_title.html.jinja", lesson=lesson))
    for block in lesson.blocks:
        if isinstance(block, Heading):
            level = block.level if is_first else block.level + 1
            yield Sheet(UNIT, f"<h{level}>{escape(block.text)}</h{level}>")
        else:
            yield from _block(kit, block, path)
    if lesson.remember or lesson.do:
        remember, do = (kit.typesetter.html(prose, path) for prose in (lesson.remember, lesson.do))
        yield Sheet(UNIT, kit.templates.page("sheets/keep.html.jinja", remember=remember, do=do))


def _block(kit: Kit, block: Prose | Box | QuizPlace, path: str) -> Iterator[Sheet]:
    match block:
        case Prose():
            yield Sheet(UNIT, block_html(kit, block, path))
        case QuizPlace():
            bank = kit.quizzes.bank(kit.course.banks_by_id[block.bank.id], path)
            yield Sheet(QUESTIONS, kit.templates.page("sheets/questions.html.jinja", bank=bank))
        case Box():
            yield from _box(kit, block, path)


def _box(kit: Kit, box: Box, path: str) -> Iterator[Sheet]:
    inside = list(walk((box,)))
    is_practised = any(isinstance(one, Box) and one.kind in PRACTISED for one in inside)
    yield Sheet(PRACTICE if is_practised else UNIT, block_html(kit, _text_of(box), path))
    for one in inside:
        if isinstance(one, QuizPlace):
            yield from _block(kit, one, path)


def _text_of(box: Box) -> Box:
    """Return a box without what is printed by itself."""
    blocks = (_text_of(block) if isinstance(block, Box) else block for block in box.blocks)
    return replace(box, blocks=tuple(block for block in blocks if isinstance(block, Prose | Box)))
