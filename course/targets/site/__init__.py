"""The site target: a plain project for a site engine, with no plugin and no hook of ours."""

from __future__ import annotations

from collections.abc import Mapping

from course.model.course import Course
from course.model.units import Lesson
from course.store import Nothing, Store
from course.targets import Output
from course.targets.site.addresses import markdown_file
from course.targets.site.front_page import front_page, map_page
from course.targets.site.kit import Kit
from course.targets.site.lesson_page import lesson_page, outside_page
from course.targets.site.markdown_page import article
from course.targets.site.placement import placement_pages
from course.targets.site.print_page import print_pages
from course.targets.site.project import project_files
from course.targets.site.record_data import record_pages
from course.targets.site.register_pages import register_pages
from course.targets.site.review_pages import review_pages


def write(course: Course, assets: Mapping[str, bytes], store: Store | None = None) -> Output:
    """Write the project: pages in `docs/`, overrides of the theme, settings.

    `assets` are the files of `site_templates/`, by path; `store` recalls what was rendered before.
    """
    kit = Kit(course, assets, store or Nothing())
    pages = [
        front_page(kit),
        map_page(kit),
        *(lesson_page(kit, unit, lesson) for unit in kit.units_in_order for lesson in unit.lessons),
        *review_pages(kit),
        *print_pages(kit),
        *record_pages(kit),
        *placement_pages(kit),
        *register_pages(kit),
        *(outside_page(kit, page) for page in course.pages),
    ]
    files = {f"docs/{markdown_file(page.path)}": page.markdown() for page in pages}
    return Output(dict(sorted((files | dict(project_files(kit, pages))).items())))


def article_of(kit: Kit, lesson: Lesson) -> tuple[str, str]:
    """Return the path of a lesson's page, and what the engine would put into it."""
    page = lesson_page(kit, kit.course.unit_of_lesson[lesson.id], lesson)
    return page.path, article(page, kit.words("page.permalink"))
