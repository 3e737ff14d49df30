"""Items: no more options than can be held in mind."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.choosing import choices_alone
from course.lint.flaw import Flaw, flaw_of
from course.model.course import Course

MOST = 4


def too_many_options(course: Course) -> Iterator[Flaw]:
    """Find choices with more than four options.

    Three suffice: further wrong options are hardly ever chosen, and all of them have to be read.
    """
    for bank, item, choice in choices_alone(course):
        if len(choice.options) > MOST:
            message = f"`{item.id}` has {len(choice.options)} options"
            step = "keep the three or four that people really choose"
            yield flaw_of(item, bank, message, item.span, step)
