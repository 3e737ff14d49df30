"""Items of every type as plain values, so that each tool can be given them in its own syntax."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.text import words

Fields = dict[str, Any]


@dataclass(frozen=True)
class Choice:
    """A text that a learner can choose, whether it is right, and what is said about it."""

    text: str
    is_right: bool
    feedback: str


@dataclass(frozen=True)
class Item:
    """A question: its fields as our bank holds them, and the same text as choices for tools with fewer types.

    `frame` is the title and the situation of a case.
    """

    id: str
    type: str
    prompt: str
    fields: Fields
    choices: tuple[Choice, ...]
    frame: tuple[str, str] | None = None


_PROMPT = (
    "On {time}, the {who} {deed} a {quality} {thing} in the {place}.\n"
    "The {who} {deed} the {thing}.\n"
    "What do you do with the {quality} {thing}?"
)


def make_items(name: str, count: int, chance: random.Random) -> list[Item]:
    """Make the items of a bank; eight of them show every type, the last one in a case."""
    return [_KINDS[n % len(_KINDS)](f"{name}-{n + 1}", chance) for n in range(count)]


def _choices(chance: random.Random, right: int) -> tuple[Choice, ...]:
    """Make three or four choices; the longest is no right one, because that would give it away."""
    count = 3 if right == 1 else 4
    texts = sorted(words.distinct_options(chance, count), key=len)
    choices = [Choice(text, n < right, words.sentence(chance)) for n, text in enumerate(texts)]
    chance.shuffle(choices)
    return tuple(choices)


def _options(choices: tuple[Choice, ...]) -> Fields:
    return {
        "options": [
            {"id": "abcd"[n], "text": choice.text}
            | ({"correct": True} if choice.is_right else {})
            | {"feedback": choice.feedback}
            for n, choice in enumerate(choices)
        ]
    }


def _single(name: str, chance: random.Random) -> Item:
    choices = _choices(chance, 1)
    return Item(name, "single-choice", words.filled(_PROMPT, chance), _options(choices), choices)


def _multiple(name: str, chance: random.Random) -> Item:
    choices = _choices(chance, 2)
    return Item(name, "multiple-choice", words.filled(_PROMPT, chance), _options(choices), choices)


def _order(name: str, chance: random.Random) -> Item:
    texts = words.distinct_options(chance, 4)
    feedback = " ".join(words.sentences(chance, 2))
    steps = [{"id": f"step-{n}", "text": text} for n, text in enumerate(texts, start=1)]
    prompt = words.filled("Put these steps of a {quality} {thing} with the {who} in order.", chance)
    choices = tuple(Choice(f"{n}. {text}", True, feedback) for n, text in enumerate(texts, start=1))
    return Item(name, "order-steps", prompt, {"steps": steps, "feedback": feedback}, choices)


def _match(name: str, chance: random.Random) -> Item:
    lefts, rights = words.distinct_options(chance, 3), words.sentences(chance, 4)
    explanations = words.sentences(chance, 3)
    pairs = [
        {"id": f"pair-{n}", "left": left, "right": right, "feedback": feedback}
        for n, (left, right, feedback) in enumerate(zip(lefts, rights, explanations, strict=False), start=1)
    ]
    choices = [Choice(f"{pair['left']} {pair['right']}", True, pair["feedback"]) for pair in pairs]
    prompt = words.filled(
        "Which of these goes with which moment of a {quality} {thing} in the {place}?", chance
    )
    fields = {"pairs": pairs, "extra": [rights[3]]}
    return Item(name, "match", prompt, fields, (*choices, Choice(rights[3], False, "")))


def _sort(name: str, chance: random.Random) -> Item:
    groups = {"asking": "Asking", "telling": "Telling"}
    belongs = [*groups, *chance.choices([*groups], k=2)]
    chance.shuffle(belongs)
    cards = [
        {"id": f"card-{n}", "text": text, "group": belongs[n], "feedback": words.sentence(chance)}
        for n, text in enumerate(words.distinct_options(chance, 4))
    ]
    choices = tuple(Choice(card["text"], card["group"] == "asking", card["feedback"]) for card in cards)
    question = "Sort what the {who} does with the {quality} {thing} on {time}: asking or telling?"
    listed = [{"id": group, "text": text} for group, text in groups.items()]
    fields = {"groups": listed, "cards": cards}
    return Item(name, "sort", words.filled(question, chance), fields, choices)


def _proficient(name: str, chance: random.Random) -> Item:
    verdicts = ["proficient", "violation", chance.choice(("proficient", "violation"))]
    chance.shuffle(verdicts)
    replies = [
        {"id": "abc"[n], "text": text, "verdict": verdicts[n], "feedback": words.sentence(chance)}
        for n, text in enumerate(words.distinct_options(chance, 3))
    ]
    choices = tuple(Choice(r["text"], r["verdict"] == "proficient", r["feedback"]) for r in replies)
    prompt = words.filled(
        "The {who} {deed} the {quality} {thing} in the {place}. Proficient, or a violation?", chance
    )
    return Item(name, "proficient-or-violation", prompt, {"replies": replies}, choices)


def _best_and_worst(name: str, chance: random.Random) -> Item:
    texts = words.distinct_options(chance, 4)
    replies = [
        {"id": "abcd"[n], "text": text, "feedback": words.sentence(chance)} for n, text in enumerate(texts)
    ]
    best, worst = chance.sample("abcd", 2)
    choices = tuple(Choice(r["text"], r["id"] == best, r["feedback"]) for r in replies)
    prompt = words.filled(
        "The {who} {deed} the {quality} {thing} in the {place}.\n"
        "Which reply to the {who} helps most, and which one *least*?",
        chance,
    )
    fields = {"keyed_by": "authors", "best": best, "worst": worst, "replies": replies}
    return Item(name, "best-and-worst", prompt, fields, choices)


def _in_case(name: str, chance: random.Random) -> Item:
    asked = _single(name, chance)
    frame = (words.title(chance), words.paragraph(chance, 3))
    return Item(asked.id, asked.type, asked.prompt, asked.fields, asked.choices, frame)


_KINDS: tuple[Callable[[str, random.Random], Item], ...] = (
    _single,
    _multiple,
    _order,
    _match,
    _sort,
    _proficient,
    _best_and_worst,
    _in_case,
)
