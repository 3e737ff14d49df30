"""The four doors of the menu: Learn, Practise, My progress, Look up."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from course.targets.site.addresses import (
    ASSIGNMENT,
    CERTIFICATE,
    COHORT,
    COMPETENCIES,
    DESK,
    FORMS,
    FRONT,
    GLOSSARY,
    LOOK_UP,
    MAP,
    NOW,
    OBSERVATION_SHEETS,
    OBSERVE,
    ORGANISATION,
    PEOPLE,
    PLACEMENT,
    PRACTISE,
    PROFILE,
    RECORD,
    REFERENCES,
    REVIEW,
)
from course.targets.site.context import SiteContext


def doors(site: SiteContext) -> list[dict[str, Any]]:
    """Return each door with its own page and the links behind it."""
    learn = [(FRONT, site.words.said("menu.home")), (MAP, site.words.said("map.title"))]
    practise = [
        (PRACTISE, site.words.said("practise.title")),
        (REVIEW, site.words.said("review.title")),
        *([(PLACEMENT, site.words.said("placement.title"))] if site.placing.is_offered else []),
    ]
    progress = [(path, site.words.said(f"{name}.title")) for path, name in _PROGRESS]
    look_up = [
        (LOOK_UP, site.words.said("look_up.all")),
        *((link["href"], link["text"]) for group in to_look_up(site) for link in group["links"]),
    ]
    return [
        _door(site.words.said("door.learn"), MAP, learn),
        _door(site.words.said("door.practise"), PRACTISE, practise),
        _door(site.words.said("door.progress"), PROFILE, progress),
        _door(site.words.said("door.look_up"), LOOK_UP, look_up),
    ]


_PROGRESS = (
    (PROFILE, "profile"),
    (RECORD, "record"),
    (CERTIFICATE, "certificate"),
    (ASSIGNMENT, "assignment"),
)


def to_look_up(site: SiteContext) -> list[dict[str, Any]]:
    """Return the pages in which something is looked up, in groups, if the course has anything for them."""
    course = site.course
    registers = {
        "session": [(NOW, "now", True), (FORMS, "forms", bool(course.forms))],
        "words": [
            (GLOSSARY, "glossary", bool(course.glossary)),
            (COMPETENCIES, "competencies", True),
            (PEOPLE, "people", bool(course.cast.members)),
            (REFERENCES, "references", bool(course.references)),
            (ORGANISATION, "organisation", bool(course.organisation.name)),
        ],
        "supervision": [
            (DESK, "desk", True),
            (OBSERVE, "observe", True),
            (OBSERVATION_SHEETS, "observation_sheets", bool(course.observation_sheets)),
            (COHORT, "cohort", True),
        ],
    }
    groups = {
        name: [(href, site.words.said(f"{page}.title")) for href, page, is_there in pages if is_there]
        for name, pages in registers.items()
    }
    groups["pages"] = [(site.addresses.pages[page.id], page.title) for page in course.pages]
    return [
        {"id": name, "links": [{"href": href, "text": text} for href, text in links]}
        for name, links in groups.items()
        if links
    ]


def _door(title: str, href: str, links: list[tuple[str, str]]) -> dict[str, Any]:
    # a list as the engine's template language writes it
    addresses = Markup(json.dumps([path for path, _ in links]))
    shown = [{"href": path, "text": text} for path, text in links]
    return {"title": title, "href": href, "links": shown, "addresses": addresses, "parts": []}
