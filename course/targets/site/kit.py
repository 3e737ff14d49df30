"""What every page of the site is made with."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from course.model.course import Course
from course.model.exercises import Dialogue, Rating
from course.model.framework import Ref
from course.model.items import Bank, Item
from course.model.units import Lesson, Unit
from course.records.course_data import CourseData, course_data
from course.store import Nothing, Store, key_of
from course.targets.site.addresses import Addresses, relative
from course.targets.site.exercise_views import ExerciseViews
from course.targets.site.interface import Interface
from course.targets.site.item_html import ItemHtml
from course.targets.site.placing import Placing
from course.targets.site.quizzes import QuizViews, View
from course.targets.site.templates import Templates
from course.targets.site.typesetting import Typesetter

# The templates of the last course: compiling them takes as long as rendering a dozen lessons.
_COMPILED: dict[bytes, Templates] = {}

# parts of a unit that have to be done; one's own words and confidence are free
_COUNTED = (Dialogue.kind, Rating.kind)


@dataclass(frozen=True)
class Link:
    """A link as a template writes it."""

    href: str
    text: str


@dataclass(frozen=True)
class Kit:
    """A course with its addresses, typesetting, templates and words. `assets` are files by path."""

    course: Course
    assets: Mapping[str, bytes]
    store: Store = field(default_factory=Nothing)

    @cached_property
    def words(self) -> Interface:
        language = self.course.outline.language or "en"
        ending = f"{language}.po"
        catalogues = [content for path, content in sorted(self.assets.items()) if path.endswith(ending)]
        english = [content for path, content in sorted(self.assets.items()) if path.endswith("en.po")]
        return Interface([*english, *catalogues], language)

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses(self.course)

    @cached_property
    def typesetter(self) -> Typesetter:
        return Typesetter(self.course, self.addresses)

    @cached_property
    def templates(self) -> Templates:
        key = self._templates_key
        if key not in _COMPILED:
            _COMPILED.clear()
            _COMPILED[key] = Templates(self._template_sources(), self.words)
        return _COMPILED[key]

    def _template_sources(self) -> dict[str, str]:
        return {
            path: content.decode("utf-8")
            for path, content in self.assets.items()
            if path.endswith((".jinja", ".html"))
        }

    @cached_property
    def data(self) -> CourseData:
        return course_data(self.course)

    @cached_property
    def placing(self) -> Placing:
        return Placing(self.course, self.data)

    @cached_property
    def quizzes(self) -> QuizViews:
        return QuizViews(self.course, self.data, self.addresses, self.typesetter, self.words)

    @cached_property
    def exercise_views(self) -> ExerciseViews:
        return ExerciseViews(self.course, self.addresses, self.typesetter)

    @cached_property
    def items(self) -> ItemHtml:
        return ItemHtml(self.quizzes, self.typesetter, self.rendered, self.templates.page)

    def rendered(self, template: str, **views: str | View | list[View]) -> Markup:
        """Return a template as HTML; it follows from the views and the templates alone, and so is kept."""
        if not self.store.is_kept:
            return self.templates.page(template, **views)
        key = key_of(template, self._templates_key, json.dumps(views))
        kept = self.store.recall(key)
        if kept is not None:
            return Markup(kept.decode("utf-8"))
        html = self.templates.page(template, **views)
        self.store.keep(key, html.encode("utf-8"))
        return html

    @cached_property
    def _templates_key(self) -> bytes:
        shown = [(path, self.assets[path]) for path in sorted(self.assets) if not path.startswith("bundle/")]
        return key_of(self.course.outline.language, *(part for entry in shown for part in entry))

    def link(self, page: str, target: str, text: str) -> Link:
        return Link(relative(page, target), text)

    def competency_links(self, refs: tuple[Ref, ...], page: str) -> list[Link]:
        """Return links to competencies, with their titles."""
        return [
            self.link(page, self.addresses.competency(ref.id), self.course.competencies[ref.id].title)
            for ref in refs
        ]

    @cached_property
    def units_in_order(self) -> list[Unit]:
        """Return the units in the order of the outline, then those it does not name."""
        planned = [unit.id for part in self.course.outline.parts for unit in part.units]
        place = {name: number for number, name in enumerate(planned)}
        return sorted(self.course.units, key=lambda unit: place.get(unit.id, len(place)))

    @cached_property
    def banks_of_unit(self) -> Mapping[str, list[Bank]]:
        """Return the banks of each unit by its id."""
        found = defaultdict[str, list[Bank]](list)
        for bank in self.course.banks:
            found[bank.unit.id].append(bank)
        return found

    def banks_of(self, lesson: Lesson) -> list[Bank]:
        """Return the banks that stand in a lesson."""
        return [self.course.banks_by_id[place.bank.id] for place in lesson.quiz_places()]

    def items_of(self, lesson: Lesson) -> list[Item]:
        """Return the items that stand in a lesson."""
        return [item for bank in self.banks_of(lesson) for item in bank.items()]

    def questions(self, lesson: Lesson) -> int:
        """Return how many items stand in a lesson."""
        return len(self.items_of(lesson))

    def unit_questions(self, unit: Unit) -> int:
        return sum(self.questions(lesson) for lesson in unit.lessons)

    @staticmethod
    def exercises_of(lesson: Lesson) -> list[str]:
        """Return the dialogues and rating exercises of a lesson, by their ids."""
        return [place.exercise.id for place in lesson.exercise_places() if place.kind in _COUNTED]

    def exercises(self, unit: Unit) -> int:
        """Return how many dialogues and rating exercises stand in a unit."""
        return sum(len(self.exercises_of(lesson)) for lesson in unit.lessons)
