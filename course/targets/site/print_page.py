"""The page from which a unit is printed: the whole of it, or one kind of sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

from course.minutes import unit_time
from course.model.units import Heading, Lesson, Unit
from course.targets.site.context import SiteContext
from course.targets.site.lesson_page import part_of, review_of, sources_in
from course.targets.site.markdown_page import Deferred, Hypertext, SitePage, Title
from course.targets.site.observation_pages import sheet_html, sheets_of
from course.targets.site.on_paper import on_paper
from course.targets.site.paper_pages import paper_pages
from course.targets.site.print_choices import KEY, OBSERVATION, OBSERVER, UNIT, print_choices
from course.targets.site.sheets import Sheet, Sheets


def print_page(site: SiteContext, unit: Unit) -> SitePage:
    """Return the page of a unit; it holds every sheet once, and a choice hides the others."""
    return _Printing(site, unit).page()


@dataclass(frozen=True)
class _Printing:
    site: SiteContext
    unit: Unit

    def page(self) -> SitePage:
        unit = self.unit
        back = self.site.link(self._path, self.site.addresses.unit(unit.id), unit.title)
        kicker = self._html("pages/print_kicker", part=part_of(self.site, unit), back=back)
        sheets = [Sheet(sheet.kind, on_paper(sheet.html)) for sheet in self._all()]
        choices = [(name, paper_pages(sheets, name)) for name in print_choices(self.site, unit)]
        outline = self.site.course.outline
        html = self._html("pages/print", unit=unit, choices=choices, sheets=sheets, outline=outline)
        title = self.site.words("print.title", title=unit.title)
        parts = (Hypertext(kicker), Title(1, unit.title, f"title-print-{unit.id}"), Deferred(html))
        return SitePage(self._path, title, unit.id, parts, ("toc",), kind="print")

    @cached_property
    def _path(self) -> str:
        return self.site.addresses.print_page(self.unit.id)

    @cached_property
    def _sheets(self) -> Sheets:
        return Sheets(self.site, self.unit, self._path)

    def _all(self) -> Iterator[Sheet]:
        yield Sheet(UNIT, self._opening())
        for lesson in self.unit.lessons:
            yield from self._lesson(lesson)
        cited = (one for lesson in self.unit.lessons for one in sources_in(self.site, lesson, self._path))
        if references := {one["reference"].id: one["reference"] for one in cited}:
            yield Sheet(UNIT, self._html("sheets/sources", references=references.values()))
        for sheet in sheets_of(self.site, self.unit):
            yield Sheet(OBSERVATION, sheet_html(self.site, sheet, self._path, level=2))
        yield from self._keys()

    def _opening(self) -> str:
        return self._html(
            "sheets/opening",
            summary=self.site.typesetter.html(self.unit.summary, self._path),
            objectives=[self.site.typesetter.html(one.text, self._path) for one in self.unit.objectives],
            time=unit_time(self.site.course, self.unit),
            review=review_of(self.site, self.unit),
        )

    def _lesson(self, lesson: Lesson) -> Iterator[Sheet]:
        # the title of the first page is the unit's own, which is already at the top
        is_first = lesson is self.unit.lessons[0]
        if not is_first:
            yield Sheet(UNIT, self._html("sheets/lesson_title", lesson=lesson))
        for block in lesson.blocks:
            if isinstance(block, Heading):
                level = block.level if is_first else block.level + 1
                yield Sheet(UNIT, f"<h{level}>{escape(block.text)}</h{level}>")
            else:
                yield from self._sheets.of(block)
        if lesson.remember or lesson.do:
            html = self.site.typesetter.html
            remember, do = html(lesson.remember, self._path), html(lesson.do, self._path)
            yield Sheet(UNIT, self._html("sheets/keep", remember=remember, do=do))

    def _keys(self) -> Iterator[Sheet]:
        """Yield what must not be seen by those who answer the questions or play a dialogue."""
        banks, ratings, replies, talks = self._sheets.keyed()
        if banks or ratings or replies:
            key = self.site.cached.page(
                "sheets/key.html.jinja", banks=banks, ratings=ratings, replies=replies
            )
            yield Sheet(KEY, key)
        if talks:
            yield Sheet(OBSERVER, self._html("sheets/observer", talks=talks))

    def _html(self, name: str, **values: Any) -> str:
        return self.site.templates.page(f"{name}.html.jinja", **values)
