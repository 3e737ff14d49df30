"""The words that the rules and the hints look for, read from the file of a language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from msgspec import convert

from course.lint import vocabulary as lint_words
from course.lint.vocabulary import Absolutes, Words
from course.model.course import Course

_FILES = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language; empty in a language without a file."""

    question_words: Words = frozenset()
    specific: Words = frozenset()
    gushing: Words = frozenset()
    takes_back: Words = frozenset()
    harmless: Words = frozenset()
    says_no: Words = frozenset()
    telling: Words = frozenset()
    families: dict[str, Words] = field(default_factory=dict)
    absolutes: Absolutes = field(default_factory=Absolutes)


def vocabulary(course: Course) -> Vocabulary:
    """Return the words of the language that a course is written in."""
    name = lint_words.language(course)
    written = _FILES / f"{name}.toml"
    known = {path.stem for path in _FILES.glob("*.toml")}
    if name not in known:
        return Vocabulary()
    return _read(written, lint_words.vocabulary(course).absolutes)


@cache
def _read(path: Path, absolutes: Absolutes) -> Vocabulary:
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    return convert({**words, "absolutes": absolutes}, Vocabulary)
