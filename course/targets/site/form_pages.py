"""The pages of forms: all of them in one list, and one page for each, which is printed on one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.model.forms import Form
from course.targets.site.addresses import FORMS
from course.targets.site.context import Link, SiteContext
from course.targets.site.lesson_page import unit_link
from course.targets.site.markdown_page import Hypertext, SitePage, Title


def form_pages(site: SiteContext) -> Iterator[SitePage]:
    """Yield the list and the page of each form; nothing in a course without forms."""
    if site.course.forms:
        yield _list(site)
        yield from (_page(site, form) for form in site.course.forms)


def form_link(site: SiteContext, form: Form, page: str) -> Link:
    """Return the link from a page to a form."""
    return site.link(page, site.addresses.form(form.id), form.title)


def _list(site: SiteContext) -> SitePage:
    title = site.words("forms.title")
    blank = [form for form in site.course.forms if form.example_of is None]
    of_all = {"id": "all", "title": site.words("form.of_all"), "rows": _rows(site, blank, "")}
    of_units = (
        {"id": unit.id, "title": unit.title, "rows": _rows(site, blank, unit.id)}
        for part in site.course.outline.parts
        for unit in part.units
    )
    groups = [group for group in (of_all, *of_units) if group["rows"]]
    html = site.templates.page("pages/forms.html.jinja", groups=groups)
    return SitePage(FORMS, title, "", (site.made_title(title, "title-forms"), Hypertext(html)), ("toc",))


def _rows(site: SiteContext, forms: list[Form], unit: str) -> list[dict[str, Any]]:
    return [
        {
            "link": form_link(site, form, FORMS),
            "use": site.typesetter.html(form.use, FORMS),
            "examples": _examples(site, form, FORMS),
        }
        for form in forms
        if (form.unit.id if form.unit else "") == unit
    ]


def _examples(site: SiteContext, form: Form, page: str) -> list[Link]:
    return [
        form_link(site, one, page)
        for one in site.course.forms
        if one.example_of and one.example_of.id == form.id
    ]


def _page(site: SiteContext, form: Form) -> SitePage:
    path = site.addresses.form(form.id)
    kicker = site.templates.page(
        "pages/form.html.jinja",
        all=site.link(path, FORMS, site.words("forms.title")),
        unit=unit_link(site, form.unit.id, path) if form.unit else None,
    )
    blank = site.course.forms_by_id[form.example_of.id] if form.example_of else None
    sheet = site.templates.page(
        "pages/form_sheet.html.jinja",
        use=site.typesetter.html(form.use, path),
        blank=blank and form_link(site, blank, path),
        examples=_examples(site, form, path),
        is_blank=form.artefact.is_form,
        people=form.people,
        html=site.typesetter.artefact(form.artefact),
        outline=site.course.outline,
    )
    parts = (Hypertext(kicker), Title(1, form.title, f"title-form-{form.id}"), Hypertext(sheet))
    # a filled form is found through its lesson
    return SitePage(path, form.title, "", parts, ("toc",), kind="form")
