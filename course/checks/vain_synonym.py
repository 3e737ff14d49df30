"""Synonyms: what they find is in the course."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.diagnostics import Diagnostic, Severity
from course.model.course import Course
from course.model.searched import passages

_WORD = re.compile(r"\w+")
_BETWEEN_PASSAGES = " | "


def vain_synonym(course: Course) -> Iterator[Diagnostic]:
    """Find synonyms whose `find` is written nowhere in what the search looks through.

    Someone who types one of its words would find nothing by it.
    It must be there as it is written, apart from capitals; questions and exercises are not looked through.
    """
    if not course.synonyms:
        return
    held = _BETWEEN_PASSAGES.join(
        _plain(" ".join((each.title, *each.names, each.text))) for each in passages(course)
    )
    for synonym in course.synonyms:
        for words in synonym.find:
            if words and f" {_plain(words.value)} " not in f" {held} ":
                yield Diagnostic(
                    "vain-synonym",
                    f"`{words.value}` is nowhere in the lessons and registers",
                    words.span,
                    "write it as the course does, or take it away",
                    Severity.WARNING,  # a host's synonyms must not stop an update of the course
                )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
