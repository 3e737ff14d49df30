"""Everything a reader of the course reads, with what may accept a flaw in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from course.lint.flaw import Accepting
from course.model.course import Course
from course.model.dialogue import Dialogue
from course.model.exercises import Demonstration, Exercise, Rating, WrittenReply, prose_of
from course.model.forms import Form
from course.model.framework import CastMember, Term
from course.model.items import Bank, texts_of, texts_of_frame
from course.model.outline import LearningPath, Part
from course.model.prose import Prose
from course.model.units import Box, Heading, Lesson, Unit, walk
from course.source import Span

Text = tuple[Prose, tuple[Accepting, ...]]


def texts(course: Course) -> Iterator[list[Text]]:
    """Yield every text of a course, those of one list together.

    Titles of sources and names of instruments belong to others and are left out.
    """
    for unit in course.units:
        yield list(_of_unit(unit))
    for lesson in course.lessons_by_path.values():
        yield [(prose, (lesson,)) for prose in _of_lesson(lesson)]
    for bank in course.banks:
        yield list(_of_bank(bank))
    for exercise in course.exercises:
        yield [(prose, (exercise.head,)) for prose in _of_exercise(exercise)]
    yield [(prose, (form,)) for form in course.forms for prose in (form.use, _written_on(form))]
    for sheet in course.observation_sheets:
        yield [(prose, (sheet,)) for prose in (_said(sheet.element, sheet.span), *sheet.prose())]
    yield [(prose, (term,)) for term in course.glossary for prose in _of_term(term)]
    yield [(prose, (member,)) for member in course.cast.members for prose in _of_member(member)]
    yield [(prose, ()) for prose in _of_the_frame(course)]


def _of_unit(unit: Unit) -> Iterator[Text]:
    holders = unit.lessons[:1]
    yield unit.summary, holders
    yield from ((objective.text, holders) for objective in unit.objectives)


def _of_lesson(lesson: Lesson) -> Iterator[Prose]:
    yield _said(lesson.title, lesson.span)
    yield from lesson.prose()
    for block in walk(lesson.blocks):
        if isinstance(block, Heading):
            yield _said(block.text, block.span)
        elif isinstance(block, Box):
            yield _said(block.title, block.span)


def _of_bank(bank: Bank) -> Iterator[Text]:
    yield _said(bank.title, bank.span), (bank,)
    for frame in bank.frames():
        yield _said(frame.title, frame.span), (bank,)
        yield from ((prose, (bank,)) for prose in texts_of_frame(frame))
    for item in bank.items():
        yield from ((prose, (item, bank)) for prose in texts_of(item))


def _of_exercise(exercise: Exercise) -> Iterator[Prose]:
    yield _said(exercise.head.title, exercise.head.span)
    yield from prose_of(exercise)
    match exercise:
        case Dialogue(turns=turns, endings=endings):
            replies = (reply for turn in turns for reply in turn.replies)
            yield from (_said(reply.technique, reply.span) for reply in replies)
            yield from (_said(ending.title, ending.span) for ending in endings)
        case Rating(elements=elements):
            yield from (_said(element.name, element.span) for element in elements)
        case Demonstration(technique=technique, lines=lines):
            yield _said(technique, exercise.head.span)
            yield from (_said(line.note.technique, line.span) for line in lines if line.note)
        case WrittenReply():
            pass
        case _:
            assert_never(exercise)


def _written_on(form: Form) -> Prose:
    """Return what a form says; its places are in the lines from its artefact on."""
    return _said(form.artefact.words(), form.artefact.span)


def _of_term(term: Term) -> Iterator[Prose]:
    yield from (_said(name, term.span) for name in (term.term, *term.also))
    yield term.text


def _of_member(member: CastMember) -> Iterator[Prose]:
    yield member.life
    lines = (member.working_on, member.goal, member.supporter, member.setback, *member.strengths)
    yield from (_said(text, member.span) for text in lines)
    yield from (_said(text, ref.span) for ref, text in member.arc)


def _of_the_frame(course: Course) -> Iterator[Prose]:
    yield course.cast.introduction
    for competency in course.framework.competencies:
        yield _said(competency.title, competency.span)
        yield from (competency.statement, competency.foundation, competency.competent, competency.expert)
    outline, host = course.outline, course.organisation
    yield from (_said(outline.title, outline.span), outline.summary, outline.claims)
    titled: tuple[Part | LearningPath, ...] = (*outline.parts, *outline.paths)
    for each in titled:
        yield _said(each.title, each.span)
        yield each.summary
    yield host.welcome
    yield from (contact.text for contact in (*host.crisis_contacts, *host.local_services))


def _said(text: str, span: Span) -> Prose:
    """Return a plain text as prose, with the rest of its file to look for it in."""
    return Prose((text,), text, Span(span.source, span.start, len(span.source.text)))
