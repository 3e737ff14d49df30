"""The pages behind the doors *Practise* and *Look up*, and the page *Need it now*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from course.model.items import Section
from course.model.outline import NeedNow
from course.model.units import Block, Box, Heading, Lesson, Unit
from course.targets.site.addresses import FORMS, LOOK_UP, MAP, NOW, PLACEMENT, PRACTISE, REVIEW, relative
from course.targets.site.context import Link, SiteContext
from course.targets.site.form_pages import form_link
from course.targets.site.lesson_page import block_html
from course.targets.site.markdown_page import SitePage
from course.targets.site.print_choices import SCRIPT_BOXES, SCRIPTS
from course.targets.site.register_pages import contact_rows
from course.targets.site.template_page import template_page

# the forms that someone looks for on their way into a session
_AT_HAND = ("run-sheet", "trainer-card")


def door_pages(site: SiteContext, to_look_up: list[dict[str, Any]]) -> Iterator[SitePage]:
    """Yield the three pages; `to_look_up` are the registers and the pages for readers, in groups."""
    yield _practise(site)
    yield template_page(site, LOOK_UP, "look_up", groups=to_look_up, now=NOW, map=MAP)
    yield _now(site)


def _practise(site: SiteContext) -> SitePage:
    """Return everything there is to practise, unit by unit."""
    units = [row for unit in site.course.units_in_order if (row := _to_practise(site, unit))["rows"]]
    placement = relative(PRACTISE, PLACEMENT) if site.placing.is_offered else ""
    return template_page(
        site, PRACTISE, "practise", units=units, kinds=_kinds(units), review=REVIEW, placement=placement
    )


def _kinds(units: list[dict[str, Any]]) -> list[str]:
    """Return the kinds of what there is to practise, the most frequent first."""
    return [kind for kind, _ in Counter(row["kind"] for unit in units for row in unit["rows"]).most_common()]


def _to_practise(site: SiteContext, unit: Unit) -> dict[str, Any]:
    rows = []
    for lesson in unit.lessons:
        for place in lesson.exercise_places():
            exercise = site.course.exercises_by_id[place.exercise.id]
            href = relative(PRACTISE, site.addresses.exercise(place.kind, exercise.head.id))
            head = exercise.head
            rows.append({"kind": place.kind, "href": href, "title": head.title, "minutes": head.minutes})
        for box in lesson.boxes():
            if box.kind == "rehearsal":
                rows.append(
                    {
                        "kind": box.kind,
                        "href": _box(site, lesson, box, PRACTISE),
                        "title": box.title,
                        "minutes": 0,
                    }
                )
    return {"link": site.link(PRACTISE, site.addresses.unit(unit.id), unit.title), "rows": rows}


def _now(site: SiteContext) -> SitePage:
    """Return what someone may need in the middle of their work; contacts and crisis steps come first."""
    entries = site.course.outline.need_now
    return template_page(
        site,
        NOW,
        "now",
        organisation=site.course.organisation,
        crisis=contact_rows(site, site.course.organisation.crisis_contacts, NOW),
        in_full=[_in_full(site, entry) for entry in entries if entry.in_full],
        links=[_section(site, entry) for entry in entries if not entry.in_full],
        sheets=[form_link(site, form, NOW) for form in site.course.forms if form.artefact.kind in _AT_HAND],
        forms=bool(site.course.forms) and FORMS,
        scripts=[row for unit in site.course.units_in_order if (row := _scripts(site, unit))["rows"]],
    )


def _section(site: SiteContext, entry: NeedNow) -> Link:
    section = _named(entry)
    return site.link(NOW, f"{site.addresses.lessons[section.lesson]}#{section.anchor}", entry.title)


def _in_full(site: SiteContext, entry: NeedNow) -> dict[str, Any]:
    blocks = _blocks(site.course.lessons[_named(entry).lesson], _named(entry).anchor)
    shown = [block_html(site, block, NOW) for block in blocks]
    return {"title": entry.title, "html": shown, "link": _section(site, entry)}


def _named(entry: NeedNow) -> Section:
    if entry.section is None:
        raise ValueError(f"{entry.title} names no section")  # a finding says so, and nothing is built
    return entry.section


def _blocks(lesson: Lesson, anchor: str) -> Iterator[Block]:
    """Yield what is under a heading until the next one; scenes and tools stay in the lesson."""
    is_inside = False
    for block in lesson.blocks:
        if isinstance(block, Heading):
            is_inside = block.anchor == anchor
        elif is_inside and not isinstance(block, Box):
            yield block


def _scripts(site: SiteContext, unit: Unit) -> dict[str, Any]:
    """Return the scripts to rehearse and the forms to fill in of a unit, and where to print them."""
    rows = [
        {"kind": box.kind, "href": _box(site, lesson, box, NOW), "title": box.title}
        for lesson in unit.lessons
        for box in lesson.boxes()
        if box.kind in SCRIPT_BOXES
    ]
    to_print = relative(NOW, f"{site.addresses.print_page(unit.id)}#{SCRIPTS}")
    return {"link": site.link(NOW, site.addresses.unit(unit.id), unit.title), "rows": rows, "print": to_print}


def _box(site: SiteContext, lesson: Lesson, box: Box, page: str) -> str:
    anchor = f"#{box.kind}-{box.id}"
    return relative(page, f"{site.addresses.lessons[lesson.id]}{anchor}")
