"""Families of techniques: how often a kind of reply helps, over all dialogues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from course.blind.vocabulary import Vocabulary
from course.lint.vocabulary import phrases
from course.model.course import Course
from course.model.dialogue import Effect, Reply, Turn

# A question about suicide is never marked wrong to balance the counts.
SAFETY = "safety"


@dataclass(frozen=True)
class Family:
    """The replies of one kind, in the order of the dialogues."""

    name: str
    replies: tuple[Reply, ...]

    @property
    def uses(self) -> int:
        return len(self.replies)

    def having(self, effect: Effect) -> int:
        """Return how many of its replies have this effect."""
        return sum(reply.effect is effect for reply in self.replies)


def families(course: Course, words: Vocabulary) -> tuple[Family, ...]:
    """Return every family, the largest first; a reply with two techniques belongs to both.

    Turns that assess a competency of the group `safety` are left out.
    """
    found: defaultdict[str, list[Reply]] = defaultdict(list)
    for dialogue in course.dialogues():
        for turn in dialogue.turns:
            for reply in () if _is_about_safety(turn, course) else turn.replies:
                for name in _names(reply.technique.lower(), words):
                    found[name].append(reply)
    return tuple(
        Family(name, tuple(found[name])) for name in sorted(found, key=lambda name: (-len(found[name]), name))
    )


def _names(technique: str, words: Vocabulary) -> Iterator[str]:
    """Yield the families that a technique belongs to, or its own words when it belongs to none."""
    known = [name for name, said in words.families.items() if phrases(said).search(technique)]
    yield from known or [technique]


def _is_about_safety(turn: Turn, course: Course) -> bool:
    named = (course.competencies.get(ref.id) for ref in turn.competencies)
    return any(competency is not None and competency.group == SAFETY for competency in named)
