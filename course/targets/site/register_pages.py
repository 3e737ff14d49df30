"""The pages that gather: competencies, references, glossary, the fictional group, the host's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from course.model.framework import Competency, Reference
from course.model.organisation import Contact
from course.model.units import Lesson
from course.targets.site.addresses import COMPETENCIES, GLOSSARY, ORGANISATION, PEOPLE, REFERENCES, relative
from course.targets.site.context import Link, SiteContext
from course.targets.site.markdown_page import Hypertext, SitePage, Title


def register_pages(site: SiteContext) -> Iterator[SitePage]:
    """Yield the registers that the course has anything for."""
    yield competencies_page(site)
    if site.course.references:
        yield references_page(site)
    if site.course.glossary:
        yield glossary_page(site)
    if site.course.cast.members:
        yield people_page(site)
    if site.course.organisation.name:
        yield organisation_page(site)


def competencies_page(site: SiteContext) -> SitePage:
    """Return the framework, group by group, with where each competency is taught and asked."""
    title = site.words("competencies.title")
    intro = site.templates.page("pages/competencies_intro.html.jinja")
    parts: list[Hypertext | Title] = [site.made_title(title, "title-competencies"), Hypertext(intro)]
    for group in site.course.framework.groups:
        members = [one for one in site.course.framework.competencies if one.group == group.id]
        rows = [_competency(site, competency) for competency in members]
        html = site.templates.page("pages/competencies_group.html.jinja", rows=rows)
        parts += [Title(2, group.title, f"group-{group.id}"), Hypertext(html)]
    return SitePage(COMPETENCIES, title, "", parts)


def _competency(site: SiteContext, competency: Competency) -> dict[str, Any]:
    names = site.course.framework.instrument_items()
    taught = [
        site.link(COMPETENCIES, site.addresses.unit(unit.id), unit.title)
        for unit in site.course.units
        if any(ref.id == competency.id for objective in unit.objectives for ref in objective.competencies)
    ]
    asked = sum(competency.id in (ref.id for ref in item.competencies) for _, item in site.course.items())
    return {
        "competency": competency,
        "anchor": competency.id.lower(),
        "statement": site.typesetter.html(competency.statement, COMPETENCIES),
        "levels": [
            (name, site.typesetter.html(prose, COMPETENCIES))
            for name, prose in (
                ("foundation", competency.foundation),
                ("competent", competency.competent),
                ("expert", competency.expert),
            )
            if prose
        ],
        "observed_by": [names[ref.id] for ref in competency.observed_by],
        "taught": taught,
        "asked": asked,
    }


def references_page(site: SiteContext) -> SitePage:
    """Return every source, with who cites it."""
    title = site.words("references.title")
    cited = _citing(site)
    asking = _asking(site)
    in_order = sorted(site.course.references, key=lambda one: (one.is_own, one.short.casefold()))
    rows = [
        {
            "reference": reference,
            "address": _address(reference),
            "cited": cited[reference.id],
            # advice of our own is nothing that a question could rest on
            "asking": 0 if reference.is_own else asking[reference.id],
        }
        for reference in in_order
    ]
    html = site.templates.page("pages/references.html.jinja", rows=rows)
    parts = (site.made_title(title, "title-references"), Hypertext(html))
    return SitePage(REFERENCES, title, "", parts, ("toc",))


def _address(reference: Reference) -> str:
    return f"https://doi.org/{reference.doi}" if reference.doi else reference.url


def _citing(site: SiteContext) -> dict[str, list[Link]]:
    """Return the lessons that cite each source."""
    found: dict[str, dict[str, Lesson]] = defaultdict(dict)
    for lesson in (*site.course.lessons.values(), *site.course.pages):
        for prose in lesson.prose():
            for citation in prose.citations():
                for name, _ in citation.sources:
                    found[name][lesson.path] = lesson
    links: dict[str, list[Link]] = defaultdict(list)
    for name, lessons in found.items():
        links[name] = [
            site.link(REFERENCES, site.addresses.file(path), lesson.title) for path, lesson in lessons.items()
        ]
    return links


def _asking(site: SiteContext) -> dict[str, int]:
    """Return how many items rest on each source."""
    counts: dict[str, int] = defaultdict(int)
    for _, item in site.course.items():
        for ref in item.sources:
            counts[ref.id] += 1
    return counts


def glossary_page(site: SiteContext) -> SitePage:
    """Return the page of the glossary, in the order of the alphabet."""
    title = site.words("glossary.title")
    rows = [
        {"term": term, "html": site.typesetter.html(term.text, GLOSSARY)}
        for term in sorted(site.course.glossary, key=lambda term: term.term.casefold())
    ]
    html = site.templates.page("pages/glossary.html.jinja", rows=rows)
    parts = (site.made_title(title, "title-glossary"), Hypertext(html))
    return SitePage(GLOSSARY, title, "", parts, ("toc",))


def people_page(site: SiteContext) -> SitePage:
    """Return the fictional group, each with what happens to them."""
    title = site.words("people.title")
    intro = site.templates.page(
        "pages/people_intro.html.jinja",
        introduction=site.typesetter.html(site.course.cast.introduction, PEOPLE),
    )
    parts: list[Hypertext | Title] = [site.made_title(title, "title-people"), Hypertext(intro)]
    titles = {unit.id: unit.title for part in site.course.outline.parts for unit in part.units}
    for member in site.course.cast.members:
        arc = []
        for ref, text in member.arc:
            href = site.addresses.unit(ref.id)
            arc.append({"title": titles[ref.id], "href": href and relative(PEOPLE, href), "text": text})
        life = site.typesetter.html(member.life, PEOPLE)
        html = site.templates.page("pages/person.html.jinja", member=member, life=life, arc=arc)
        parts += [Title(2, member.name, member.id), Hypertext(html)]
    return SitePage(PEOPLE, title, "", parts)


def organisation_page(site: SiteContext) -> SitePage:
    """Return what the host says: contacts, local services, reviews, whom to write to about a mistake."""
    organisation = site.course.organisation
    title = site.words("organisation.title")
    reviews = [
        {
            "review": review,
            "unit": site.link(ORGANISATION, site.addresses.unit(unit.id), unit.title),
        }
        for review in organisation.reviews
        if (unit := site.course.units_by_id.get(review.unit.id))
    ]
    html = site.templates.page(
        "pages/organisation.html.jinja",
        organisation=organisation,
        crisis=contact_rows(site, organisation.crisis_contacts, ORGANISATION),
        services=contact_rows(site, organisation.local_services, ORGANISATION),
        reviews=reviews,
    )
    parts = (site.made_title(title, "title-organisation"), Hypertext(html))
    return SitePage(ORGANISATION, title, "", parts, ("toc",))


def contact_rows(site: SiteContext, contacts: tuple[Contact, ...], page: str) -> list[dict[str, Any]]:
    """Return contacts as a page shows them."""
    return [{"contact": contact, "text": site.typesetter.html(contact.text, page)} for contact in contacts]
