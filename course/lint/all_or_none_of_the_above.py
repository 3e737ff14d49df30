"""Options: none of them means all or none of the others."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.choosing import choices
from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import phrases, vocabulary
from course.model.course import Course


def all_or_none_of_the_above(course: Course) -> Iterator[Flaw]:
    """Find options such as "all of the above" and "none of these".

    Who sees two right options knows that all are right, and who finds none has shown no more than that.
    Options are shuffled, so there may be nothing above.
    """
    words = vocabulary(course).above
    anywhere = phrases(words.anywhere)
    for bank, item, choice in choices(course):
        for option in choice.options:
            spoken = " ".join(option.text.words)
            if spoken in words.alone or anywhere.search(spoken):
                message = "this option stands for all or none of the others"
                step = "write a real option instead, or make it `type: multiple-choice`"
                yield flaw_of(item, bank, message, option.text.span, step)
