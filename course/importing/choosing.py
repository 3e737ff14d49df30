"""What answers with shares of credit become: a choice with keys, and a word about what is different."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from course.importing.questions import Answer, Choice

FULL = 100.0


class Weighted(NamedTuple):
    """An answer of another tool, with the share of the credit that it earns, in percent."""

    text: str
    share: float
    feedback: str


def choice(answers: Sequence[Weighted], tell: Callable[[str], None], *, many: bool) -> Choice | str:
    """Return the choice that such answers are, or the reason why they are none."""
    if len(answers) < 2:
        return "it has fewer than two options"
    keys = {number for number, answer in enumerate(answers) if answer.share > 0}
    if not keys:
        return "none of its options is right"
    if many:
        if len({round(answers[number].share) for number in keys}) > 1:
            tell("its right options had different weights")
        if any(answer.share < 0 for answer in answers):
            tell("its wrong options took credit away")
    else:
        full = {number for number in keys if answers[number].share >= FULL - 0.5}
        if len(full) > 1:
            tell("each of several options was the whole answer, and here all of them must be picked")
            many = True
        elif keys != full:
            tell("options that earned a part of the credit earn none")
        keys = full or {max(keys, key=lambda number: answers[number].share)}
    return Choice(
        tuple(Answer(each.text, number in keys, each.feedback) for number, each in enumerate(answers)), many
    )


def true_or_false(is_true: bool, if_true: str = "", if_false: str = "") -> Choice:
    """Return a statement to judge as a choice of two; the feedback is that to each answer."""
    return Choice((Answer("True", is_true, if_true), Answer("False", not is_true, if_false)))
