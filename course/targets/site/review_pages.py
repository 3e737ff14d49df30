"""The page a learner comes back to: the review, with what was missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.targets.site.addresses import REVIEW
from course.targets.site.context import SiteContext
from course.targets.site.markdown_page import Hypertext, SitePage


def review_pages(site: SiteContext) -> Iterator[SitePage]:
    """Yield the page; its script fills it in."""
    yield _page(site, REVIEW, "review")


def _page(site: SiteContext, path: str, name: str, **values: Any) -> SitePage:
    title = site.words(f"{name}.title")
    html = site.templates.page(f"pages/{name}.html.jinja", **values)
    parts = (site.made_title(title, f"title-{name}"), Hypertext(html))
    return SitePage(path, title, "", parts, ("toc",), kind=name)
