"""The pages that gather: competencies, references, glossary, the fictional group, the host's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from course.model.framework import Competency, Reference
from course.model.organisation import Contact
from course.model.units import Lesson
from course.targets.site.addresses import COMPETENCIES, GLOSSARY, ORGANISATION, PEOPLE, REFERENCES, relative
from course.targets.site.kit import Kit, Link
from course.targets.site.markdown_page import Hypertext, SitePage, Title


def register_pages(kit: Kit) -> Iterator[SitePage]:
    """Yield the registers that the course has anything for."""
    yield competencies_page(kit)
    if kit.course.references:
        yield references_page(kit)
    if kit.course.glossary:
        yield glossary_page(kit)
    if kit.course.cast.members:
        yield people_page(kit)
    if kit.course.organisation.name:
        yield organisation_page(kit)


def competencies_page(kit: Kit) -> SitePage:
    """Return the framework, group by group, with where each competency is taught and asked."""
    title = kit.words("competencies.title")
    intro = kit.templates.page("pages/competencies_intro.html.jinja")
    parts: list[Hypertext | Title] = [Title(1, title, "title-competencies"), Hypertext(intro)]
    for group in kit.course.framework.groups:
        members = [one for one in kit.course.framework.competencies if one.group == group.id]
        rows = [_competency(kit, competency) for competency in members]
        html = kit.templates.page("pages/competencies_group.html.jinja", rows=rows)
        parts += [Title(2, group.title, f"group-{group.id}"), Hypertext(html)]
    return SitePage(COMPETENCIES, title, "", parts)


def _competency(kit: Kit, competency: Competency) -> dict[str, Any]:
    names = kit.course.framework.instrument_items()
    taught = [
        kit.link(COMPETENCIES, kit.addresses.unit(unit.id), unit.title)
        for unit in kit.course.units
        if any(ref.id == competency.id for objective in unit.objectives for ref in objective.competencies)
    ]
    asked = sum(competency.id in (ref.id for ref in item.competencies) for _, item in kit.course.items())
    return {
        "competency": competency,
        "anchor": competency.id.lower(),
        "statement": kit.typesetter.html(competency.statement, COMPETENCIES),
        "levels": [
            (name, kit.typesetter.html(prose, COMPETENCIES))
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


def references_page(kit: Kit) -> SitePage:
    """Return every source, with who cites it."""
    title = kit.words("references.title")
    cited = _citing(kit)
    asking = _asking(kit)
    in_order = sorted(kit.course.references, key=lambda reference: reference.short.casefold())
    rows = [
        {
            "reference": reference,
            "address": _address(reference),
            "cited": cited[reference.id],
            "asking": asking[reference.id],
        }
        for reference in in_order
    ]
    html = kit.templates.page("pages/references.html.jinja", rows=rows)
    return SitePage(REFERENCES, title, "", (Title(1, title, "title-references"), Hypertext(html)), ("toc",))


def _address(reference: Reference) -> str:
    return f"https://doi.org/{reference.doi}" if reference.doi else reference.url


def _citing(kit: Kit) -> dict[str, list[Link]]:
    """Return the lessons that cite each source."""
    found: dict[str, dict[str, Lesson]] = defaultdict(dict)
    for lesson in (*kit.course.lessons.values(), *kit.course.pages):
        for prose in lesson.prose():
            for citation in prose.citations():
                for name, _ in citation.sources:
                    found[name][lesson.path] = lesson
    links: dict[str, list[Link]] = defaultdict(list)
    for name, lessons in found.items():
        links[name] = [
            kit.link(REFERENCES, kit.addresses.file(path), lesson.title) for path, lesson in lessons.items()
        ]
    return links


def _asking(kit: Kit) -> dict[str, int]:
    """Return how many items rest on each source."""
    counts: dict[str, int] = defaultdict(int)
    for _, item in kit.course.items():
        for ref in item.sources:
            counts[ref.id] += 1
    return counts


def glossary_page(kit: Kit) -> SitePage:
    title = kit.words("glossary.title")
    rows = [
        {"term": term, "html": kit.typesetter.html(term.text, GLOSSARY)}
        for term in sorted(kit.course.glossary, key=lambda term: term.term.casefold())
    ]
    html = kit.templates.page("pages/glossary.html.jinja", rows=rows)
    return SitePage(GLOSSARY, title, "", (Title(1, title, "title-glossary"), Hypertext(html)), ("toc",))


def people_page(kit: Kit) -> SitePage:
    """Return the fictional group, each with what happens to them."""
    title = kit.words("people.title")
    intro = kit.templates.page(
        "pages/people_intro.html.jinja",
        introduction=kit.typesetter.html(kit.course.cast.introduction, PEOPLE),
    )
    parts: list[Hypertext | Title] = [Title(1, title, "title-people"), Hypertext(intro)]
    titles = {unit.id: unit.title for part in kit.course.outline.parts for unit in part.units}
    for member in kit.course.cast.members:
        arc = []
        for ref, text in member.arc:
            href = kit.addresses.unit(ref.id)
            arc.append({"title": titles[ref.id], "href": href and relative(PEOPLE, href), "text": text})
        life = kit.typesetter.html(member.life, PEOPLE)
        html = kit.templates.page("pages/person.html.jinja", member=member, life=life, arc=arc)
        parts += [Title(2, member.name, member.id), Hypertext(html)]
    return SitePage(PEOPLE, title, "", parts)


def organisation_page(kit: Kit) -> SitePage:
    """Return what the host says: contacts, local services, reviews, whom to tell about a mistake."""
    organisation = kit.course.organisation
    title = kit.words("organisation.title")

    def rows(contacts: tuple[Contact, ...]) -> list[dict[str, Any]]:
        return [
            {"contact": contact, "text": kit.typesetter.html(contact.text, ORGANISATION)}
            for contact in contacts
        ]

    reviews = [
        {
            "review": review,
            "unit": kit.link(ORGANISATION, kit.addresses.unit(unit.id), unit.title),
        }
        for review in organisation.reviews
        if (unit := kit.course.units_by_id.get(review.unit.id))
    ]
    html = kit.templates.page(
        "pages/organisation.html.jinja",
        organisation=organisation,
        crisis=rows(organisation.crisis_contacts),
        services=rows(organisation.local_services),
        reviews=reviews,
    )
    parts = (Title(1, title, "title-organisation"), Hypertext(html))
    return SitePage(ORGANISATION, title, "", parts, ("toc",))
