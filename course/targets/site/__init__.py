"""The site target: a plain project for a site engine, with no plugin and no hook of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from course.cache import Cache
from course.model.course import Course
from course.model.units import Lesson, Unit
from course.targets import Output
from course.targets.site.context import SiteContext, site_context
from course.targets.site.door_pages import door_pages
from course.targets.site.doors import to_look_up
from course.targets.site.form_pages import form_pages
from course.targets.site.front_page import front_page, map_page
from course.targets.site.item_scripts import item_script
from course.targets.site.learner_pages import learner_pages
from course.targets.site.lesson_page import lesson_page, outside_page
from course.targets.site.markdown_page import SitePage, article
from course.targets.site.observation_pages import observation_pages
from course.targets.site.print_page import print_page
from course.targets.site.project import project_files
from course.targets.site.register_pages import register_pages


def write(course: Course, assets: Mapping[str, bytes], cache: Cache | None = None) -> Output:
    """Write the project: pages in `docs/`, overrides of the theme, settings.

    `assets` are the files of `site_templates/`, by path; `cache` recalls what was rendered before.
    """
    return Output(_files(site_context(course, assets, cache)))


def _files(site: SiteContext) -> Iterator[tuple[str, bytes]]:
    addresses: list[str] = []

    def written(pages: Iterable[SitePage]) -> Iterator[tuple[str, bytes]]:
        for page in pages:
            addresses.append(page.path)
            yield page.file, page.markdown()

    yield from written((front_page(site), map_page(site)))
    for unit in site.course.units_in_order:
        yield from written(_pages_of(site, unit))
        yield item_script(site, unit)
    yield from written(_other_pages(site))
    yield from project_files(site, addresses)


def _pages_of(site: SiteContext, unit: Unit) -> Iterator[SitePage]:
    yield from (lesson_page(site, unit, lesson) for lesson in unit.lessons)
    yield print_page(site, unit)


def _other_pages(site: SiteContext) -> Iterator[SitePage]:
    yield from learner_pages(site)
    yield from register_pages(site)
    yield from form_pages(site)
    yield from observation_pages(site)
    yield from door_pages(site, to_look_up(site))
    yield from (outside_page(site, page) for page in site.course.pages)


def article_of(site: SiteContext, lesson: Lesson) -> tuple[str, str]:
    """Return the path of a lesson's page, and what the engine would put into it."""
    page = lesson_page(site, site.course.unit_of_lesson[lesson.id], lesson)
    return page.path, article(page, site.words("page.permalink"))
