"""What the checks on names share: a name that nothing has, and which of two came first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.diagnostics import Diagnostic, did_you_mean
from course.model.course import Course
from course.model.dialogue_state import State
from course.model.exercises import prose_of
from course.model.framework import Ref
from course.model.items import texts_of, texts_of_frame
from course.model.prose import Prose
from course.model.units import Lesson


def unknown(code: str, kind: str, ref: Ref, known: Iterable[str], otherwise: str) -> Diagnostic:
    """Return the finding that no thing of a kind has the name `ref`."""
    return Diagnostic(
        code, f"there is no {kind} `{ref.id}`", ref.span, did_you_mean(ref.id, known, otherwise)
    )


def unknown_among(
    refs: Iterable[Ref], code: str, kind: str, known: Iterable[str], otherwise: str
) -> Iterator[Diagnostic]:
    """Yield a finding for each reference that is not known; empty names were reported before."""
    names = set(known)
    for ref in refs:
        if ref.id and ref.id not in names:
            yield unknown(code, kind, ref, names, otherwise)


def shipped_first(lessons: Iterable[Lesson]) -> list[Lesson]:
    """Return the lessons in their order, those of a host last, so that the host's copy is the second one."""
    return sorted(lessons, key=lambda lesson: not lesson.span.source.is_shipped)


def all_prose(course: Course) -> Iterator[tuple[str, Prose]]:
    """Yield every text that may hold links and citations, with the path of its page, if it has one."""
    for unit in course.units:
        yield "", unit.summary
        yield from (("", objective.text) for objective in unit.objectives)
        for lesson in unit.lessons:
            yield from ((lesson.path, prose) for prose in lesson.prose())
    for page in course.pages:
        yield from ((page.path, prose) for prose in page.prose())
    for bank in course.banks:
        for frame in bank.frames():
            yield from (("", prose) for prose in texts_of_frame(frame))
        for item in bank.items():
            yield from (("", prose) for prose in texts_of(item))
    for exercise in course.exercises:
        yield from (("", prose) for prose in prose_of(exercise))
    yield from (("", form.use) for form in course.forms)
    yield from (("", prose) for sheet in course.observation_sheets for prose in sheet.prose())
    yield from (("", term.text) for term in course.glossary)
    yield "", course.cast.introduction
    yield from (("", member.life) for member in course.cast.members)
    for competency in course.framework.competencies:
        levels = (competency.foundation, competency.competent, competency.expert)
        yield from (("", prose) for prose in (competency.statement, *levels))
    yield from (("", prose) for prose in (course.outline.summary, course.outline.claims))
    yield from (("", part.summary) for part in course.outline.parts)
    yield from (("", path.summary) for path in course.outline.paths)
    yield "", course.organisation.welcome
    contacts = (*course.organisation.crisis_contacts, *course.organisation.local_services)
    yield from (("", contact.text) for contact in contacts)


def with_marks(state: State) -> str:
    """Say which marks are set at this point of a dialogue; nothing without marks."""
    marks = [f"`{mark}`" for mark in sorted(state.marks)]
    return f" with {' and '.join(marks)} set" if marks else ""
