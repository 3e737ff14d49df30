"""What every page says of itself and its course, as JSON in the element `imr-course`."""

from __future__ import annotations

import re

from course.records.course_data import Part
from course.targets.site.json_text import compact

# around what the site engine fills in; noncharacters, which no author may write (`course.source`)
_BEFORE, _AFTER = "\ufdd0", "\ufdd1"
# what the engine would take for a sign of its template language, or the browser for the end of the element
_SIGN = re.compile(r"\{(?=[{%#])|<")


class PageFacts(Part, frozen=True):
    """`lesson`, `lesson_hash` and `unit` are empty on pages outside of lessons and units."""

    kind: str
    lesson: str
    lesson_hash: str
    unit: str


class CourseOnPage(Part, frozen=True):
    """`base`: the path from the page to the root of the site."""

    id: str
    version: str
    content_hash: str
    base: str
    page: PageFacts


def template(course: str, version: str, content_hash: str) -> str:
    """Return the JSON as a template of the site engine, which fills in what differs from page to page."""
    facts = CourseOnPage(
        id=course,
        version=version,
        content_hash=content_hash,
        base=_engine("base_url"),
        page=PageFacts(
            kind=_engine("page.meta.kind"),
            lesson=_engine("page.meta.lesson"),
            lesson_hash=_engine("page.meta.lesson_hash"),
            unit=_engine("page.meta.menu"),
        ),
    )
    text = _SIGN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", compact(facts))
    return text.replace(_BEFORE, "{{ ").replace(_AFTER, " }}")


def _engine(name: str) -> str:
    return f"{_BEFORE}{name}{_AFTER}"
