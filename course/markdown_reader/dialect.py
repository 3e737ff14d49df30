"""The dialect: CommonMark, tables, citations and, in lessons, footnotes, definition lists and boxes."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from course.markdown_reader import boxes, citations, notes, pieces


@cache
def lesson_dialect() -> MarkdownIt:
    """Return the dialect of lessons."""
    dialect = _common().use(footnote_plugin).use(deflist_plugin)
    boxes.add_to(dialect)
    return dialect


@cache
def item_dialect() -> MarkdownIt:
    """Return the dialect of items, glossary entries and other short texts."""
    dialect = _common()
    # An address or a note written below would be nowhere, so it stays in the text, where it is found.
    return dialect.disable("reference")


def _common() -> MarkdownIt:
    dialect = MarkdownIt("commonmark").enable("table")
    # Raw HTML and every link are recognised here so that they can be reported instead of slipping through.
    dialect.options["html"] = True
    dialect.validateLink = lambda url: True  # type: ignore[method-assign]
    citations.add_to(dialect)
    notes.add_to(dialect)
    pieces.add_to(dialect)
    return dialect
