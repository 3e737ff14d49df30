"""`content/synonyms.yml`: what people type into the search, and what the course calls it."""

from __future__ import annotations

from course.model.framework import Synonym
from course.reading.folder import Folder

PATH = "content/synonyms.yml"


def read(folder: Folder) -> tuple[Synonym, ...]:
    """Read what people type for words of the course, with what a host adds."""
    return tuple(
        Synonym(
            typed=tuple(words.value for words in entry.needed_words_of("typed")),
            find=entry.needed_words_of("find"),
        )
        for entry in folder.entries(PATH)
    )
