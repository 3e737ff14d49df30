"""Options: none of them combines others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from course.lint.choosing import choices
from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import Combined, vocabulary
from course.model.course import Course

_NUMBER = re.compile(r"[0-9][,/][0-9]")  # 1,5 in most languages, or 1/2


def combined_option(course: Course) -> Iterator[Flaw]:
    """Find options such as "A and C" or "both 1 and 2".

    Such an option tests the skill of sorting combinations out, and it names places that shuffling changes.
    Only an option that is nothing but such a combination is found; 1,5 and 1/2 are numbers.
    """
    combination = _combination(vocabulary(course).combined)
    for bank, item, choice in choices(course):
        for option in choice.options:
            if combination.fullmatch(option.text.plain) and not _NUMBER.fullmatch(option.text.plain):
                message = "this option combines others by their places"
                step = "write what it means, or make it `type: multiple-choice`"
                yield flaw_of(item, bank, message, option.text.span, step)


@cache
def _combination(words: Combined) -> re.Pattern[str]:
    def any_of(chosen: frozenset[str]) -> str:
        return "|".join(sorted(map(re.escape, chosen), key=len, reverse=True))

    if not words.between:
        return re.compile("(?!)")
    place = r"\(?(?:[a-h]|[1-8])\)?"
    between = rf"(?:\s*,\s*(?:(?:{any_of(words.between)})\s+)?|\s+(?:{any_of(words.between)})\s+|\s*[&+/]\s*)"
    before, after = rf"(?:(?:{any_of(words.before)})\s+)*", rf"(?:,?\s+(?:{any_of(words.after)}))?"
    return re.compile(rf"{before}{place}(?:{between}{place})+{after}[.!]?", re.IGNORECASE)
