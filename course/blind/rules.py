"""Rules that someone can follow who reads the options only, and how often each is right."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from course.blind.kinds import Kind
from course.blind.questions import Question
from course.blind.sight import Offer, Picks
from course.blind.tally import Tally
from course.blind.vocabulary import Vocabulary
from course.lint.vocabulary import phrases
from course.model.prose import Prose

Measure = Callable[[Prose, Vocabulary], float]

SAME_COUNTS = "same counts"
LONGEST = "longest"
# In these a learner must also find out how many options are right.
_COUNTED = (Kind.MULTIPLE, Kind.VERDICT)

_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][a-z]+")


@dataclass(frozen=True)
class Followed:
    """One rule at one question where it distinguishes options: what it earned, compared with chance."""

    rule: str
    question: Question
    tally: Tally


def follow(asked: Sequence[Question], words: Vocabulary) -> Iterator[Followed]:
    """Follow every rule at every question with options to pick from."""
    for question in asked:
        if isinstance(question.sight, Picks):
            for rule, measure in MEASURES.items():
                values = [measure(offer.text, words) for offer in question.sight.offers]
                picked = _highest(question.sight.offers, values)
                if len(picked) < len(question.sight.offers):
                    yield Followed(rule, question, _tally(picked, question.sight.offers))
    yield from _same_counts(asked)


def _length(text: Prose, words: Vocabulary) -> float:
    return len(text.plain)


def _shortness(text: Prose, words: Vocabulary) -> float:
    return -len(text.plain)


def _specific(text: Prose, words: Vocabulary) -> float:
    named = len(_NUMBER.findall(text.plain)) + len(_NAME.findall(text.plain))
    return named + sum(word in words.specific for word in text.words)


def _question(text: Prose, words: Vocabulary) -> float:
    return "?" in text.plain


def _open_question(text: Prose, words: Vocabulary) -> float:
    if not words.question_words:
        return 0
    asking = "|".join(sorted(words.question_words))
    opened = rf"(?:^|[.!?:,;—–…\"“] ?)(?:{asking})\b[^.!?]*\?"
    return re.search(opened, text.plain.lower().replace("’", "'")) is not None


def _sober(text: Prose, words: Vocabulary) -> float:
    spoken = phrases(words.absolutes.harmless).sub(" ", " ".join(text.words))
    return -len(phrases(words.absolutes.words | words.gushing).findall(spoken))


MEASURES: dict[str, Measure] = {
    LONGEST: _length,
    "shortest": _shortness,
    "most specific": _specific,
    "a question": _question,
    "open question": _open_question,
    "fewest absolute or gushing words": _sober,
}
RULES = (*MEASURES, SAME_COUNTS)


def _highest(offers: Sequence[Offer], values: Sequence[float]) -> list[Offer]:
    return [offer for offer, value in zip(offers, values, strict=True) if value == max(values)]


def _tally(picked: Sequence[Offer], offers: Sequence[Offer]) -> Tally:
    """Return the share of right options among those that a rule cannot distinguish.

    Its spread is that of the hypergeometric distribution: the right options could be any.
    """
    number, of = len(picked), len(offers)
    chance = sum(offer.is_right for offer in offers) / of
    spread = chance * (1 - chance) / number * (of - number) / (of - 1)
    return Tally(1, sum(offer.is_right for offer in picked) / number, chance, spread)


def _same_counts(asked: Sequence[Question]) -> Iterator[Followed]:
    """Guess that as many options are right as in most items of the other units with as many options."""
    counted = [
        (question, question.sight)
        for question in asked
        if isinstance(question.sight, Picks) and question.sight.kind in _COUNTED
    ]
    keys: defaultdict[tuple[Kind, int], Counter[tuple[str, int]]] = defaultdict(Counter)
    for question, sight in counted:
        keys[sight.kind, len(sight.offers)][question.unit, sight.keys] += 1
    for question, sight in counted:
        seen = keys[sight.kind, len(sight.offers)].items()
        guess = _commonest((number, times) for (unit, number), times in seen if unit != question.unit)
        if guess:
            chance = 1 / (len(sight.offers) - 1)
            tally = Tally(1, float(guess == sight.keys), chance, chance * (1 - chance))
            yield Followed(SAME_COUNTS, question, tally)


def _commonest(counted: Iterable[tuple[int, int]]) -> int:
    """Return the number that comes most often, the smaller one of two; zero when there is none."""
    times: Counter[int] = Counter()
    for number, often in counted:
        times[number] += often
    return min(times, key=lambda number: (-times[number], number), default=0)
