"""Lists of options: their stems do not all have one key."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.choosing import keys_of
from course.lint.flaw import Flaw
from course.model.course import Course
from course.model.items import Choose, OptionList


def single_listed_key(course: Course) -> Iterator[Flaw]:
    """Find lists of options in which all stems have the same key.

    One list serves several stems so that the options alone say nothing.
    With one key for all, who has answered the first stem can answer the others unread.
    """
    for bank in course.banks:
        for frame in bank.frames():
            keys = _keys(frame) if isinstance(frame, OptionList) else []
            if len(keys) > 1 and len(set(keys)) == 1:
                message = f"`{keys[0]}` is the key of every stem of `{frame.id}`"
                step = "write a stem for which another option of the list is right"
                yield Flaw(message, frame.span, step, (bank, *frame.items))


def _keys(frame: OptionList) -> list[str]:
    choices = (item.interaction for item in frame.items)
    return [key.id for choice in choices if isinstance(choice, Choose) for key in keys_of(choice.options)]
