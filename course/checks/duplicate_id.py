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
    first: dict[str, tuple[str, Span]] = {}
    for kind, name, span in _named(course):
        if name in first:
            other_kind, other = first[name]
            yield Diagnostic(
                code="duplicate-id",
                message=f"`{name}` is already the id of a {other_kind}",
                span=span,
                help=f"give this {kind} another id; the first is at {other.place}",
            )
        elif name:
            first[name] = kind, span


def _named(course: Course) -> Iterator[tuple[str, str, Span]]:
    yield from course.identifiers()
    # These live in name spaces of their own, so they carry their kind in front.
    spaces: dict[str, Sequence[_Named]] = {
        "competency": course.framework.competencies,
        "reference": course.references,
        "cast member": course.cast.members,
        "glossary term": course.glossary,
        "part": course.outline.parts,
    }
    for kind, things in spaces.items():
        seen: dict[str, Span] = {}
        for thing in things:
            if thing.id in seen:
                yield from ((kind, thing.id, seen[thing.id]), (kind, thing.id, thing.span))
            seen.setdefault(thing.id, thing.span)
