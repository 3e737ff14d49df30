"""The pages a learner comes back to: today's overview, and the review with what was missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.targets.site.addresses import REVIEW, TODAY
from course.targets.site.context import SiteContext
from course.targets.site.front_page import first_unit
from course.targets.site.markdown_page import Hypertext, SitePage, Title
from course.targets.site.record_data import modules


def review_pages(site: SiteContext) -> Iterator[SitePage]:
    """Yield both pages; their scripts fill them in."""
    yield _page(site, TODAY, "today", begin=first_unit(site, TODAY), modules=list(modules(site)))
    yield _page(site, REVIEW, "review")


def _page(site: SiteContext, path: str, name: str, **values: Any) -> SitePage:
    title = site.words(f"{name}.title")
    html = site.templates.page(f"pages/{name}.html.jinja", **values)
    parts = (Title(1, title, f"title-{name}"), Hypertext(html))
    return SitePage(path, title, "", parts, ("toc",), kind=name)
