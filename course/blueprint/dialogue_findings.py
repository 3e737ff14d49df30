"""Blueprint: what the guide asks of dialogues is spread over them, and none of it is in each."""

from __future__ import annotations

from collections.abc import Iterator

from course.blueprint.dialogue_contents import FOUR, contents_of_dialogues, elements_of, fours
from course.diagnostics import Diagnostic, Severity
from course.model.course import Course


def missing_in_dialogues(course: Course) -> Iterator[Diagnostic]:
    """Find four dialogues in a row that together lack something a trainer should meet in practice.

    Over four dialogues there should be a reply that says nothing, a slip that lasts,
    a question that is a slip, information or advice that helps, a good reply that is no question,
    a person who says no, one who says hardly anything, and thoughts that are shown afterwards.
    They are spread, not crammed into one. Dialogues after the last four are not judged yet.
    Some of these are known by words alone, so look at the table before you believe it.
    It is a warning of `course check --blueprint` only, so that a course can grow.
    """
    for group in fours(contents_of_dialogues(course)):
        there = frozenset[str]().union(*(contents.elements for contents in group))
        missing = [element.name for element in elements_of(course) if element.id not in there]
        if len(group) == FOUR and missing:
            first, last = group[0].dialogue.head, group[-1].dialogue.head
            yield Diagnostic(
                "missing-in-dialogues",
                f"in none of the four dialogues from `{first.id}` to `{last.id}`: {'; '.join(missing)}",
                first.span,
                "write one of them into one of these dialogues, where life has it",
                Severity.WARNING,
            )


def in_every_dialogue(course: Course) -> Iterator[Diagnostic]:
    """Find what every dialogue of a course has, so that learners wait for it: a rule met in each is a cue.

    It is looked for from four dialogues on. Thoughts, which are shown after the reply, may be everywhere,
    and so may good replies that are no questions.
    It is a warning of `course check --blueprint` only.
    """
    found = contents_of_dialogues(course)
    for element in elements_of(course) if len(found) >= FOUR else ():
        if element.is_cue and all(element.id in contents.elements for contents in found):
            yield Diagnostic(
                "in-every-dialogue",
                f"in all {len(found)} dialogues {element.name}, which is a cue",
                found[0].dialogue.head.span,
                "write some dialogues without it",
                Severity.WARNING,
            )
