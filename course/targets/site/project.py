"""The generated project around the pages: settings, overrides of the theme, navigation, files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from markupsafe import Markup

from course.model.units import Unit
from course.targets.site.addresses import (
    CERTIFICATE,
    COMPETENCIES,
    FRONT,
    GLOSSARY,
    MAP,
    ORGANISATION,
    PEOPLE,
    PLACEMENT,
    PROFILE,
    RECORD,
    REFERENCES,
    REVIEW,
    TODAY,
    markdown_file,
)
from course.targets.site.front_page import parts
from course.targets.site.item_scripts import frame_script
from course.targets.site.json_text import ascii_only
from course.targets.site.kit import Kit
from course.targets.site.placement import placement_script
from course.targets.site.record_data import course_on_page, course_script, units_script
from course.targets.site.typesetting import image_address

SITE_FOLDER = "site"
_OVERRIDES = "overrides/"
_BUNDLE = "bundle/"
_STATIC = "static/"
# The scripts that only some pages load, and the beginnings of the words that come with each.
PAGE_SCRIPTS: dict[str, tuple[str, ...]] = {
    "certificate_page.js": ("certificate_", "profile_"),
    "placement_page.js": ("placement_",),
    "practice.js": ("practice_", "agreement_", "profile_"),
    "profile_page.js": ("profile_", "agreement_"),
    "record_page.js": ("record_",),
    "review_page.js": ("review_",),
    "search_worker.js": (),
    "today_page.js": ("review_", "profile_"),
}
_STYLES = ("course.css", "pages.css", "practice.css")


def project_files(kit: Kit, addresses: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the project but those of its units and pages, which have these addresses."""
    values = {"course_on_page": course_on_page(kit), **_footer(kit), "menu": _menu(kit)}
    yield "mkdocs.yml", _settings(kit, addresses)
    for path in kit.assets:
        if path.startswith(_OVERRIDES):
            yield path, kit.templates.override(path, **values).encode()
        elif path.startswith(_STATIC):
            yield f"docs/assets/{path.removeprefix(_STATIC)}", kit.assets[path]
    for name in _STYLES:
        own = _own_words(kit) + _own_colour(kit) if name == "course.css" else b""
        yield f"docs/assets/{name}", kit.assets[f"{_BUNDLE}{name}"] + own
    yield "docs/assets/learner.js", _script_words(kit) + kit.assets[f"{_BUNDLE}learner.js"]
    yield "docs/assets/units.js", units_script(kit)
    for name, words in PAGE_SCRIPTS.items():
        yield f"docs/assets/{name}", _own_script_words(kit, words) + kit.assets[f"{_BUNDLE}{name}"]
    yield "docs/assets/course-data.js", course_script(kit)
    yield frame_script(kit)
    yield "docs/assets/placement-plan.js", placement_script(kit)
    for path, content in kit.course.files.items():
        yield f"docs/{image_address(path)}", content


def _settings(kit: Kit, addresses: Sequence[str]) -> bytes:
    """Return mkdocs.yml; JSON is YAML, and it is written the same every time."""
    outline = kit.course.outline
    settings: dict[str, Any] = {
        # the theme puts both into pages as they are, without escaping
        "site_name": escape(outline.short_title),
        "site_description": escape(outline.summary.plain),
        "docs_dir": "docs",
        "site_dir": SITE_FOLDER,
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "custom_dir": "overrides",
            "language": outline.language,
            "font": False,
            "logo": _logo(kit),
            "favicon": "assets/favicon.svg",
            "palette": [_scheme(kit, "light", "default"), _scheme(kit, "dark", "slate")],
            "features": ["search.highlight", "toc.follow"],
        },
        "plugins": ["search", "offline"],
        "markdown_extensions": [
            "attr_list",
            {"toc": {"permalink": "#", "permalink_title": kit.words("page.permalink")}},
        ],
        "extra": {"generator": False},
        "extra_css": ["assets/course.css"],
        "extra_javascript": ["assets/learner.js"],
        "nav": [markdown_file(address) for address in addresses],
    }
    if kit.course.organisation.site_address:
        settings["site_url"] = kit.course.organisation.site_address
    return (json.dumps(settings, ensure_ascii=False, indent=2) + "\n").encode()


