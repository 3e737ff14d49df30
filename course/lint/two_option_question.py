"""Items: a guess is not right every second time."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.choosing import choices
from course.lint.flaw import Flaw, flaw_of
from course.model.course import Course

FEWEST = 3


def two_option_question(course: Course) -> Iterator[Flaw]:
    """Find choices between two options, among them questions whose answer is yes or no.

    A coin gets half of them right, and a wrong answer says little about what the learner thinks.
    To distinguish two kinds of thing, `sort` or `proficient-or-violation` asks about several at once.
    """
    for bank, item, choice in choices(course):
        if len(choice.options) < FEWEST:
            message = f"`{item.id}` has two options, so a guess is right every second time"
            step = "add what people who do not know would answer, or make it `type: sort`"
            yield flaw_of(item, bank, message, item.span, step)
