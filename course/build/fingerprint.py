"""Fingerprints: of what a build reads, and of what builds it. Equal fingerprints, equal sites."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from course import files

_PACKAGE = Path(__file__).parents[1]
AUTHORED = ("content", "quizzes")
ORGANISATION = "organisation.yml"
_PARTS = (
    "markdown-it-py",
    "mdit-py-plugins",
    "PyYAML",
    "Jinja2",
    "MarkupSafe",
    "Babel",
    "msgspec",
    "tinycss2",
)
_ENGINES = {
    "material": ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions"),
    "zensical": ("zensical",),
    "properdocs": ("properdocs", "mkdocs-material", "Markdown", "pymdown-extensions"),
}


def of_course(roots: Sequence[Path], images: Iterable[str]) -> str:
    """Return the fingerprint of the files of a course; `images` are those that it shows, by path."""
    made = sha256()
    for number, root in enumerate(roots):
        paths = {path for folder in AUTHORED for path in files.list_files(root, folder)}
        near = {path.name for path in root.glob("[Oo]rgani[sz]ation*") if path.is_file()}
        for path in sorted({*paths, ORGANISATION, *near, *images}):
            content = files.content_of(root / (files.as_written(root, path) or path))
            made.update(f"{number}\0{path}\0{'-' if content is None else len(content)}\0".encode())
            made.update(content or b"")
    return made.hexdigest()


@cache
def of_code() -> str:
    """Return the fingerprint of this program and of the libraries that its output depends on."""
    made = sha256(sys.version.encode())
    for path in sorted([*_PACKAGE.rglob("*.py"), *_PACKAGE.rglob("*.toml")]):
        made.update(path.read_bytes())
    for name in _PARTS:
        made.update(_version(name).encode())
    return made.hexdigest()


def of_assets(assets: Mapping[str, bytes]) -> str:
    """Return the fingerprint of the templates, scripts and styles of the site."""
    made = sha256()
    for path, content in sorted(assets.items()):
        made.update(f"{path}\0{len(content)}\0".encode())
        made.update(content)
    return made.hexdigest()


def of_engine(name: str) -> str:
    """Return the fingerprint of a site engine: its name and the versions of its parts."""
    return " ".join([name, *(f"{part}={_version(part)}" for part in _ENGINES[name])])


def of_site(site: Path) -> str:
    """Return the fingerprint of a folder: names, sizes and times of change; empty if there is none."""
    if not site.is_dir():
        return ""
    made = sha256()
    for path in sorted(files.list_files(site, "")):
        facts = (site / path).stat()
        made.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return made.hexdigest()


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "-"
