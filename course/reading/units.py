"""`content/PART/…`: units and their lessons; `content/pages/`: pages outside units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import PurePosixPath

from course.artefacts import read_box
from course.diagnostics import Diagnostic, Report, Severity
from course.markdown_reader import read_blocks, read_line
from course.model.framework import refs
from course.model.prose import NO_PROSE
from course.model.units import UNIT_KINDS, Lesson, Objective, Searching, Unit
from course.reading.choices import acceptances
from course.reading.folder import Folder
from course.source import Source, Span
from course.yaml_reader import Mapping, read_mapping

REVIEWS = ("draft",)
FIRST_PAGE = "index.md"
PAGES = "content/pages"


def read(folder: Folder) -> tuple[Unit, ...]:
    """Read every unit, in the order of its path."""
    pages = [source for source in folder.sources("content", ".md") if _is_in_unit(source)]
    found = (_unit(list(group), folder) for _, group in groupby(pages, key=_unit_path))
    return tuple(unit for unit in found if unit)


def read_pages(folder: Folder) -> tuple[Lesson, ...]:
    """Read the pages that belong to no unit, in the order of their file names."""
    found = (folder.once(source, _page) for source in folder.sources(PAGES, ".md"))
    return tuple(page for page in found if page)


def _page(source: Source, folder: Folder) -> Lesson | None:
    opened = _front_matter(source, folder)
    return page_of(*opened, folder) if opened else None


def page_of(fields: Mapping, body: Span, folder: Folder) -> Lesson:
    """Read a page outside the units from its front matter and its text."""
    name, title = fields.id(), fields.words("title").value
    accepted, search = acceptances(fields), _searching(fields)
    folder.close(fields)
    blocks = read_blocks(body, folder.report, read_box)
    path = body.source.path
    return Lesson(name.value, title, NO_PROSE, NO_PROSE, blocks, path, name.span, accepted, search=search)


def _is_in_unit(source: Source) -> bool:
    return _depth(source) >= 3 and not source.path.startswith(f"{PAGES}/")


def _depth(source: Source) -> int:
    return len(PurePosixPath(source.path).parts)


def _unit_path(source: Source) -> str:
    """Return content/PART/UNIT, the path that all pages of a unit share."""
    return "/".join(PurePosixPath(source.path).with_suffix("").parts[:3])


def _unit(pages: list[Source], folder: Folder) -> Unit | None:
    first = [page for page in pages if _depth(page) == 3 or page.path.endswith(f"/{FIRST_PAGE}")]
    if not first:
        folder.is_whole = False
        folder.report(missing_unit_page(pages[0]))
        return None
    unit = folder.once(first[0], _unit_alone)
    others = [folder.once(source, _lesson) for source in pages if source is not first[0]]
    return unit and replace(unit, lessons=(*unit.lessons, *(lesson for lesson in others if lesson)))


def _unit_alone(source: Source, folder: Folder) -> Unit | None:
    """Read a unit from its own page, without its other lessons."""
    opened = _front_matter(source, folder)
    return unit_of(*opened, folder) if opened else None


def unit_of(fields: Mapping, body: Span, folder: Folder) -> Unit:
    """Read a unit from the front matter and the text of its own page."""
    _drop_minutes(fields, folder.report)
    page = _first_page(fields, body, folder.report)
    unit = Unit(
        id=page.id,
        title=page.title,
        kind=fields.word("kind", UNIT_KINDS).value,
        part=PurePosixPath(page.path).parts[1],
        summary=read_line(fields.text("summary"), folder.report),
        objectives=tuple(_objective(entry, folder.report) for entry in fields.mappings("objectives")),
        prerequisites=refs(fields.refs("prerequisites")),
        review=fields.word("review", REVIEWS).value,
        sources=refs(fields.refs("sources")),
        lessons=(page,),
        span=page.span,
    )
    folder.close(fields)
    return unit


def _first_page(fields: Mapping, body: Span, report: Report) -> Lesson:
    """Read the unit's own page; a one-page unit may have `remember` and `do` too."""
    name = fields.id()
    return Lesson(
        id=name.value,
        title=fields.words("title").value,
        remember=read_line(fields.optional_text("remember"), report),
        do=read_line(fields.optional_text("do"), report),
        blocks=read_blocks(body, report, read_box),
        path=body.source.path,
        span=name.span,
        accepted=acceptances(fields),
        is_unlinked=fields.flag("unlinked"),
        search=_searching(fields),
        if_time=fields.flag("if_time"),
    )


