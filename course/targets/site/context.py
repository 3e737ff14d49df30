"""What every page of a site is made with: the course, addresses, words, typesetting and templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from course.cache import Cache, NoCache
from course.model.course import Course
from course.model.framework import Ref
from course.records.course_data import CourseData, course_data
from course.targets.site.addresses import Addresses, relative
from course.targets.site.cached_templates import CachedTemplates
from course.targets.site.exercise_views import ExerciseViews
from course.targets.site.interface import ENGLISH, Interface, interface_of
from course.targets.site.item_html import ItemHtml
from course.targets.site.markdown_page import Title
from course.targets.site.placing import Placing
from course.targets.site.quizzes import QuizViews
from course.targets.site.templates import Templates, templates_of
from course.targets.site.typesetting import Typesetter
from course.targets.site.word_links import LinkedWords


@dataclass(frozen=True)
class Link:
    """A link as a template writes it."""

    href: str
    text: str


@dataclass(frozen=True)
class SiteContext:
    """A course and what its pages are made with. `assets` are the files of `site_templates/`, by path."""

    course: Course
    assets: Mapping[str, bytes]
    words: Interface
    addresses: Addresses
    typesetter: Typesetter
    templates: Templates
    cached: CachedTemplates
    quizzes: QuizViews
    exercises: ExerciseViews
    items: ItemHtml

    @cached_property
    def data(self) -> CourseData:
        """Return what the browser must know to judge responses; few pages need it, and it takes a while."""
        return course_data(self.course)

    @cached_property
    def placing(self) -> Placing:
        return Placing(self.course, self.data)

    @cached_property
    def linked_words(self) -> LinkedWords:
        return LinkedWords(self.course.glossary)

    def made_title(self, words: str, anchor: str) -> Title:
        """Return the title of a page that the site makes itself, in the language of the interface."""
        return Title(1, words, anchor, ENGLISH if self.words.is_foreign else "")

    def link(self, page: str, target: str, text: str) -> Link:
        return Link(relative(page, target), text)

    def competency_links(self, refs: tuple[Ref, ...], page: str) -> list[Link]:
        """Return links to competencies, with their titles."""
        return [
            self.link(page, self.addresses.competency(ref.id), self.course.competencies[ref.id].title)
            for ref in refs
        ]


def site_context(course: Course, assets: Mapping[str, bytes], cache: Cache | None = None) -> SiteContext:
    """Return the context of a course; `cache` recalls what was rendered before."""
    language = course.outline.language or "en"
    words = interface_of(assets, language)
    templates = templates_of(assets, language, words)
    cached = CachedTemplates(templates, cache or NoCache())
    addresses = Addresses(course)
    typesetter = Typesetter(course, addresses, templates)
    quizzes = QuizViews(addresses, typesetter, words)
    return SiteContext(
        course=course,
        assets=assets,
        words=words,
        addresses=addresses,
        typesetter=typesetter,
        templates=templates,
        cached=cached,
        quizzes=quizzes,
        exercises=ExerciseViews(course, addresses, typesetter),
        items=ItemHtml(quizzes, typesetter, cached, templates),
    )
