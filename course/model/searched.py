"""What the search looks through: pages, words explained, forms, sheets, people, competencies, sources.

Questions and what is said in exercises are not among it, because a search must not answer them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from course.model.course import Course
from course.model.exercises import Exercise
from course.model.forms import Form
from course.model.framework import CastMember, Competency, Reference, Term
from course.model.observation import ObservationSheet
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
    walk,
)

_SPACE_BEFORE_SIGN = re.compile(r" (?=[.,;])")

Kind = Literal["lesson", "section", "term", "person", "competency", "form", "observation-sheet", "reference"]


@dataclass(frozen=True)
class Passage:
    """Something that is found by itself.

    `id`: of what it is, or of the page that holds it. `names`: its other names, and what people type for it.
    `anchor`: that of its heading; empty for the beginning of a page.
    """

    kind: Kind
    id: str
    title: str
    text: str
    names: tuple[str, ...] = ()
    anchor: str = ""


def passages(course: Course) -> Iterator[Passage]:
    """Yield everything that can be found, in the order in which the course shows it."""
    for unit in course.units_in_order:
        about = (unit.summary, *(objective.text for objective in unit.objectives))
        for lesson in unit.lessons:
            yield from _of_page(course, lesson, about if lesson is unit.lessons[0] else ())
    for page in course.pages:
        yield from _of_page(course, page, ())
    yield from map(_term, course.glossary)
    yield from (_form(form) for form in course.forms if form.artefact.is_form)
    yield from map(_observation_sheet, course.observation_sheets)
    yield from map(_competency, course.framework.competencies)
    yield from map(_person, course.cast.members)
    yield from map(_reference, course.references)


def _of_page(course: Course, page: Lesson, about: Iterable[Prose]) -> Iterator[Passage]:
    """Yield the beginning of a page with what is said of all of it, then each section under its heading."""
    heading, run = None, [prose.plain for prose in (*about, page.remember, page.do) if prose]
    for block in page.blocks:
        if isinstance(block, Heading) and heading is None and block.text == page.title:
            continue  # it says once more what page this is
        if isinstance(block, Heading):
            yield _passage(page, heading, run)
            heading, run = block, []
        else:
            run += _texts(walk((block,)), course.exercises_by_id)
    yield _passage(page, heading, run)


def _passage(page: Lesson, heading: Heading | None, texts: list[str]) -> Passage:
    text = _joined(texts)
    if heading:
        return Passage("section", page.id, heading.text, text, anchor=heading.anchor)
    return Passage("lesson", page.id, page.title, text, page.search.keywords)


def _texts(blocks: Iterable[Block], exercises: Mapping[str, Exercise]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Prose():
                yield block.plain
            case Box():
                yield block.title
            case Heading():
                yield block.text
            case ExercisePlace():
                exercise = exercises.get(block.exercise.id)  # where there is none, a finding says so
                yield exercise.head.title if exercise else ""
            case QuizPlace() | QuestionPlace() | ConfidencePlace():
                pass
            case _:
                assert_never(block)


def _term(term: Term) -> Passage:
    return Passage("term", term.id, term.term, _joined((term.text.plain,)), term.also)


def _form(form: Form) -> Passage:
    return Passage("form", form.id, form.title, _joined((form.use.plain,)))


def _observation_sheet(sheet: ObservationSheet) -> Passage:
    signs = (prose.plain for prose in sheet.look_for)
    return Passage("observation-sheet", sheet.id, sheet.element, _joined(signs), (sheet.competency.id,))


def _competency(one: Competency) -> Passage:
    levels = (one.foundation, one.competent, one.expert)
    texts = (prose.plain for prose in (one.statement, *levels))
    return Passage("competency", one.id, one.title, _joined(texts), (one.id,))


def _person(member: CastMember) -> Passage:
    lines = (member.life.plain, member.working_on, member.goal, member.supporter, member.setback)
    return Passage("person", member.id, member.name, _joined((*lines, *member.strengths)))


def _reference(source: Reference) -> Passage:
    texts = (source.authors, source.year, source.container, source.note)
    return Passage("reference", source.id, source.title, _joined(texts), (source.short,))


def _joined(texts: Iterable[str]) -> str:
    """Return texts as sentences; where a citation stood before a sign, its space is left over."""
    sentences = (text if text[-1] in ".?!:" else f"{text}." for text in map(str.strip, texts) if text)
    return _SPACE_BEFORE_SIGN.sub("", " ".join(" ".join(sentences).split()))