def _logo(kit: Kit) -> str:
    logo = kit.course.organisation.logo
    return image_address(logo.path) if logo else "assets/favicon.svg"


def _scheme(kit: Kit, name: str, scheme: str) -> dict[str, Any]:
    other = "dark" if name == "light" else "light"
    return {
        "media": f"(prefers-color-scheme: {name})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {
            "icon": "material/weather-night" if name == "light" else "material/weather-sunny",
            "name": kit.words(f"page.to_{other}"),
        },
    }


def _own_words(kit: Kit) -> bytes:
    """Return what stands at the foot of printed pages, as a string of CSS."""
    outline = kit.course.outline
    version = kit.words("print.edition", title=outline.short_title, version=outline.version)
    edition = f"{version} {kit.words('print.formative')}"
    # every other character may stand in a CSS string as it is
    escaped = re.sub(r'[\\"<\n]', lambda sign: f"\\{ord(sign.group()):x} ", edition)
    return f'\n:root{{--imr-edition:"{escaped}"}}\n'.encode()


def _own_colour(kit: Kit) -> bytes:
    """Return the host's colour as the colour of the header."""
    colour = kit.course.organisation.colour
    return f"\n:root{{--imr-host:{colour}}}\n".encode() if colour else b""


def _script_words(kit: Kit) -> bytes:
    """Return the words that every page needs, without those that come with a script of some pages."""
    own = tuple({beginning for beginnings in PAGE_SCRIPTS.values() for beginning in beginnings})
    words = {key: text for key, text in kit.words.for_script().items() if not key.startswith(own)}
    return f"var imrStrings={ascii_only(words)};\n".encode()


def _own_script_words(kit: Kit, beginnings: tuple[str, ...]) -> bytes:
    if not beginnings:
        return b""
    words = {key: text for key, text in kit.words.for_script().items() if key.startswith(beginnings)}
    return f"Object.assign(imrStrings,{ascii_only(words)});\n".encode()


def _footer(kit: Kit) -> dict[str, Any]:
    outline, organisation = kit.course.outline, kit.course.organisation
    return {
        "course": outline,
        "claims": outline.claims.plain,
        "organisation": organisation,
        "registers": _registers(kit),
        "doors": [{"href": kit.addresses.pages[page.id], "text": page.title} for page in kit.course.pages],
    }


def _registers(kit: Kit) -> list[dict[str, str]]:
    shown = [
        (TODAY, "today", True),
        (REVIEW, "review", True),
        (PROFILE, "profile", True),
        (PLACEMENT, "placement", kit.placing.is_offered),
        (RECORD, "record", True),
        (CERTIFICATE, "certificate", True),
        (ORGANISATION, "organisation", bool(kit.course.organisation.name)),
        (MAP, "map", True),
        (COMPETENCIES, "competencies", True),
        (PEOPLE, "people", bool(kit.course.cast.members)),
        (GLOSSARY, "glossary", bool(kit.course.glossary)),
        (REFERENCES, "references", bool(kit.course.references)),
    ]
    return [{"href": href, "text": kit.words(f"{name}.title")} for href, name, is_there in shown if is_there]


def _menu(kit: Kit) -> list[dict[str, Any]]:
    """Return the parts that hold something, with their units and lessons; a page opens its own."""
    shown = []
    for part in parts(kit, FRONT):
        written = [kit.course.units_by_id[unit["id"]] for unit in part["units"] if unit["is_written"]]
        if written:
            units = [_entry(kit, unit) for unit in written]
            # a list as the engine's template language writes it
            names = json.dumps([unit.id for unit in written])
            shown.append({"title": part["title"], "names": Markup(names), "units": units})
    return shown


def _entry(kit: Kit, unit: Unit) -> dict[str, Any]:
    """Return a unit as the menu shows it, with the lessons behind its first page."""
    lessons = [
        {"href": kit.addresses.lessons[lesson.id], "title": lesson.title} for lesson in unit.lessons[1:]
    ]
    return {"id": unit.id, "href": kit.addresses.unit(unit.id), "title": unit.title, "lessons": lessons}
