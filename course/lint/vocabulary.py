"""The words that the lint looks for, read from the file of a language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct, convert, field

from course.model.course import Course

_FILES = Path(__file__).parent / "words"

Words = frozenset[str]


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a word file; empty in a language without one, so that what needs words stays silent."""


class Above(_Words, frozen=True):
    """Words for "all of the above": `anywhere` in an option, or `alone` as a whole option."""

    anywhere: Words = frozenset()
    alone: Words = frozenset()


class Combined(_Words, frozen=True):
    """Words around the letters of an option that names others, such as "both A and C"."""

    before: Words = frozenset()
    between: Words = frozenset()
    after: Words = frozenset()


class NegativeStem(_Words, frozen=True):
    """Words that turn a stem round, such as "not".

    `harmless`: phrases in which they do not; `clause_openers`: words behind which a clause of its own
    begins.
    """

    words: Words = frozenset()
    harmless: Words = frozenset()
    clause_openers: Words = frozenset()


class Absolutes(_Words, frozen=True):
    """Words that leave no exception, such as "always", and the phrases in which they are `harmless`."""

    words: Words = frozenset()
    harmless: Words = frozenset()


class Question(_Words, frozen=True):
    """Words by which a stem asks something.

    `imperatives`: verbs that ask for an answer; `unfinished`: last words of a sentence that the option
    completes; `empty`: stems that ask nothing.
    """

    imperatives: Words = frozenset()
    unfinished: Words = frozenset()
    empty: Words = frozenset()


class Articles(_Words, frozen=True):
    """Articles that fit only some options: before a vowel, or before a consonant, as spoken."""

    before_vowel: Words = frozenset()
    before_consonant: Words = frozenset()
    vowels: str = ""
    spoken_with_vowel: Words = frozenset()
    spoken_with_consonant: Words = frozenset()


class Vocabulary(_Words, frozen=True):
    """The words of one language, in the parts of its file."""

    endings: tuple[str, ...] = ()
    small_words: Words = frozenset()
    above: Above = Above()
    combined: Combined = Combined()
    negative_stem: NegativeStem = NegativeStem()
    absolutes: Absolutes = Absolutes()
    question: Question = Question()
    articles: Articles = Articles()
    stigmatising: dict[str, str] = field(default_factory=dict)
    other_terms: dict[str, str] = field(default_factory=dict)


def vocabulary(course: Course) -> Vocabulary:
    """Return the words of the language that a course is written in."""
    return _of_language(language(course))


def language(course: Course) -> str:
    """Return the language of a course without its region: `en` for `en-GB`."""
    return course.outline.language.partition("-")[0].lower()


@cache
def _of_language(name: str) -> Vocabulary:
    files = {path.stem: path for path in _FILES.glob("*.toml")}
    if name not in files:
        return Vocabulary()
    return convert(tomllib.loads(files[name].read_text(encoding="utf-8")), Vocabulary)


@cache
def phrases(words: Words) -> re.Pattern[str]:
    """Return a pattern that finds any of these words or phrases, the longest first; nothing when none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b" if ordered else "(?!)")
