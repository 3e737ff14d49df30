"""A page that is its title and one template."""

from __future__ import annotations

from course.targets.site.context import SiteContext
from course.targets.site.markdown_page import Hypertext, SitePage


def template_page(site: SiteContext, path: str, name: str, *, kind: str = "", **values: object) -> SitePage:
    """Return the page of `pages/NAME.html.jinja`, with the word `NAME.title` as its title.

    `kind` says which scripts and styles come with it, unless these go by its name.
    """
    title = site.words(f"{name}.title")
    html = site.templates.page(f"pages/{name}.html.jinja", **values)
    parts = (site.made_title(title, f"title-{name}"), Hypertext(html))
    return SitePage(path, title, "", parts, ("toc",), kind=kind or name)
