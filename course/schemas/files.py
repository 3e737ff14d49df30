"""The kinds of files, each with its reader and the paths where it is expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from course.artefacts import ARTEFACTS
from course.diagnostics import Diagnostic
from course.exercises import EXERCISE_TYPES
from course.items import FRAMES, ITEM_TYPES
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
from course.source import Source
from course.yaml_reader import Mapping
from course.yaml_reader.asked import TYPE, Shape, asked


@dataclass(frozen=True)
class File:
    """A kind of file: the paths of its files, what it is, and how it is read."""

    paths: str
    what: str
    read: Callable[[_AskedFolder], object]
    types: Sequence[str] = ()
    not_of_hosts: Sequence[str] = ()  # what the course needs, and a host's file of that name does not
    is_list: bool = False
    is_front_matter: bool = False


_NO_TEXT = Source("content/part/unit/page.md", "").whole()


def _quiz(folder: _AskedFolder) -> object:
    return quizzes.read_fields(folder.fields, folder)


def _form(folder: _AskedFolder) -> object:
    return forms.form_of(folder.fields, folder)


def _observation(folder: _AskedFolder) -> object:
    return observation.sheet_of(folder.fields, folder)


def _unit(folder: _AskedFolder) -> object:
    return units.unit_of(folder.fields, _NO_TEXT, folder)


def _lesson(folder: _AskedFolder) -> object:
    return units.lesson_of(folder.fields, _NO_TEXT, folder)


def _page(folder: _AskedFolder) -> object:
    return units.page_of(folder.fields, _NO_TEXT, folder)


FILES: dict[str, File] = {
    "course": File("content/course.yml", "title, parts and paths", outline.read),
    "competencies": File(
        "content/competencies.yml",
        "competencies and instruments",
        framework.read,
        not_of_hosts=("groups",),
    ),
    "references": File("content/references.yml", "a source", references.read, is_list=True),
    "glossary": File("content/glossary.yml", "a word explained", glossary.read, is_list=True),
    "synonyms": File(
        "content/synonyms.yml", "what people type, and what the course calls it", synonyms.read, is_list=True
    ),
    "cast": File("content/cast.yml", "the fictional people", cast.read),
    "forms": File("content/forms/*.yml", "a form", _form, types=tuple(ARTEFACTS), is_list=True),
    "observation": File("content/observation/*.yml", "an observation sheet", _observation, is_list=True),
    "organisation": File("organisation.yml", "what a host adds", organisation.read),
    "quizzes": File(
        "quizzes/**/*.yml", "a bank or an exercise", _quiz, types=(quizzes.BANK, *EXERCISE_TYPES)
    ),
    "unit": File("content/PART/UNIT/index.md", "the page of a unit", _unit, is_front_matter=True),
    "lesson": File("content/PART/UNIT/*.md", "a lesson", _lesson, is_front_matter=True),
    "page": File("content/pages/*.md", "a page outside the units", _page, is_front_matter=True),
}


def shape_of(file: File) -> Shape:
    """Return the fields that the reader of a file asks for."""

    def read(fields: Mapping) -> object:
        return file.read(_AskedFolder(fields))

    if not file.types:
        shape = asked(read, _types_in)
        shape.waived |= set(file.not_of_hosts)
        return shape
    return Shape(decides=TYPE, by_type={each: asked(read, _types_in, each) for each in file.types})


class _AskedFolder(Folder):
    """A folder of which every file is the one that is asked."""

    def __init__(self, fields: Mapping) -> None:
        self.fields = fields
        self.is_whole = True

    def report(self, finding: Diagnostic) -> None:
        """Find nothing: what is said is no author's."""

    def mappings(self, path: str, *, is_needed: bool = False) -> Iterator[Mapping]:
        yield self.fields

    def entries(self, path: str) -> Iterator[Mapping]:
        yield self.fields

    def close(self, fields: Mapping) -> None:
        """Find nothing."""


def _types_in(path: tuple[str, ...]) -> Sequence[str]:
    """Return the types of the entries of a list, by the types and names of the lists around it."""
    match path[-2:]:
        case (_, "shows"):
            return tuple(ARTEFACTS)
        case ("bank", "items"):
            return (*ITEM_TYPES, *FRAMES)
        case ("case", "items"):
            return tuple(ITEM_TYPES)
        case _:
            return ()
