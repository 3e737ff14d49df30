"""The lint: flaws in how items are written and how texts read, one file each, by their codes.

What is wrong is a finding of reading or of the checks; here is what works and could be better.
A course decides how serious each flaw is, and an author may keep one with a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from course.diagnostics import Diagnostic, Severity
from course.lint.absolute_word import absolute_word
from course.lint.all_or_none_of_the_above import all_or_none_of_the_above
from course.lint.combined_option import combined_option
from course.lint.flaw import Flaw
from course.lint.hard_to_read import hard_to_read
from course.lint.key_position import key_position
from course.lint.key_repeats_stem import key_repeats_stem
from course.lint.long_lesson import long_lesson
from course.lint.longest_key import longest_key
from course.lint.longest_key_too_often import longest_key_too_often
from course.lint.misfit_option import misfit_option
from course.lint.other_term import other_term
from course.lint.same_opening import same_opening
from course.lint.similar_items import similar_items
from course.lint.similar_options import similar_options
from course.lint.single_listed_key import single_listed_key
from course.lint.stem_asks_nothing import stem_asks_nothing
from course.lint.stigmatising_word import stigmatising_word
from course.lint.too_many_options import too_many_options
from course.lint.two_option_question import two_option_question
from course.lint.unemphasised_negative import unemphasised_negative
from course.lint.unknown_flaw import unknown_flaw
from course.lint.unused_acceptance import unused_acceptance
from course.model.choices import Acceptance
from course.model.course import Course

__all__ = ["FLAWS", "check", "unknown_flaw", "unused_acceptance"]

FLAWS: dict[str, Callable[[Course], Iterator[Flaw]]] = {
    "longest-key": longest_key,
    "longest-key-too-often": longest_key_too_often,
    "all-or-none-of-the-above": all_or_none_of_the_above,
    "combined-option": combined_option,
    "unemphasised-negative": unemphasised_negative,
    "absolute-word": absolute_word,
    "key-repeats-stem": key_repeats_stem,
    "misfit-option": misfit_option,
    "similar-options": similar_options,
    "similar-items": similar_items,
    "stem-asks-nothing": stem_asks_nothing,
    "key-position": key_position,
    "single-listed-key": single_listed_key,
    "two-option-question": two_option_question,
    "too-many-options": too_many_options,
    "stigmatising-word": stigmatising_word,
    "other-term": other_term,
    "same-opening": same_opening,
    "hard-to-read": hard_to_read,
    "long-lesson": long_lesson,
}


def check(course: Course) -> Iterator[Diagnostic]:
    """Find every flaw that is neither switched off nor accepted, and choices that change nothing."""
    chosen = {weight.code: weight.severity for weight in course.outline.weights}
    looked_for = [code for code in FLAWS if chosen.get(code) != "off"]
    used: set[Acceptance] = set()
    for code in looked_for:
        severity = Severity.ERROR if chosen.get(code) == "error" else Severity.WARNING
        for flaw in FLAWS[code](course):
            accepting = {each for holder in flaw.holders for each in holder.accepted if each.code == code}
            used |= accepting
            if not accepting:
                yield Diagnostic(code, flaw.message, flaw.span, flaw.help, severity)
    yield from unknown_flaw(course, FLAWS)
    yield from unused_acceptance(course, used, looked_for)
