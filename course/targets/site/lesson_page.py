"""The page of a lesson: what you will be able to do, the reading, the questions, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from course.minutes import lesson_time, minutes_to_name, unit_time
from course.model.contents import (
    count_exercises,
    count_items,
    items_as_placed,
    needed_items_in,
    required_exercises,
)
from course.model.exercises import Rating
from course.model.framework import Competency
from course.model.items import Bank
from course.model.organisation import Review
from course.model.paths import stages_of_unit
from course.model.prose import Prose
from course.model.units import (
    Block,
    Box,
    ConfidencePlace,
    ExercisePlace,
    Heading,
    Lesson,
    QuestionPlace,
    QuizPlace,
    Unit,
)
from course.records import lesson_hash
from course.targets.site.addresses import relative
from course.targets.site.context import Link, SiteContext
from course.targets.site.item_html import Placed
from course.targets.site.lesson_steps import in_steps, is_stepped
from course.targets.site.markdown_page import Deferred, Hypertext, Part, SitePage, Title
from course.targets.site.observation_pages import sheet_link, sheets_of
from course.targets.site.print_choices import print_choices
from course.targets.site.word_links import FirstUses


def lesson_page(site: SiteContext, unit: Unit, lesson: Lesson) -> SitePage:
    """Return the page of a lesson of a unit."""
    path = site.addresses.lessons[lesson.id]
    if lesson is unit.lessons[0]:
        head = site.templates.page("pages/unit_head.html.jinja", **_unit_head(site, unit, path))
    else:
        head = site.templates.page(
            "pages/lesson_head.html.jinja", review=review_of(site, unit), **_counts(site, lesson)
        )
    kicker = site.templates.page("pages/kicker.html.jinja", **_kicker(site, unit, lesson, path))
    end = site.templates.page("pages/lesson_end.html.jinja", **_end(site, unit, lesson, path))
    words = None if lesson.is_unlinked else site.linked_words.on(path)
    write = partial(block_parts, site, path=path, words=words)
    has_steps = is_stepped(unit, lesson)
    body = in_steps(site, lesson, write, end) if has_steps else (*write(lesson.blocks), Hypertext(end))
    parts = (
        Hypertext(kicker),
        Title(1, lesson.title, f"title-{lesson.id}"),
        Hypertext(head),
        *body,
    )
    return SitePage(
        path,
        lesson.title,
        unit.id,
        parts,
        kind="lesson",
        lesson=lesson.id,
        lesson_hash=lesson_hash(lesson),
        exercise_scripts=tuple(_exercise_scripts(lesson)),
        has_steps=has_steps,
    )


def _exercise_scripts(lesson: Lesson) -> Iterator[str]:
    """Yield the scripts that its exercises need; few lessons have ratings, and many a checklist alone."""
    if any(box.kind == "checklist" for box in lesson.boxes()):
        yield "checklists"
    kinds = {place.kind for place in lesson.exercise_places()}
    if kinds - {Rating.kind} or any(lesson.confidence_places()):
        yield "exercises"
    if Rating.kind in kinds:
        yield "ratings"


def outside_page(site: SiteContext, page: Lesson) -> SitePage:
    """Return a page that belongs to no unit."""
    path = site.addresses.pages[page.id]
    parts = (Title(1, page.title, f"title-{page.id}"), *block_parts(site, page.blocks, path))
    return SitePage(path, page.title, "", parts)


def block_parts(
    site: SiteContext, blocks: tuple[Block, ...], path: str, words: FirstUses | None = None
) -> Iterator[Part]:
    """Yield blocks as parts of a page; all between two headings becomes one part.

    `words` links those of the glossary in the prose that is in no box.
    """
    html = ""
    for block in blocks:
        if isinstance(block, Heading | QuizPlace | QuestionPlace | ExercisePlace | ConfidencePlace):
            if html:
                yield Hypertext(html)
                html = ""
            if isinstance(block, Heading):
                yield Title(block.level, block.text, block.anchor)
                html = _for_more_time(site) if block.if_time else ""
            else:
                yield Deferred(block_html(site, block, path))
        elif words and isinstance(block, Prose):
            html += words.linked(block_html(site, block, path))
        else:
            html += block_html(site, block, path)
    if html:
        yield Hypertext(html)


def block_html(site: SiteContext, block: Block, path: str) -> Markup:
    """Return a block that is not a heading as HTML."""
    match block:
        case Prose():
            return site.typesetter.html(block, path)
        case Box():
            return _box(site, block, path)
        case QuizPlace():
            bank = site.course.banks_by_id[block.bank.id]
            return site.items.bank(bank, path, placed_in_lesson(site, bank))
        case QuestionPlace():
            bank = site.course.bank_of_item[block.item.id]
            return site.items.question(bank, path, placed_in_lesson(site, bank), block.item.id)
        case ExercisePlace():
            view = site.exercises.view(site.course.exercises_by_id[block.exercise.id], path)
            html = site.templates.page(f"exercises/{block.kind}.html.jinja", exercise=view)
            can_wait = site.course.exercises_by_id[block.exercise.id].head.if_time
            return _for_more_time(site) + html if can_wait else html
        case ConfidencePlace():
            return _confidence(site, block, path)
        case Heading():
            raise ValueError(f"a heading cannot stand inside a box: {block.text}")


def _for_more_time(site: SiteContext) -> Markup:
    """Return what is said above something that can wait."""
    return site.templates.page("pages/if_time.html.jinja")


def placed_in_lesson(site: SiteContext, bank: Bank) -> Placed:
    """Return how the items of a bank are placed in its lesson."""
    lesson = site.course.lesson_of_bank[bank.id]
    return Placed(
        order=[item.id for item in items_as_placed(site.course, lesson, bank)],
        alone={place.item.id for place in lesson.question_places()},
        has_place=any(place.bank.id == bank.id for place in lesson.quiz_places()),
    )


def _confidence(site: SiteContext, place: ConfidencePlace, path: str) -> Markup:
    """Return the form in which learners rate their confidence in each competency of the unit."""
    unit = site.course.unit_of_confidence[place]
    competencies = [
        _confidence_row(site, site.course.competencies[ref.id], path) for ref in unit.competencies()
    ]
    return site.templates.page(
        "exercises/confidence.html.jinja", unit=unit, when=place.when, competencies=competencies
    )


def _confidence_row(site: SiteContext, competency: Competency, path: str) -> dict[str, Any]:
    levels = (competency.foundation, competency.competent, competency.expert)
    return {
        "id": competency.id,
        "title": competency.title,
        "statement_html": site.typesetter.html(competency.statement, path),
        "levels": [
            {"number": number, "html": site.typesetter.html(prose, path)}
            for number, prose in enumerate(levels, start=1)
            if prose
        ],
    }


def _box(site: SiteContext, box: Box, path: str) -> Markup:
    body = Markup("".join(block_html(site, block, path) for block in box.blocks))
    people = [
        {
            "name": member.name,
            "first_name": member.first_name,
            "role": member.role,
            "href": relative(path, site.addresses.person(member.id)),
        }
        for member in (site.course.people[person.id] for person in box.people)
    ]
    return site.templates.page(f"boxes/{box.kind}.html.jinja", box=box, people=people, body=body)


def _kicker(site: SiteContext, unit: Unit, lesson: Lesson, path: str) -> dict[str, Any]:
    number = unit.lessons.index(lesson)
    return {
        "part": part_of(site, unit),
        "kind": unit.kind,
        "unit": None if number == 0 else site.link(path, site.addresses.unit(unit.id), unit.title),
        "number": number,
        "total": len(unit.lessons) - 1,
    }


def part_of(site: SiteContext, unit: Unit) -> str:
    """Return the title of the part that a unit belongs to."""
    return next((part.title for part in site.course.outline.parts if part.id == unit.part), "")


def unit_link(site: SiteContext, name: str, page: str) -> Link | None:
    """Return the link to a unit; None for one that is only planned."""
    unit = site.course.units_by_id.get(name)
    return site.link(page, site.addresses.unit(name), unit.title) if unit else None


def review_of(site: SiteContext, unit: Unit) -> Review | None:
    """Return the clinical review that the host has recorded."""
    return next((review for review in site.course.organisation.reviews if review.unit.id == unit.id), None)


def _unit_head(site: SiteContext, unit: Unit, path: str) -> dict[str, Any]:
    prerequisites = [
        site.link(path, site.addresses.unit(ref.id), site.course.units_by_id[ref.id].title)
        for ref in unit.prerequisites
        if ref.id in site.course.units_by_id
    ]
    return {
        "unit": unit.id,
        "time": unit_time(site.course, unit),
        "stages": list(stages_of_unit(site.course, unit)),
        "questions": count_items(site.course, unit),
        "exercises": count_exercises(unit),
        "summary": site.typesetter.html(unit.summary, path),
        "objectives": [site.typesetter.html(objective.text, path) for objective in unit.objectives],
        "competencies": site.competency_links(unit.competencies(), path),
        "lessons": [_lesson_row(site, other, path) for other in unit.lessons[1:]],
        "prerequisites": prerequisites,
        "review": review_of(site, unit),
        "to_print": _print_links(site, unit, path),
        "observed": [sheet_link(site, sheet, path) for sheet in sheets_of(site, unit)],
    }


def _counts(site: SiteContext, lesson: Lesson) -> dict[str, Any]:
    """Return what there is to do in a lesson, and how long it takes."""
    return {
        "time": lesson_time(site.course, lesson),
        "questions": len(needed_items_in(site.course, lesson)),
        "if_time": lesson.if_time,
        "exercises": len(required_exercises(lesson)),
    }


def _print_links(site: SiteContext, unit: Unit, path: str) -> list[Link]:
    page = site.addresses.print_page(unit.id)
    choices = print_choices(site, unit)
    return [site.link(path, f"{page}#{choice}", site.words(f"print.link_{choice}")) for choice in choices]


def _lesson_row(site: SiteContext, lesson: Lesson, path: str) -> dict[str, Any]:
    link = site.link(path, site.addresses.lessons[lesson.id], lesson.title)
    return {"id": lesson.id, "link": link, **_counts(site, lesson)}


def _end(site: SiteContext, unit: Unit, lesson: Lesson, path: str) -> dict[str, Any]:
    number = unit.lessons.index(lesson)
    following = unit.lessons[number + 1] if number + 1 < len(unit.lessons) else None
    return {
        "remember": site.typesetter.html(lesson.remember, path),
        "do": site.typesetter.html(lesson.do, path),
        "following": following and site.link(path, site.addresses.lessons[following.id], following.title),
        "following_minutes": following and minutes_to_name(lesson_time(site.course, following)),
        "map": relative(path, "map.html"),
        "sources": sources_in(site, lesson, path),
        "to_print": relative(path, site.addresses.print_page(unit.id)),
    }


def sources_in(site: SiteContext, lesson: Lesson, path: str) -> list[dict[str, Any]]:
    """Return what a lesson cites, each once."""
    cited = {name: None for prose in lesson.prose() for cite in prose.citations() for name, _ in cite.sources}
    return [
        {"reference": reference, "href": relative(path, site.addresses.reference(name))}
        for name in cited
        if (reference := site.course.references_by_id.get(name))
    ]
