"""Options: absolute words do not give the wrong ones away."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.choosing import choices_alone, keys_of, wrong_of
from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import Absolutes, phrases, vocabulary
from course.model.course import Course
from course.model.items import Option


def absolute_word(course: Course) -> Iterator[Flaw]:
    """Find items with words such as "always" and "never" in wrong options only.

    Hardly anything is always so, and people who know nothing else know that.
    An absolute word that is also in a right option of the same item gives nothing away.
    """
    words = vocabulary(course).absolutes
    for bank, item, choice in choices_alone(course):
        found = [(option, word) for option in wrong_of(choice.options) if (word := _absolute(option, words))]
        if found and not any(_absolute(key, words) for key in keys_of(choice.options)):
            option, word = found[0]
            message = f"`{word}` stands in wrong options only"
            step = "write the option without it, as someone would really say it"
            yield flaw_of(item, bank, message, option.text.span.find(word), step)


def _absolute(option: Option, words: Absolutes) -> str:
    """Return the first absolute word of an option; empty when there is none."""
    spoken = phrases(words.harmless).sub(" ", " ".join(option.text.words))
    found = phrases(words.words).search(spoken)
    return found[0] if found else ""
