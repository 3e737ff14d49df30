"""`content/glossary.yml`: words explained."""

from __future__ import annotations

from course.markdown_reader import read_line
from course.model.framework import Term
from course.reading.choices import acceptances
from course.reading.folder import Folder

PATH = "content/glossary.yml"


def read(folder: Folder) -> tuple[Term, ...]:
    """Read the words of the glossary, with those that a host adds."""
    return tuple(
        Term(
            id=(name := entry.id()).value,
            term=entry.words("term").value,
            also=tuple(other.value for other in entry.words_of("also")),
            text=read_line(entry.text("text"), folder.report),
            span=name.span,
            accepted=acceptances(entry),
            is_unlinked=entry.flag("unlinked"),
        )
        for entry in folder.entries(PATH)
    )
