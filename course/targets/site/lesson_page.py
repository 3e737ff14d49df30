"""The page of a lesson: what you will be able to do, the reading, the questions, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from course.model.framework import Competency
from course.model.organisation import Review
from course.model.prose import Prose
from course.model.units import (
    Block,
    Box,
    ConfidencePlace,
    ExercisePlace,
    Heading,
    Lesson,
    QuizPlace,
    Unit,
)
from course.records import lesson_hash
from course.targets.site.addresses import relative
from course.targets.site.kit import Kit, Link
from course.targets.site.markdown_page import Deferred, Hypertext, Part, SitePage, Title
from course.targets.site.print_choices import print_choices

# what the template of each kind of exercise calls it
_CALLED = {"dialogue": "dialogue", "rating": "rating", "written-reply": "written"}


def lesson_page(kit: Kit, unit: Unit, lesson: Lesson) -> SitePage:
    """Return the page of a lesson of a unit."""
    path = kit.addresses.lessons[lesson.id]
    if lesson is unit.lessons[0]:
        head = kit.templates.page("pages/unit_head.html.jinja", **_unit_head(kit, unit, path))
    else:
        head = kit.templates.page("pages/lesson_head.html.jinja", **_counts(kit, lesson))
    kicker = kit.templates.page("pages/kicker.html.jinja", **_kicker(kit, unit, lesson, path))
    end = kit.templates.page("pages/lesson_end.html.jinja", **_end(kit, unit, lesson, path))
    parts = (
        Hypertext(kicker),
        Title(1, lesson.title, f"title-{lesson.id}"),
        Hypertext(head),
        *block_parts(kit, lesson.blocks, path),
        Hypertext(end),
    )
    return SitePage(
        path,
        lesson.title,
        unit.id,
        parts,
        kind="lesson",
        lesson=lesson.id,
        lesson_hash=lesson_hash(lesson),
        has_exercises=lesson.has_exercises(),
    )


def outside_page(kit: Kit, page: Lesson) -> SitePage:
    """Return a page that belongs to no unit."""
    path = kit.addresses.pages[page.id]
    parts = (Title(1, page.title, f"title-{page.id}"), *block_parts(kit, page.blocks, path))
    return SitePage(path, page.title, "", parts)


def block_parts(kit: Kit, blocks: tuple[Block, ...], path: str) -> Iterator[Part]:
    """Yield blocks as parts of a page; what stands between two headings becomes one part."""
    html = ""
    for block in blocks:
        if isinstance(block, Heading | QuizPlace | ExercisePlace | ConfidencePlace):
            if html:
                yield Hypertext(html)
                html = ""
            if isinstance(block, Heading):
                yield Title(block.level, block.text, block.anchor)
            else:
                yield Deferred(block_html(kit, block, path))
        else:
            html += block_html(kit, block, path)
    if html:
        yield Hypertext(html)


def block_html(kit: Kit, block: Block, path: str) -> str:
    """Return what stands between headings as HTML."""
    match block:
        case Prose():
            return kit.typesetter.html(block, path)
        case Box():
            return _box(kit, block, path)
        case QuizPlace():
            return kit.items.bank(kit.course.banks_by_id[block.bank.id], path)
        case ExercisePlace():
            view = kit.exercise_views.view(kit.course.exercises_by_id[block.exercise.id], path)
            return kit.templates.page(f"exercises/{block.kind}.html.jinja", **{_CALLED[block.kind]: view})
        case ConfidencePlace():
            return _confidence(kit, block, path)
        case Heading():
            raise ValueError(f"a heading cannot stand inside a box: {block.text}")


def _confidence(kit: Kit, place: ConfidencePlace, path: str) -> Markup:
    """Return the question how sure learners are of each competency of the unit that asks."""
    unit = kit.course.unit_of_confidence[place]
    competencies = [_sureness(kit, kit.course.competencies[ref.id], path) for ref in unit.competencies()]
    return kit.templates.page(
        "exercises/confidence.html.jinja", unit=unit, when=place.when, competencies=competencies
    )


def _sureness(kit: Kit, competency: Competency, path: str) -> dict[str, Any]:
    levels = (competency.foundation, competency.competent, competency.expert)
    return {
        "id": competency.id,
        "title": competency.title,
        "statement_html": kit.typesetter.html(competency.statement, path),
        "levels": [
            {"number": number, "html": kit.typesetter.html(prose, path)}
            for number, prose in enumerate(levels, start=1)
            if prose
        ],
    }


def _box(kit: Kit, box: Box, path: str) -> Markup:
    body = Markup("".join(block_html(kit, block, path) for block in box.blocks))
    people = [
        {
            "name": member.name,
            "first_name": member.first_name,
            "role": member.role,
            "href": relative(path, kit.addresses.person(member.id)),
        }
        for member in (kit.course.people[person.id] for person in box.people)
    ]
    return kit.templates.page(f"boxes/{box.kind}.html.jinja", box=box, people=people, body=body)


def _kicker(kit: Kit, unit: Unit, lesson: Lesson, path: str) -> dict[str, Any]:
    number = unit.lessons.index(lesson)
    return {
        "part": part_of(kit, unit),
        "kind": unit.kind,
        "unit": None if number == 0 else kit.link(path, kit.addresses.unit(unit.id), unit.title),
        "number": number,
        "total": len(unit.lessons) - 1,
    }


def part_of(kit: Kit, unit: Unit) -> str:
    """Return the title of the part that a unit belongs to."""
    return next((part.title for part in kit.course.outline.parts if part.id == unit.part), "")


def review_of(kit: Kit, unit: Unit) -> Review | None:
    """Return the clinical review that the host has recorded."""
    return next((review for review in kit.course.organisation.reviews if review.unit.id == unit.id), None)


def _unit_head(kit: Kit, unit: Unit, path: str) -> dict[str, Any]:
    prerequisites = [
        kit.link(path, kit.addresses.unit(ref.id), kit.course.units_by_id[ref.id].title)
        for ref in unit.prerequisites
        if ref.id in kit.course.units_by_id
    ]
    return {
        "minutes": kit.course.minutes(unit),
        "questions": kit.unit_questions(unit),
        "exercises": kit.exercises(unit),
        "summary": kit.typesetter.html(unit.summary, path),
        "objectives": [kit.typesetter.html(objective.text, path) for objective in unit.objectives],
        "competencies": kit.competency_links(unit.competencies(), path),
        "lessons": [_lesson_row(kit, other, path) for other in unit.lessons[1:]],
        "prerequisites": prerequisites,
        "review": review_of(kit, unit),
        "to_print": _ways_to_print(kit, unit, path),
    }


def _counts(kit: Kit, lesson: Lesson) -> dict[str, Any]:
    """Return what there is to do in a lesson, and how long it takes."""
    exercises = len(kit.exercises_of(lesson))
    return {"minutes": lesson.minutes, "questions": kit.questions(lesson), "exercises": exercises}


def _ways_to_print(kit: Kit, unit: Unit, path: str) -> list[Link]:
    page = kit.addresses.print_page(unit.id)
    choices = print_choices(kit, unit)
    return [kit.link(path, f"{page}#{choice}", kit.words(f"print.link_{choice}")) for choice in choices]


def _lesson_row(kit: Kit, lesson: Lesson, path: str) -> dict[str, Any]:
    link = kit.link(path, kit.addresses.lessons[lesson.id], lesson.title)
    return {"link": link, **_counts(kit, lesson)}


def _end(kit: Kit, unit: Unit, lesson: Lesson, path: str) -> dict[str, Any]:
    number = unit.lessons.index(lesson)
    following = unit.lessons[number + 1] if number + 1 < len(unit.lessons) else None
    return {
        "remember": kit.typesetter.html(lesson.remember, path),
        "do": kit.typesetter.html(lesson.do, path),
        "following": following and kit.link(path, kit.addresses.lessons[following.id], following.title),
        "following_minutes": following.minutes if following else 0,
        "map": relative(path, "map.html"),
        "sources": sources_in(kit, lesson, path),
        "to_print": relative(path, kit.addresses.print_page(unit.id)),
    }


def sources_in(kit: Kit, lesson: Lesson, path: str) -> list[dict[str, Any]]:
    """Return what a lesson cites, each once."""
    cited = {name: None for prose in lesson.prose() for cite in prose.citations() for name, _ in cite.sources}
    return [
        {"reference": reference, "href": relative(path, kit.addresses.reference(name))}
        for name in cited
        if (reference := kit.course.references_by_id.get(name))
    ]
