"""The script with everything that can be found; the search makes its index of it when it is first used."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from course.model.organisation import Contact
from course.model.searched import Passage, passages
from course.model.steps import steps_of
from course.model.units import Lesson
from course.targets.site.addresses import (
    CERTIFICATE,
    NOW,
    OBSERVATION_SHEETS,
    ORGANISATION,
    PLACEMENT,
    PROFILE,
    RECORD,
    REVIEW,
)
from course.targets.site.context import SiteContext
from course.targets.site.doors import doors
from course.targets.site.lesson_steps import is_stepped
from course.targets.site.page_data import PageData
from course.targets.site.page_data.script import script
from course.targets.site.page_data.search import SearchData, SearchDocument, Synonym

# the pages that people look for by other words than their title
_NAMED_OTHERWISE = {
    NOW: "now",
    REVIEW: "review",
    PLACEMENT: "placement",
    PROFILE: "profile",
    RECORD: "record",
    CERTIFICATE: "certificate",
}


def search_script(site: SiteContext) -> bytes:
    """Return the script with what can be found, and with the synonyms."""
    found = [*map(partial(_document, site), passages(site.course)), *_pages(site)]
    return script(PageData(search=SearchData(documents=found, synonyms=_synonyms(site))))


def _document(site: SiteContext, passage: Passage) -> SearchDocument:
    page = _page_of(site, passage)
    return SearchDocument(
        href=_address(site, passage),
        title=passage.title,
        text=passage.text,
        kind=_kind(site, passage),
        within=_within(site, passage),
        names=list(passage.names),
        is_safety=page is not None and page.search.is_safety,
        is_beside=passage.kind in ("reference", "observation-sheet"),
    )


def _page_of(site: SiteContext, passage: Passage) -> Lesson | None:
    if passage.kind not in ("lesson", "section"):
        return None
    outside = (page for page in site.course.pages if page.id == passage.id)
    return site.course.lessons.get(passage.id) or next(outside)


def _address(site: SiteContext, passage: Passage) -> str:
    match passage.kind:
        case "lesson" | "section":
            return _address_in_page(site, passage)
        case "term":
            return site.addresses.term(passage.id)
        case "person":
            return site.addresses.person(passage.id)
        case "competency":
            return site.addresses.competency(passage.id)
        case "form":
            return site.addresses.form(passage.id)
        case "observation-sheet":
            return f"{OBSERVATION_SHEETS}#{passage.id}"
        case "reference":
            return site.addresses.reference(passage.id)


def _address_in_page(site: SiteContext, passage: Passage) -> str:
    """Return the address of a section, or of the beginning of a page: its first step, where it has steps."""
    unit = site.course.unit_of_lesson.get(passage.id)
    if unit is None:
        path, first = site.addresses.pages[passage.id], ""
    else:
        lesson = site.course.lessons[passage.id]
        path = site.addresses.lessons[lesson.id]
        first = steps_of(lesson)[0].anchor if is_stepped(unit, lesson) else ""
    anchor = passage.anchor or first
    return f"{path}#{anchor}" if anchor else path


def _kind(site: SiteContext, passage: Passage) -> str:
    match passage.kind:
        case "section":
            return ""
        case "lesson" if passage.id in site.course.units_by_id:
            return site.words("search.kind_unit")
        case "lesson" if passage.id not in site.course.lessons:
            return site.words("search.kind_page")
        case kind:
            return site.words(f"search.kind_{kind.replace('-', '_')}")


def _within(site: SiteContext, passage: Passage) -> str:
    """Return the titles of what a passage is part of."""
    unit, page = site.course.unit_of_lesson.get(passage.id), _page_of(site, passage)
    if page is None:
        return ""
    above = [unit.title] if unit and page is not unit.lessons[0] else []
    return ": ".join((*above, page.title) if passage.anchor else above)


def _pages(site: SiteContext) -> Iterator[SearchDocument]:
    """Yield the pages behind the doors that the site makes itself."""
    written = {*site.addresses.pages.values()}
    links = {link["href"]: link["text"] for door in doors(site) for link in door["links"]}
    for path, title in links.items():
        if path not in written:
            name = _NAMED_OTHERWISE.get(path, "")
            yield SearchDocument(
                href=path,
                title=_plain(title),
                text=_text_of_page(site, path),
                kind=site.words("search.kind_page"),
                names=site.words(f"search.also_{name}").split(", ") if name else [],
                is_safety=path == NOW,
            )


def _plain(title: str) -> str:
    """Return a title without the mark that it is in the language of the interface."""
    return title.striptags() if isinstance(title, Markup) else title


def _text_of_page(site: SiteContext, path: str) -> str:
    """Return what a host wrote on a page."""
    host = site.course.organisation
    if path == NOW:
        return _contacts(host.crisis_contacts)
    if path == ORGANISATION:
        return _contacts((*host.crisis_contacts, *host.local_services))
    return ""


def _contacts(contacts: tuple[Contact, ...]) -> str:
    parts = (part for one in contacts for part in (one.name, one.phone, one.text.plain))
    return " ".join(filter(None, parts))


def _synonyms(site: SiteContext) -> list[Synonym]:
    """Return the synonyms of the course; another name of a word in the glossary is one, too."""
    own = [
        Synonym(typed=list(each.typed), find=[words.value for words in each.find])
        for each in site.course.synonyms
    ]
    terms = [Synonym(typed=list(term.also), find=[term.term]) for term in site.course.glossary if term.also]
    return [*own, *terms]
