"""Links: every link inside the course leads to a page and, if it names one, to a heading."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import all_prose
from course.diagnostics import Diagnostic, did_you_mean
from course.model.course import Course
from course.model.prose import MADE_PAGES, LinkStart


def broken_link(course: Course) -> Iterator[Diagnostic]:
    """Find links to files that are no lesson, to anchors that are no heading, and to pages no site has.

    `[the placement check](page:placement)` leads to a page that the site makes itself.
    """
    for page, prose in all_prose(course):
        for link in prose.links():
            if not link.item and not link.form:
                yield from _broken(link, page, course)


def _broken(link: LinkStart, page: str, course: Course) -> Iterator[Diagnostic]:
    if not link.path and not link.anchor:
        step = "write a file or an address between the round brackets"
        yield Diagnostic("broken-link", "this link leads nowhere", link.span, step)
        return
    if link.path.startswith("page:"):
        yield from _no_made_page(link)
        return
    target = link.path or page
    lesson = course.lessons_by_path.get(target)
    if lesson is None:
        yield Diagnostic(
            code="broken-link",
            message=f"there is no lesson at `{target}`"
            if target
            else "there is no page to find this anchor on",
            span=link.span,
            help=did_you_mean(target, course.lessons_by_path, "link to the Markdown file of a lesson"),
        )
        return
    anchors = [heading.anchor for heading in lesson.headings()]
    if link.anchor and link.anchor not in anchors:
        yield Diagnostic(
            code="broken-link",
            message=f"`{lesson.path}` has no heading `{link.anchor}`",
            span=link.span,
            help=did_you_mean(
                link.anchor, anchors, f"add `{{#{link.anchor}}}` to the heading it should lead to"
            ),
        )


def _no_made_page(link: LinkStart) -> Iterator[Diagnostic]:
    if link.made_page not in MADE_PAGES:
        step = did_you_mean(link.made_page, MADE_PAGES, f"write one of {', '.join(MADE_PAGES)}")
        yield Diagnostic("broken-link", f"the site has no page `{link.made_page}`", link.span, step)
