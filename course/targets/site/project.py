"""The generated project around the pages: settings, overrides of the theme, navigation, files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from markupsafe import Markup

from course.desk.schema import SCHEMA_FILE as DESK_SCHEMA_FILE
from course.model.units import Unit
from course.records.schema import SCHEMA_FILE
from course.targets.site.addresses import DESK_SCHEMA, FRONT, LOOK_UP, NOW, SCHEMA, TODAY, markdown_file
from course.targets.site.context import SiteContext
from course.targets.site.desk_data import desk_script
from course.targets.site.doors import doors
from course.targets.site.front_page import parts
from course.targets.site.interface import ENGLISH, direction_of
from course.targets.site.item_scripts import frame_script
from course.targets.site.json_text import ascii_only
from course.targets.site.learner_pages import LEARNER_PAGES
from course.targets.site.placement import placement_script
from course.targets.site.record_data import (
    course_on_page,
    course_script,
    keys_scripts,
    safety_script,
    units_script,
)
from course.targets.site.search_data import search_script
from course.targets.site.templates import EngineTemplate
from course.targets.site.theme_language import language_file
from course.targets.site.typesetting import image_address

SITE_FOLDER = "site"
_OVERRIDES = "overrides/"
# between two braces of a script white space says nothing; in a text of it `{{` must not occur
_TEMPLATE_TAG = re.compile(r"(\{)(?=[{%#])")
_BUNDLE = "bundle/"
_STATIC = "static/"
# The scripts that only some pages load, and the parts of the words that come with each.
PAGE_SCRIPTS: dict[str, tuple[str, ...]] = {
    "assignment_page.js": ("assignment",),
    "certificate_page.js": ("certificate", "profile"),
    "desk_page.js": ("agreement", "certificate", "desk", "profile", "record", "review"),
    "cohort_page.js": ("cohort", "desk", "profile", "record"),
    "xlsx.js": (),
    "observe_page.js": ("agreement", "desk", "observe", "profile"),
    "home_page.js": ("assignment", "profile", "progress", "review"),
    "placement_page.js": ("placement",),
    "checklists.js": (),
    "exercises.js": ("dialogue", "exercise"),
    "ratings.js": ("agreement", "exercise", "profile"),
    "profile_page.js": ("agreement", "profile", "review"),
    "progress.js": ("progress",),
    "record_page.js": ("record",),
    "review_page.js": ("review",),
    "search.js": ("search",),
    "printed_code.js": (),
    "shared_computer.js": ("shared",),
    "spreadsheet.js": (),
    "unit_page.js": ("review",),
}
# The scripts in the page itself, because they decide what is painted first.
_INLINE_SCRIPTS = ("wants_steps", "steps")
_STYLES = ("course.css", "pages.css", "exercises.css", "search.css")


def project_files(site: SiteContext, addresses: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the project but those of its units and pages, which have these addresses."""
    scripts = {name: _inline(site, name) for name in _INLINE_SCRIPTS}
    values = {"course_on_page": course_on_page(site), **_footer(site), **_doors(site), **scripts}
    values["learner_pages"] = Markup(json.dumps(list(LEARNER_PAGES.values())))
    outline = site.course.outline
    yield "mkdocs.yml", _settings(site, addresses)
    if theme_words := language_file(outline.language):
        yield theme_words
    for path in site.assets:
        if path.startswith(_OVERRIDES):
            yield path, site.templates.override(path, **values).encode()
        elif path.startswith(_STATIC):
            yield f"docs/assets/{path.removeprefix(_STATIC)}", site.assets[path]
    for name in _STYLES:
        own = _own_words(site) + _own_colour(site) if name == "course.css" else b""
        yield f"docs/assets/{name}", site.assets[f"{_BUNDLE}{name}"] + own
    yield "docs/assets/learner.js", b"".join(_learner_script(site))
    yield "docs/assets/units.js", units_script(site)
    yield "docs/assets/search-documents.js", search_script(site)
    for name, said in PAGE_SCRIPTS.items():
        yield f"docs/assets/{name}", _own_script_words(site, said) + site.assets[f"{_BUNDLE}{name}"]
    yield "docs/assets/course-data.js", course_script(site)
    yield from keys_scripts(site)
    yield "docs/assets/safety-titles.js", safety_script(site)
    yield frame_script(site)
    # the file formats are published, so that others can check a record
    yield f"docs/{SCHEMA}", SCHEMA_FILE.read_bytes()
    yield f"docs/{DESK_SCHEMA}", DESK_SCHEMA_FILE.read_bytes()
    # bookmarks and reminders lead to where the overview once was
    direction = direction_of(outline.language)
    moved = site.templates.page("pages/moved.html.jinja", language=outline.language, direction=direction)
    yield f"docs/{TODAY}", moved.encode()
    yield "docs/assets/placement-plan.js", placement_script(site)
    yield "docs/assets/desk-data.js", desk_script(site)
    for path, content in site.course.files.items():
        yield f"docs/{image_address(path)}", content


def _inline(site: SiteContext, name: str) -> EngineTemplate:
    """Return a script as text of a page, which the engine reads as a template and the browser as HTML."""
    text = site.assets[f"{_BUNDLE}{name}.js"].decode("utf-8").strip()
    return EngineTemplate(_TEMPLATE_TAG.sub(r"\1 ", text).replace("</", "<\\/"))


