"""What can be found, for the script of the search; addresses are from the root of the site."""

from __future__ import annotations

import msgspec

from course.records.course_data import Part


class SearchDocument(Part, frozen=True, omit_defaults=True):
    """`kind`: what it is, as a person reads it; empty for a section. `within`: the page of a section.

    `names`: its other names, and what people type for it.
    `is_safety`: its page comes first when one of the names of its beginning is looked for.
    `is_beside`: it comes with what the course teaches (a source, an observation sheet), so it comes later.
    """

    href: str
    title: str
    text: str = ""
    kind: str = ""
    within: str = ""
    names: list[str] = msgspec.field(default_factory=list)
    is_safety: bool = False
    is_beside: bool = False


class Synonym(Part, frozen=True):
    """`typed`: what people type. `find`: what is looked for as well."""

    typed: list[str]
    find: list[str]


class SearchData(Part, frozen=True):
    """What can be found, and what people type for it."""

    documents: list[SearchDocument]
    synonyms: list[Synonym]
