"""Everything that is measured of a course whose stems are covered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from course.blind.families import Family, families
from course.blind.kinds import Kind
from course.blind.questions import Question, Wanted, questions
from course.blind.rules import Followed, follow
from course.blind.tally import Tally, total
from course.blind.vocabulary import Vocabulary, vocabulary
from course.blind.word_model import CLUSTERING, Answer, answers
from course.model.course import Course


@dataclass(frozen=True)
class Report:
    """The questions of a course, what the model and the rules earned at them, and its families."""

    course: Course
    words: Vocabulary
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    followed: tuple[Followed, ...]
    families: tuple[Family, ...]

    def by_model(self, wanted: Wanted) -> Tally:
        """Add up what the model earned at the questions that are wanted."""
        return total(
            Tally(1, answer.earned, answer.question.sight.chance, clustering=CLUSTERING)
            for answer in self.answers
            if wanted(answer.question)
        )

    def by_rule(self, rule: str, wanted: Wanted) -> Tally:
        """Add up what a rule earned at the questions that are wanted."""
        return total(each.tally for each in self._of_rule.get(rule, ()) if wanted(each.question))

    def kinds(self) -> list[Kind]:
        """Return the kinds that the course has."""
        there = {question.sight.kind for question in self.questions}
        return [kind for kind in Kind if kind in there]

    def places(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield every unit that asks anything, with its banks and dialogues."""
        found: dict[str, dict[str, None]] = {}
        for question in self.questions:
            found.setdefault(question.unit, {})[question.place] = None
        order = [unit.id for unit in self.course.units if unit.id in found]
        yield from ((unit, tuple(found[unit])) for unit in order)

    @cached_property
    def _of_rule(self) -> dict[str, list[Followed]]:
        found: dict[str, list[Followed]] = {}
        for each in self.followed:
            found.setdefault(each.rule, []).append(each)
        return found


def measure(course: Course) -> Report:
    """Measure how far the options alone give the key away."""
    words = vocabulary(course)
    asked = tuple(questions(course))
    return Report(
        course, words, asked, tuple(answers(asked)), tuple(follow(asked, words)), families(course, words)
    )
