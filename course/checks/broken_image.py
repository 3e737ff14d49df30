"""Images: each is there, is an image a browser can show, and can do no harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import relpath
from xml.etree import ElementTree

from course.checks.naming import all_prose
from course.diagnostics import Diagnostic, nearest
from course.model.contents import illustrated
from course.model.course import Course
from course.model.prose import Figure

ENDINGS = (".svg", ".png", ".jpg", ".jpeg", ".webp")
# what a name cannot hold, because in an address it means something else
_NOT_IN_ADDRESSES = "#?%"
_HARMFUL = re.compile(
    rb"<script|<foreignObject|<!ENTITY|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*[\"'](?!#)"
    rb"|@import|@font-face|@namespace|url\(\s*[\"']?(?![\"'#\s])|expression\(|-moz-binding|<base\b|<iframe",
    re.IGNORECASE,
)
_SVG = re.compile(r"<svg\b.*</svg>", re.DOTALL)
_SIZE = re.compile(r"\s*\d+(?:\.\d+)?(?:px)?\s*")
_BEGINNINGS = {
    "a PNG image": (b"\x89PNG\r\n\x1a\n", (".png",)),
    "a JPEG image": (b"\xff\xd8\xff", (".jpg", ".jpeg")),
    "a GIF image": (b"GIF8", ()),
    "a WebP image": (b"RIFF", (".webp",)),
    "a BMP image": (b"BM", ()),
    "a TIFF image": (b"II*\x00", ()),
    "a PDF file": (b"%PDF", ()),
    "a ZIP file": (b"PK\x03\x04", ()),
}


def broken_image(course: Course) -> Iterator[Diagnostic]:
    """Find images that are not there, are not what their name says, or that a page cannot show.

    A drawing (SVG) is placed into the page itself, so it must be nothing but a drawing:
    no scripts, no links, nothing that is fetched from elsewhere.
    """
    lesson_pages = set(course.lessons_by_path)
    scenes = {id(prose) for prose in illustrated(course.banks, course.exercises)}
    for page, prose in all_prose(course):
        is_with_images = page in lesson_pages or id(prose) in scenes
        for figure in prose.figures():
            reason, step = _reason(figure, course) if is_with_images else _ONLY_IN_SCENES
            if reason:
                yield Diagnostic("broken-image", reason, figure.span, step)
    if (logo := course.organisation.logo) and (found := _reason(logo, course))[0]:
        yield Diagnostic("broken-image", found[0], logo.span, found[1])


_ONLY_IN_SCENES = (
    "images stand in lessons, before a question, and in vignettes and scenes only",
    "show it there, and describe it here in words",
)


def _reason(figure: Figure, course: Course) -> tuple[str, str]:
    content = course.files.get(figure.path)
    if content == b"":  # it could not be read, which was reported
        return "", ""
    if content is None:
        return f"there is no image at `{figure.path}`", _meant(figure, course)
    if not figure.path.lower().endswith(ENDINGS):
        return f"`{figure.path}` is no kind of image shown here", f"save it as one of {', '.join(ENDINGS)}"
    if found := set(figure.path).intersection(_NOT_IN_ADDRESSES):
        sign = min(found)
        return (
            f"the address of an image cannot hold `{sign}`",
            "rename the file with letters, digits and hyphens",
        )
    if not figure.path.lower().endswith(".svg"):
        return _disguised(figure.path, content)
    return _wrong_drawing(figure.path, content)


def _meant(figure: Figure, course: Course) -> str:
    """Return a help that names the file most like it: first one beside it, then one anywhere."""
    path = PurePosixPath(figure.path)
    there = [PurePosixPath(each) for each in (*course.files, *course.other_files)]
    known = [each for each in there if each.suffix.lower() in ENDINGS]
    beside = {each.name: each for each in known if each.parent == path.parent}
    elsewhere = {each.name: each for each in reversed(known)}
    close = nearest(path.name, beside)
    found = beside[close] if close else elsewhere.get(path.name)
    if found is None:
        return "save it there, or fix the path"
    if figure is course.organisation.logo:
        return f"did you mean `{found}`?"
    return f"did you mean `{relpath(found, PurePosixPath(figure.span.source.path).parent)}`?"


def _disguised(path: str, content: bytes) -> tuple[str, str]:
    """Return what is wrong with an image whose content is of another kind than its name says."""
    kind, endings = _kind(content)
    if path.lower().endswith(endings):
        return "", ""
    if endings:
        return f"`{path}` is {kind} by its content", f"give its name the ending `{endings[0]}`"
    return f"`{path}` is {kind} by its content", "save it as PNG, JPEG or WebP in an image program"


def _kind(content: bytes) -> tuple[str, tuple[str, ...]]:
    for kind, (beginning, endings) in _BEGINNINGS.items():
        if content.startswith(beginning) and (kind != "a WebP image" or content[8:12] == b"WEBP"):
            return kind, endings
    if content[4:8] == b"ftyp":
        return "a HEIC or AVIF image", ()
    if b"<svg" in content[:1000]:
        return "a drawing", (".svg",)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "no image", ()
    return "a text", ()


def _wrong_drawing(path: str, content: bytes) -> tuple[str, str]:
    if found := _HARMFUL.search(content):
        word = found.group().decode("utf-8", "replace").strip()
        return f"the drawing `{path}` holds `{word}`", "save it as a plain drawing"
    try:
        drawing = _SVG.search(content.decode("utf-8"))
    except UnicodeDecodeError:
        drawing = None
    if drawing is None:
        return f"`{path}` is no drawing", "save it as SVG from your drawing program"
    try:
        root = ElementTree.fromstring(drawing.group())
    except ElementTree.ParseError as error:
        return f"the drawing `{path}` is broken: {error}", "save it again as plain SVG"
    if not root.get("viewBox") and not all(
        _SIZE.fullmatch(root.get(side, "")) for side in ("width", "height")
    ):
        step = "save it with a `viewBox`, or with `width` and `height` in pixels"
        return f"the drawing `{path}` does not say how large it is", step
    return "", ""
