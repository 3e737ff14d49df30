"""Ids: each names one thing in the whole course."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple, Protocol

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.paths import year_of
from course.source import Source, Span

# how programs, and people, name a copy
_COPY = re.compile(
    r"\bcop(?:y|ies|ie)\b|\bkopie\b|\bduplicate\b|\bbackup\b|\bold\b|\(\d+\)$|[ _]\d+$", re.IGNORECASE
)
_NUMBER = re.compile(r"^\d+[-_ ]*")


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def span(self) -> Span: ...


class _Use(NamedTuple):
    kind: str
    name: str
    span: Span


def duplicate_id(course: Course) -> Iterator[Diagnostic]:
    """Find ids that name two things, in one file or across files.

    Learners' records point at ids, so two things with one id would share an answer.
    The finding is at the copy: what came with the course, and a file whose name fits its id, is the original.
    """
    uses: defaultdict[tuple[str, str], list[_Use]] = defaultdict(list)
    own: dict[Source, _Use] = {}  # the first id in a file, which is that of the file
    for space, use in _named(course):
        uses[space, use.name].append(use)
        own[use.span.source] = min(own.get(use.span.source, use), use, key=lambda one: one.span.start)
    for (_, name), same in uses.items():
        if name and len(same) > 1:
            original = min(same, key=lambda use: _looks_like_a_copy(own[use.span.source]))
            yield from (_repeated(use, original) for use in same if use is not original)


def _repeated(use: _Use, original: _Use) -> Diagnostic:
    return Diagnostic(
        code="duplicate-id",
        message=f"`{use.name}` is already the id of {_article(original.kind)} {original.kind}",
        span=use.span,
        help=f"give this {use.kind} another id; the first is at {original.span.place}",
    )


def _looks_like_a_copy(own: _Use) -> tuple[bool, bool, bool]:
    """Return what tells a copied file, the surest sign first; of equals, the later is the copy."""
    source = own.span.source
    stem = PurePosixPath(source.path).stem
    stem = PurePosixPath(source.path).parent.name if stem == "index" else stem
    is_named_like = own.name.endswith(_NUMBER.sub("", stem))
    return not source.is_shipped, _COPY.search(stem) is not None, not is_named_like


def _named(course: Course) -> Iterator[tuple[str, _Use]]:
    """Yield the space in which a name must be alone, and each use of a name."""
    yield from (("course", _Use(kind, name, span)) for kind, name, span in course.identifiers())
    spaces: dict[str, Sequence[_Named]] = {
        "competency": course.framework.competencies,
        "reference": course.references,
        "cast member": course.cast.members,
        "glossary term": course.glossary,
        "part": course.outline.parts,
        "planned unit": [unit for part in course.outline.parts for unit in part.units],
        "path": course.outline.paths,
        "stage or appointment": [entry for path in course.outline.paths for entry in year_of(path)],
        "group": course.framework.groups,
        "instrument item": [item for each in course.framework.instruments for item in each.items],
    }
    for kind, things in spaces.items():
        yield from ((kind, _Use(kind, thing.id, thing.span)) for thing in things)


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeio" else "a"
