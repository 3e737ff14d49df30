"""What comes with the package: the course for IMR trainers, and the templates of the site."""

from __future__ import annotations

from pathlib import Path

_IN_WHEEL = Path(__file__).parent / "shipped"
_IN_CHECKOUT = Path(__file__).parent.parent

SHIPPED = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT
SITE_TEMPLATES = SHIPPED / "site_templates"
_FOLDERS = (
    "artefacts",
    "bundle",
    "boxes",
    "exercises",
    "interface",
    "items",
    "overrides",
    "pages",
    "sheets",
    "static",
)


def interface_languages() -> frozenset[str]:
    """Return the languages that the interface has a catalogue for."""
    return frozenset(path.stem.rpartition(".")[2] for path in (SITE_TEMPLATES / "interface").glob("*.po"))


def site_assets() -> dict[str, bytes]:
    """Return the files of the site's templates, by path."""
    return {
        path.relative_to(SITE_TEMPLATES).as_posix(): path.read_bytes()
        for folder in _FOLDERS
        for path in sorted((SITE_TEMPLATES / folder).rglob("*"))
        if path.is_file()
    }