def _lesson(source: Source, folder: Folder) -> Lesson | None:
    opened = _front_matter(source, folder)
    return lesson_of(*opened, folder) if opened else None


def lesson_of(fields: Mapping, body: Span, folder: Folder) -> Lesson:
    """Read a lesson from its front matter and its text."""
    _drop_minutes(fields, folder.report)
    name = fields.id()
    lesson = Lesson(
        id=name.value,
        title=fields.words("title").value,
        remember=read_line(fields.text("remember"), folder.report),
        do=read_line(fields.text("do"), folder.report),
        blocks=read_blocks(body, folder.report, read_box),
        path=body.source.path,
        span=name.span,
        accepted=acceptances(fields),
        is_unlinked=fields.flag("unlinked"),
        search=_searching(fields),
        if_time=fields.flag("if_time"),
    )
    folder.close(fields)
    return lesson


def _searching(fields: Mapping) -> Searching:
    keywords = tuple(word.value for word in fields.words_of("keywords"))
    return Searching(keywords, is_safety=fields.flag("safety"))


def _drop_minutes(fields: Mapping, report: Report) -> None:
    """Take away what authors once wrote themselves, whatever is in it."""
    if span := fields.drop("minutes"):
        report(computed_minutes(span))


def _objective(fields: Mapping, report: Report) -> Objective:
    name = fields.id()
    return Objective(
        id=name.value,
        text=read_line(fields.text("text"), report),
        competencies=refs(fields.needed_refs("competencies")),
        span=name.span,
    )


def _front_matter(source: Source, folder: Folder) -> tuple[Mapping, Span] | None:
    """Return the fields between the two `---` lines, and the text below."""
    for finding in _front_matter_findings(source):
        folder.is_whole = False
        folder.report(finding)
        return None
    end = _end_of_front_matter(source)
    fields = read_mapping(Span(source, source.offset_of_line(2), source.offset_of_line(end)), folder.report)
    if fields is None:
        folder.is_whole = False
        return None
    return fields, Span(source, source.offset_of_line(end + 1), len(source.text))


def _end_of_front_matter(source: Source) -> int:
    """Return the number of the line that closes the front matter; 0 when none does."""
    lines = source.text.split("\n")[1:]
    return next((number for number, line in enumerate(lines, start=2) if line.rstrip() == "---"), 0)


def _front_matter_findings(source: Source) -> Iterator[Diagnostic]:
    if source.line(1).rstrip() != "---":
        yield missing_front_matter(Span(source, 0, len(source.line(1))))
    elif not _end_of_front_matter(source):
        yield unclosed_front_matter(Span(source, 0, 3))


def missing_front_matter(span: Span) -> Diagnostic:
    """A page does not begin with `---` and its fields, so it has no id and no title."""
    return Diagnostic(
        "missing-front-matter",
        "this page has no front matter",
        span,
        "begin it with a line `---`, then `id: …` and `title: …`, then a line `---`",
    )


def unclosed_front_matter(span: Span) -> Diagnostic:
    """The front matter of a page has no closing `---` line."""
    return Diagnostic(
        "unclosed-front-matter",
        "the front matter that opens here is not closed",
        span,
        "add a line `---` after its last field",
    )


def missing_unit_page(page: Source) -> Diagnostic:
    """A folder holds lessons but no `index.md`, so nothing says which unit they belong to."""
    folder = PurePosixPath(page.path).parent
    return Diagnostic(
        "missing-unit-page",
        f"`{folder}` has lessons but no unit page",
        page.top(),
        f"write `{folder}/{FIRST_PAGE}` with the unit's front matter",
    )


def computed_minutes(span: Span) -> Diagnostic:
    """A page says how many minutes it takes, which is computed from its words, questions and exercises.

    What was written is not used, so it could only differ from what learners are shown.
    """
    return Diagnostic(
        "computed-minutes",
        "`minutes` of a page is computed, and what is written here is not used",
        span,
        "delete this line",
        Severity.WARNING,
    )
