"""What dialogues hold of the list in the guide to writing them, looked at by fours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from course.blind.vocabulary import Vocabulary, vocabulary
from course.lint.vocabulary import Words, phrases
from course.model.course import Course
from course.model.dialogue import Dialogue, Effect, Reply
from course.model.dialogue_paths import asked_marks
from course.model.prose import Prose

FOUR = 4
FEW_WORDS = 3
_QUOTED = re.compile(r"[\"“]([^\"”]+)[\"”]")
_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True)
class Element:
    """Something that each four dialogues should hold.

    `is_cue`: met in every dialogue, it lets learners expect it.
    `needs_words`: it is known by words, so it is not looked for in a language that has no list of them.
    """

    id: str
    name: str
    is_in: Callable[[Dialogue, Vocabulary], bool]
    is_cue: bool = True
    needs_words: bool = False


@dataclass(frozen=True)
class DialogueContents:
    """A dialogue with the ids of the elements that it holds."""

    dialogue: Dialogue
    elements: frozenset[str]


def elements_of(course: Course) -> tuple[Element, ...]:
    """Return the elements that can be looked for in the language of a course."""
    has_words = bool(vocabulary(course).says_no)
    return tuple(element for element in ELEMENTS if has_words or not element.needs_words)


def contents_of_dialogues(course: Course) -> tuple[DialogueContents, ...]:
    """Look at every dialogue, in the order of the units."""
    order = {unit.id: number for number, unit in enumerate(course.units)}
    words = vocabulary(course)
    found = sorted(course.dialogues(), key=lambda dialogue: order.get(dialogue.head.unit.id, len(order)))
    return tuple(
        DialogueContents(
            dialogue, frozenset(one.id for one in elements_of(course) if one.is_in(dialogue, words))
        )
        for dialogue in found
    )


def fours(found: tuple[DialogueContents, ...]) -> Iterator[tuple[DialogueContents, ...]]:
    """Yield the dialogues four by four; the last of them may be fewer."""
    yield from (found[first : first + FOUR] for first in range(0, len(found), FOUR))


def _has_silence(dialogue: Dialogue, _: Vocabulary) -> bool:
    return any(reply.is_silent for reply in _replies(dialogue))


def _has_lasting_slip(dialogue: Dialogue, _: Vocabulary) -> bool:
    asked = {ref.id for ref in asked_marks(dialogue)}
    return any(
        reply.effect is not Effect.HELPS and any(ref.id in asked for ref in reply.sets)
        for reply in _replies(dialogue)
    )


def _has_thought(dialogue: Dialogue, _: Vocabulary) -> bool:
    return any(reply.thought.plain for reply in _replies(dialogue))


def _has_question_that_slips(dialogue: Dialogue, _: Vocabulary) -> bool:
    return any(_asks(reply) and reply.effect is not Effect.HELPS for reply in _replies(dialogue))


def _has_statement_that_helps(dialogue: Dialogue, _: Vocabulary) -> bool:
    return any(
        reply.effect is Effect.HELPS and not reply.is_silent and not _asks(reply)
        for reply in _replies(dialogue)
    )


def _has_informing_that_helps(dialogue: Dialogue, words: Vocabulary) -> bool:
    techniques = frozenset(word for name in words.telling for word in words.families.get(name, ()))
    return any(
        reply.effect is Effect.HELPS and phrases(techniques).search(reply.technique.lower())
        for reply in _replies(dialogue)
    )


def _has_no(dialogue: Dialogue, words: Vocabulary) -> bool:
    refusal = _refusal(words.says_no)
    return any(refusal.search(said) for said in map(_said, _lines(dialogue)))


def _has_few_words(dialogue: Dialogue, _: Vocabulary) -> bool:
    """Say whether at half of the turns or more the person says hardly anything."""
    numbers = [len(_WORD.findall(_said(turn.line))) for turn in dialogue.turns]
    return 2 * sum(number <= FEW_WORDS for number in numbers) >= len(numbers)


@cache
def _refusal(says_no: Words) -> re.Pattern[str]:
    """Find a sentence that begins by saying no; "No idea" does not, because no stop follows the word."""
    alone = "|".join(re.escape(words) for words in sorted(says_no) if " " not in words)
    several = "|".join(re.escape(words) for words in sorted(says_no) if " " in words)
    return re.compile(rf"(?:^|[.!?]\s+)(?:(?:{alone})(?=[.,;!]|$)|(?:{several})\b)", re.IGNORECASE)


def _replies(dialogue: Dialogue) -> Iterator[Reply]:
    yield from (reply for turn in dialogue.turns for reply in turn.replies)


def _lines(dialogue: Dialogue) -> Iterator[Prose]:
    for turn in dialogue.turns:
        yield turn.line
        yield from (line.text for line in turn.instead)
        yield from (reply.reaction for reply in turn.replies)


def _said(prose: Prose) -> str:
    """Return what is said in a line: what is in quotes, or all of it where nothing does."""
    return " ".join(_QUOTED.findall(prose.plain)) or prose.plain


def _asks(reply: Reply) -> bool:
    return "?" in reply.text.plain


ELEMENTS = (
    Element("silence", "saying nothing is a reply", _has_silence),
    Element("lasting-slip", "a slip lasts", _has_lasting_slip),
    Element("question-slips", "a question is a slip", _has_question_that_slips),
    Element("telling-helps", "informing or advising helps", _has_informing_that_helps, needs_words=True),
    Element("statement-helps", "a good reply is no question", _has_statement_that_helps, is_cue=False),
    Element("says-no", "the person says no", _has_no, needs_words=True),
    Element("few-words", "the person says hardly anything", _has_few_words),
    Element("thought", "thoughts are shown", _has_thought, is_cue=False),
)
