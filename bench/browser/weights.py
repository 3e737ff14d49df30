"""Bytes of scripts and styles, raw and compressed, for each kind of page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from bench.browser.server import compressed
from bench.browser.sites import Sites
from bench.report import kilobytes, table

_LOADED = re.compile(r'<script[^>]*\ssrc="([^"]+)"|<link[^>]*\srel="stylesheet"[^>]*\shref="([^"]+)"')
LEARNER = "assets/learner.js"


def section(sites: Sites) -> str:
    """Return two tables: what each kind of page loads, and how large each file is."""
    pages = _pages(sites)
    loaded = {kind: _loaded(sites.ours, page) for kind, page in pages.items()}
    files = sorted({path for paths in loaded.values() for path in paths})
    pages_head = ("Page", "HTML kB", "gzip kB", "scripts and styles", "gzip kB", "of these ours, gzip kB")
    page_rows = [_page_row(sites, kind, pages[kind], paths) for kind, paths in loaded.items()]
    file_rows = [_file_row(sites, path, loaded) for path in files]
    files_head = ("Script or style", "kB", "gzip kB", "of whom", "on")
    return f"{table(pages_head, page_rows)}\n\n{table(files_head, file_rows)}"


def learner_gzip(sites: Sites) -> int:
    return _gzip(sites.ours / LEARNER)


def bundle_gzip(name: str = "learner.js") -> int:
    """Return the size of a script without the words and the units that each site puts before it."""
    return _gzip(Path(__file__).parents[2] / "site_templates" / "bundle" / name)


def is_ours(sites: Sites, path: str) -> bool:
    """Say whether a file of the site comes from our project, and not from the theme."""
    return (sites.project / "docs" / path).is_file()


def _pages(sites: Sites) -> Mapping[str, str]:
    named = {"front page": "index.html", "lesson": sites.lesson, "course map": "map.html"}
    registers = ("profile", "record", "competencies", "references", "glossary", "people")
    named |= {name: f"{name}.html" for name in registers} | {"not found": "404.html"}
    return {kind: page for kind, page in named.items() if (sites.ours / page).is_file()}


def _loaded(site: Path, page: str) -> list[str]:
    found = (one or other for one, other in _LOADED.findall((site / page).read_text()))
    paths = [_path(page, link) for link in found]
    return [path for path in paths if (site / path).is_file()]


def _path(page: str, link: str) -> str:
    """Return where a link of a page leads, from the root of the site."""
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / link.lstrip("/")).parts:
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return "/".join(parts)


def _gzip(file: Path) -> int:
    return len(compressed(file.read_bytes()))


def _page_row(sites: Sites, kind: str, page: str, paths: list[str]) -> tuple[object, ...]:
    file = sites.ours / page
    sizes = {path: _gzip(sites.ours / path) for path in paths}
    ours = sum(size for path, size in sizes.items() if is_ours(sites, path))
    html = (kilobytes(file.stat().st_size), kilobytes(_gzip(file)))
    return kind, *html, len(paths), kilobytes(sum(sizes.values())), kilobytes(ours)


def _file_row(sites: Sites, path: str, loaded: Mapping[str, list[str]]) -> tuple[object, ...]:
    kinds = [kind for kind, paths in loaded.items() if path in paths]
    where = "every page" if len(kinds) == sum(map(bool, loaded.values())) else ", ".join(kinds)
    file = sites.ours / path
    whose = "ours" if is_ours(sites, path) else "theme"
    return f"`{path}`", kilobytes(file.stat().st_size), kilobytes(_gzip(file)), whose, where
