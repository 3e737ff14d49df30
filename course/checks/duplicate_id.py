"""Ids: each names one thing in the whole course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.source import Span


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def span(self) -> Span: ...


def duplicate_id(course: Course) -> Iterator[Diagnostic]:
    """Find ids that name two things, in one file or across files.

    Learners' records point at ids, so two things with one id would share an answer.
    """
    first: dict[tuple[str, str], tuple[str, Span]] = {}
    for space, kind, name, span in _named(course):
        if (space, name) in first:
            other_kind, other = first[space, name]
            yield Diagnostic(
                code="duplicate-id",
                message=f"`{name}` is already the id of {_article(other_kind)} {other_kind}",
                span=span,
                help=f"give this {kind} another id; the first is at {other.place}",
            )
        elif name:
            first[space, name] = kind, span


def _named(course: Course) -> Iterator[tuple[str, str, str, Span]]:
    """Yield the space in which a name must be alone, the kind of thing, its name and its place."""
    yield from (("course", kind, name, span) for kind, name, span in course.identifiers())
    spaces: dict[str, Sequence[_Named]] = {
        "competency": course.framework.competencies,
        "reference": course.references,
        "cast member": course.cast.members,
        "glossary term": course.glossary,
        "part": course.outline.parts,
        "planned unit": [unit for part in course.outline.parts for unit in part.units],
        "path": course.outline.paths,
        "group": course.framework.groups,
        "instrument item": [item for each in course.framework.instruments for item in each.items],
    }
    for kind, things in spaces.items():
        yield from ((kind, kind, thing.id, thing.span) for thing in things)


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeio" else "a"
