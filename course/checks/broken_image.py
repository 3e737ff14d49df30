"""Images: each is there, is an image a browser can show, and can do no harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.checks.naming import all_prose
from course.diagnostics import Diagnostic
from course.model.contents import illustrated
from course.model.course import Course
from course.model.prose import Figure

ENDINGS = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_HARMFUL = re.compile(
    rb"<script|<foreignObject|<style|<!ENTITY|<!DOCTYPE|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*[\"'](?!#)",
    re.IGNORECASE,
)


def broken_image(course: Course) -> Iterator[Diagnostic]:
    """Find images that are not there, and drawings that hold scripts, styles or links.

    A drawing (SVG) is placed into the page itself, so it must be nothing but a drawing.
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
        return f"there is no image at `{figure.path}`", "save it there, or mend the path"
    if not figure.path.lower().endswith(ENDINGS):
        return f"`{figure.path}` is no kind of image shown here", f"save it as one of {', '.join(ENDINGS)}"
    if figure.path.endswith(".svg") and (found := _HARMFUL.search(content)):
        word = found.group().decode("utf-8", "replace").strip()
        return f"the drawing `{figure.path}` holds `{word}`", "save it as a plain drawing"
    if figure.path.endswith(".svg") and not _is_drawing(content):
        return f"`{figure.path}` is no drawing", "save it as SVG from your drawing program"
    return "", ""


def _is_drawing(content: bytes) -> bool:
    try:
        return "<svg" in content.decode("utf-8")
    except UnicodeDecodeError:
        return False
