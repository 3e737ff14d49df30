"""Naive Bayes on options without stems: learned from the other units, tried on the one held out.

Sums over all units are made once, and what a unit added is taken off again for its own test;
so twenty units cost no more than one pass over the words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import log

from course.blind.features import Features, features
from course.blind.questions import Question

SMOOTHING = 0.5
FEWEST_SEEN = 2  # a word that came once has shown nothing
MOST_CLUES = 3
# Words of one option depend on one another, and naive Bayes counts them as if they did not.
# This share was chosen on the shipped course: there the probabilities then fit best what came true.
DAMPING = 0.25
# Units learn from one another, so what they earn goes up and down together, even without cues.
# With keys drawn at random, the variance was 1.1 to 1.4 times that of independent responses on the words
# of the shipped course, and 1.65 times on a course of few words (`tests/test_blind.py`).
CLUSTERING = 1.7


@dataclass(frozen=True)
class Answer:
    """What the model earned at a question, how probable it made the key, and what gave the key away."""

    question: Question
    earned: float
    probability: float
    clues: tuple[str, ...]


@dataclass
class _Seen:
    """How many right and wrong options there were, and how many of each had a feature."""

    right: int = 0
    wrong: int = 0
    rightly: Counter[str] = field(default_factory=Counter)
    wrongly: Counter[str] = field(default_factory=Counter)

    def add(self, found: Features, is_right: bool) -> None:
        if is_right:
            self.right += 1
            self.rightly.update(found)
        else:
            self.wrong += 1
            self.wrongly.update(found)


def answers(asked: Sequence[Question]) -> Iterator[Answer]:
    """Yield the answer to every question, by a model that has seen the other units only.

    Where no other unit asks anything of the same sort there is nothing to learn from, and no answer.
    """
    seen = [features(question.sight.offers) for question in asked]
    everything: defaultdict[str, _Seen] = defaultdict(_Seen)
    of_unit: defaultdict[tuple[str, str], _Seen] = defaultdict(_Seen)
    for question, found in zip(asked, seen, strict=True):
        lot = question.sight.lot
        for each, offer in zip(found, question.sight.offers, strict=True):
            everything[lot].add(each, offer.is_right)
            of_unit[lot, question.unit].add(each, offer.is_right)
    for question, found in zip(asked, seen, strict=True):
        lot = question.sight.lot
        others = _Others(everything[lot], of_unit[lot, question.unit])
        if others.have_both:
            yield _answer(question, found, others)


@dataclass(frozen=True)
class _Others:
    """What all units but one have shown."""

    everything: _Seen
    held_out: _Seen

    @property
    def have_both(self) -> bool:
        return self.everything.right > self.held_out.right and self.everything.wrong > self.held_out.wrong

    def weight(self, feature: str) -> float:
        """Return how much more often a feature was right than wrong; zero when it was hardly there."""
        right = self.everything.rightly[feature] - self.held_out.rightly[feature]
        wrong = self.everything.wrongly[feature] - self.held_out.wrongly[feature]
        if right + wrong < FEWEST_SEEN:
            return 0.0
        of_right = self.everything.right - self.held_out.right + 2 * SMOOTHING
        of_wrong = self.everything.wrong - self.held_out.wrong + 2 * SMOOTHING
        return DAMPING * (log((right + SMOOTHING) / of_right) - log((wrong + SMOOTHING) / of_wrong))


def _answer(question: Question, found: Sequence[Features], others: _Others) -> Answer:
    weights = {feature: others.weight(feature) for feature in chain(*found)}
    scores = [sum(weights[feature] for feature in sorted(each)) for each in found]
    right = [each for each, offer in zip(found, question.sight.offers, strict=True) if offer.is_right]
    return Answer(
        question,
        question.sight.earned(scores),
        question.sight.probability(scores),
        tuple(_clues(right, weights)),
    )


def _clues(right: Iterable[Features], weights: dict[str, float]) -> list[str]:
    """Return what spoke most for the key."""
    speaking = {feature for feature in chain(*right) if weights[feature] > 0}
    return sorted(speaking, key=lambda feature: (-weights[feature], feature))[:MOST_CLUES]
