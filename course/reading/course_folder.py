"""Reading a whole course folder: the course as a value, and the findings made on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from course.diagnostics import Diagnostic, ordered
from course.model.contents import illustrated
from course.model.course import Course
from course.model.exercises import Exercise
from course.model.items import Bank
from course.model.prose import Figure, Prose
from course.model.units import Lesson, Unit
from course.reading import (
    cast,
    forms,
    framework,
    glossary,
    observation,
    organisation,
    outline,
    quizzes,
    references,
    synonyms,
    units,
)
from course.reading.folder import Folder
from course.reading.read_cache import ReadCache


@dataclass(frozen=True)
class ReadCourse:
    """A course and the findings made while reading it.

    `is_whole` is false when a file or an id could not be read:
    then what other files say about it cannot be judged.
    """

    course: Course
    findings: tuple[Diagnostic, ...]
    is_whole: bool


def read(roots: Sequence[Path], cache: ReadCache | None = None) -> ReadCourse:
    """Read a course from its folders (`reading.roots`); `cache` recalls what was read of the same text."""
    folder = Folder(tuple(roots), cache) if cache else Folder(tuple(roots))
    host = organisation.read(folder)
    all_units = units.read(folder)
    banks, exercises = quizzes.read(folder)
    all_pages = units.read_pages(folder)
    all_forms = forms.read(folder)
    shown = set(_images(_texts_with_images(all_units, all_pages, banks, exercises), host.logo))
    images = folder.images(shown)
    course = Course(
        outline=outline.read(folder),
        framework=framework.read(folder),
        references=references.read(folder),
        cast=cast.read(folder),
        glossary=glossary.read(folder),
        synonyms=synonyms.read(folder),
        units=all_units,
        pages=all_pages,
        banks=banks,
        exercises=exercises,
        organisation=host,
        files=images,
        other_files=folder.other_files(images, shown),
        forms=all_forms,
        observation_sheets=observation.read(folder),
    )
    return ReadCourse(course, ordered(folder.findings), folder.is_whole and all(_names(course)))


def _images(texts: Iterable[Prose], logo: Figure | None) -> Iterator[str]:
    """Yield the paths of the images that are shown."""
    yield from (figure.path for prose in texts for figure in prose.figures())
    if logo:
        yield logo.path


def _texts_with_images(
    units: Sequence[Unit], pages: Sequence[Lesson], banks: Sequence[Bank], exercises: Sequence[Exercise]
) -> Iterator[Prose]:
    for page in (*(lesson for unit in units for lesson in unit.lessons), *pages):
        yield from page.prose()
    yield from illustrated(banks, exercises)


def _names(course: Course) -> Iterator[str]:
    """Yield every name that something elsewhere may refer to; empty where it could not be read."""
    yield from (name for _, name, _ in course.identifiers())
    yield from (reference.id for reference in course.references)
    yield from (member.id for member in course.cast.members)
    yield from (group.id for group in course.framework.groups)
    yield from (competency.id for competency in course.framework.competencies)
    yield from (item.id for instrument in course.framework.instruments for item in instrument.items)
    for part in course.outline.parts:
        yield part.id
        yield from (unit.id for unit in part.units)
