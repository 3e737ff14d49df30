"""The addresses of the pages, made of ids so that authors can renumber files."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from posixpath import commonprefix

from course.model.course import Course
from course.model.exercises import EXERCISE_KINDS
from course.model.items import Section
from course.model.units import Lesson
from course.targets.site.placeholders import ROOT

FRONT = "index.html"
MAP = "map.html"
COMPETENCIES = "competencies.html"
REFERENCES = "references.html"
GLOSSARY = "glossary.html"
PEOPLE = "people.html"
ORGANISATION = "organisation.html"
PROFILE = "profile.html"
PLACEMENT = "placement.html"
RECORD = "record.html"
CERTIFICATE = "certificate.html"
REVIEW = "review.html"
DESK = "desk.html"
ASSIGNMENT = "assignment.html"
TODAY = "today.html"
PRACTISE = "practise.html"
LOOK_UP = "look-up.html"
NOW = "now.html"
FORMS = "forms.html"
OBSERVATION_SHEETS = "observation-sheets.html"
OBSERVE = "observe.html"
COHORT = "cohort.html"
SCHEMA = "competence-record.v1.json"
DESK_SCHEMA = "supervisor-desk.v1.json"


@lru_cache(maxsize=4_096)
def relative(page: str, target: str) -> str:
    """Return the address of a target as written on a page; both are paths from the site's root.

    In HTML for several pages (`page` is `ROOT`) the path to the root is a placeholder.
    """
    if page == ROOT:
        return f"{ROOT}{target}"
    path, hash_mark, anchor = target.partition("#")
    if path == page or not path:
        return f"{hash_mark}{anchor}" or posixpath.basename(page)
    here, there = page.split("/")[:-1], path.split("/")
    shared = len(commonprefix([here, there[:-1]]))
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]]) + hash_mark + anchor


def markdown_file(page: str) -> str:
    """Return the file of the generated project that becomes a page."""
    return page.removesuffix(".html") + ".md"


class Addresses:
    """The addresses of one course."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self.lessons = {
            lesson.id: self._lesson(unit.part, unit.id, lesson)
            for unit in course.units
            for lesson in unit.lessons
        }
        self.pages = {page.id: f"pages/{page.id}.html" for page in course.pages}

    def unit(self, name: str) -> str:
        """Return the first page of a unit; empty for one that is only planned."""
        return self.lessons.get(name, "")

    @staticmethod
    def print_page(unit: str) -> str:
        """Return the page from which a unit is printed."""
        return f"print/{unit}.html"

    @staticmethod
    def form(name: str) -> str:
        """Return the page on which a form is shown and from which it is printed."""
        return f"forms/{name}.html"

    def item(self, name: str) -> str:
        """Return the address of an item."""
        bank = self._course.bank_of_item[name]
        return f"{self.lessons[self._course.lesson_of_bank[bank.id].id]}#item-{name}"

    def exercise(self, kind: str, name: str) -> str:
        """Return the address of an exercise; empty for one that is in no lesson."""
        lesson = self._course.lesson_of_exercise.get(name)
        return f"{self.lessons[lesson.id]}#{EXERCISE_KINDS[kind].anchor}-{name}" if lesson else ""

    def taught(self, section: Section, page: str) -> dict[str, str]:
        """Return the link from a page to a section, as `href` and `title`."""
        lesson = self._course.lessons[section.lesson]
        heading = next(block for block in lesson.headings() if block.anchor == section.anchor)
        href = relative(page, f"{self.lessons[lesson.id]}#{section.anchor}")
        return {"href": href, "title": f"{lesson.title}: {heading.text}"}

    def file(self, path: str) -> str:
        """Return the page made from an author's file."""
        page = self._course.lessons_by_path[path]
        return self.lessons.get(page.id) or self.pages[page.id]

    @staticmethod
    def reference(name: str) -> str:
        return f"{REFERENCES}#{name}"

    @staticmethod
    def term(name: str) -> str:
        return f"{GLOSSARY}#{name}"

    @staticmethod
    def competency(name: str) -> str:
        return f"{COMPETENCIES}#{name.lower()}"

    @staticmethod
    def person(name: str) -> str:
        return f"{PEOPLE}#{name}"

    @staticmethod
    def _lesson(part: str, unit: str, lesson: Lesson) -> str:
        name = "index" if lesson.id == unit else lesson.id
        return f"{part}/{unit}/{name}.html"