def _settings(site: SiteContext, addresses: Sequence[str]) -> bytes:
    """Return mkdocs.yml; JSON is YAML, and it is written the same every time."""
    outline = site.course.outline
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
            "logo": _logo(site),
            "favicon": "assets/favicon.svg",
            "palette": [_system(site), _scheme(site, "light", "default"), _scheme(site, "dark", "slate")],
            "features": ["toc.follow"],
        },
        # the course has a search of its own; one engine has another even when no plugin is named
        "plugins": [{"search": {"enabled": False}}],
        "markdown_extensions": [
            "attr_list",
            {"toc": {"permalink": "#", "permalink_title": site.words("page.permalink")}},
        ],
        "extra": {"generator": False},
        "extra_css": ["assets/course.css"],
        "extra_javascript": ["assets/learner.js"],
        "nav": [markdown_file(address) for address in addresses],
    }
    if site.course.organisation.site_address:
        settings["site_url"] = site.course.organisation.site_address
    return (json.dumps(settings, ensure_ascii=False, indent=2) + "\n").encode()


def _logo(site: SiteContext) -> str:
    logo = site.course.organisation.logo
    return image_address(logo.path) if logo else "assets/favicon.svg"


def _system(site: SiteContext) -> dict[str, Any]:
    """Return what a first visit has: the scheme of the system, until the reader chooses."""
    toggle = {"icon": "material/brightness-auto", "name": site.words("page.to_light")}
    return {"media": "(prefers-color-scheme)", "primary": "custom", "accent": "custom", "toggle": toggle}


def _scheme(site: SiteContext, name: str, scheme: str) -> dict[str, Any]:
    other = "dark" if name == "light" else "system"
    return {
        "media": f"(prefers-color-scheme: {name})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {
            "icon": "material/weather-night" if name == "light" else "material/weather-sunny",
            "name": site.words(f"page.to_{other}"),
        },
    }


def _own_words(site: SiteContext) -> bytes:
    """Return the footer of printed pages, as a CSS string."""
    outline = site.course.outline
    version = site.words("print.edition", title=outline.short_title, version=outline.version)
    edition = f"{version} {site.words('print.formative')}"
    # every other character is allowed in a CSS string
    escaped = re.sub(r'[\\"<\n]', lambda sign: f"\\{ord(sign.group()):x} ", edition)
    return f'\n:root{{--imr-edition:"{escaped}"}}\n'.encode()


def _own_colour(site: SiteContext) -> bytes:
    """Return the host's colour as the colour of the header."""
    colour = site.course.organisation.colour
    return f"\n:root{{--imr-host:{colour}}}\n".encode() if colour else b""


def _learner_script(site: SiteContext) -> Iterator[bytes]:
    """Yield the parts of the script of every page."""
    yield _script_words(site)
    if site.words.is_foreign:
        yield site.assets[f"{_BUNDLE}foreign_words.js"]
    yield site.assets[f"{_BUNDLE}learner.js"]


def _script_words(site: SiteContext) -> bytes:
    """Return the words that every page needs, without those that come with a script of some pages."""
    own = {part for said in PAGE_SCRIPTS.values() for part in said}
    words = {part: words for part, words in site.words.for_script().items() if part not in own}
    spoken = f'imr.wordsLanguage="{ENGLISH}";\n' if site.words.is_foreign else ""
    return f"var imr=window.imr||{{}};\nimr.words={ascii_only(words)};\n{spoken}".encode()


def _own_script_words(site: SiteContext, said: tuple[str, ...]) -> bytes:
    if not said:
        return b""
    words = site.words.for_script()
    return f"Object.assign(imr.words,{ascii_only({part: words[part] for part in said})});\n".encode()


def _footer(site: SiteContext) -> dict[str, Any]:
    outline, organisation = site.course.outline, site.course.organisation
    return {
        "course": outline,
        "direction": direction_of(outline.language),
        "claims": outline.claims.plain,
        "organisation": organisation,
    }


def _doors(site: SiteContext) -> dict[str, Any]:
    """Return the four doors of the menu; each knows the pages behind it."""
    shown = doors(site)
    shown[0]["parts"] = _menu(site)
    return {"doors": shown, "now": NOW, "look_up": LOOK_UP}


def _menu(site: SiteContext) -> list[dict[str, Any]]:
    """Return the parts that hold something, with their units and lessons; a page opens its own."""
    shown = []
    for part in parts(site, FRONT):
        written = [site.course.units_by_id[unit["id"]] for unit in part["units"] if unit["is_written"]]
        if written:
            units = [_entry(site, unit) for unit in written]
            # a list as the engine's template language writes it
            names = json.dumps([unit.id for unit in written])
            shown.append({"title": part["title"], "names": Markup(names), "units": units})
    return shown


def _entry(site: SiteContext, unit: Unit) -> dict[str, Any]:
    """Return a unit as the menu shows it, with the lessons behind its first page."""
    lessons = [
        {"href": site.addresses.lessons[lesson.id], "title": lesson.title} for lesson in unit.lessons[1:]
    ]
    return {"id": unit.id, "href": site.addresses.unit(unit.id), "title": unit.title, "lessons": lessons}
