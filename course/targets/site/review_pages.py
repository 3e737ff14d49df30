"""The pages a learner comes back to: today's overview, and the review with what was missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.targets.site.addresses import REVIEW, TODAY
from course.targets.site.front_page import first_unit
from course.targets.site.kit import Kit
from course.targets.site.markdown_page import Hypertext, SitePage, Title
from course.targets.site.record_data import modules


def review_pages(kit: Kit) -> Iterator[SitePage]:
    """Yield both pages; what stands on them is filled in by their scripts."""
    yield _page(kit, TODAY, "today", begin=first_unit(kit, TODAY), modules=list(modules(kit)))
    yield _page(kit, REVIEW, "review")


def _page(kit: Kit, path: str, name: str, **values: Any) -> SitePage:
    title = kit.words(f"{name}.title")
    html = kit.templates.page(f"pages/{name}.html.jinja", **values)
    parts = (Title(1, title, f"title-{name}"), Hypertext(html))
    return SitePage(path, title, "", parts, ("toc",), kind=name)
