"""The questions and exercises of a lesson as the peers can have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.text.items import Choice, Item


def as_quizzes(items: tuple[Item, ...]) -> str:
    """Return questions in the syntax of mkdocs-quiz, with feedback on each choice."""
    return "\n\n".join(_framed(item, _quiz(item)) for item in items)


def _quiz(item: Item) -> str:
    lines = [line for choice in item.choices for line in _choice(choice)]
    return "\n".join(["<quiz>", item.prompt, *lines, "</quiz>"])


def _choice(choice: Choice) -> Iterator[str]:
    yield f"- [{'x' if choice.is_right else ' '}] {choice.text}"
    if choice.feedback:
        yield f"> {choice.feedback}"


def as_lists(items: tuple[Item, ...]) -> str:
    """Return questions as plain lists, with feedback below each choice."""
    return "\n\n".join(_framed(item, _list(item)) for item in items)


def _list(item: Item) -> str:
    lines = [f"- {choice.text}\n    - {choice.feedback}".removesuffix("\n    - ") for choice in item.choices]
    return "\n".join([item.prompt, "", *lines])


def _framed(item: Item, text: str) -> str:
    return f"**{item.frame[0]}**\n\n{item.frame[1]}\n\n{text}" if item.frame else text


def exercise_text(exercise: dict[str, Any]) -> str:
    """Return a dialogue, a rating exercise or a written reply as headings, paragraphs and lists."""
    return "\n\n".join([f"### {exercise['title']}", *_EXERCISES[exercise["type"]](exercise)])


def _dialogue(exercise: dict[str, Any]) -> Iterator[str]:
    yield exercise["scene"]
    for turn in exercise["turns"]:
        yield turn["line"]
        yield "\n".join(map(_reply, turn["replies"]))
    for ending in exercise["endings"]:
        yield f"**{ending['title']}** {ending['text']}"


def _reply(reply: dict[str, Any]) -> str:
    said = ("reaction", "feedback", "better")
    after = "\n".join(f"    - {reply[each]}" for each in said)
    return f"- {reply['text']} ({reply['technique']}, {reply['principle']}, {reply['effect']})\n{after}"


def _rating(exercise: dict[str, Any]) -> Iterator[str]:
    yield exercise["scene"]
    lines = (
        line.get("scene") or f"{line['who'].capitalize()}: {line['says']}" for line in exercise["excerpt"]
    )
    yield "\n".join(f"{n}. {line}" for n, line in enumerate(lines, start=1))
    yield "\n".join(
        f"- {each['name']}: {each['look_for']}\n    - {each['reference']}. {each['reason']}"
        for each in exercise["elements"]
    )


def _written_reply(exercise: dict[str, Any]) -> Iterator[str]:
    yield exercise["prompt"]
    yield exercise["model"]
    yield "\n".join(f"- {point['text']}" for point in exercise["points"])


def _demonstration(exercise: dict[str, Any]) -> Iterator[str]:
    yield from (exercise["rule"], exercise["scene"])
    yield "\n".join(f"- {line}" for line in exercise["watch_for"])
    yield "\n".join(map(_shown_line, exercise["lines"]))


def _shown_line(line: dict[str, Any]) -> str:
    said = line.get("scene") or f"{line['who'].capitalize()}: {line['says']}"
    note = line.get("note", {})
    notes = (f"    - {note[each]}" for each in ("technique", "principle", "why", "better") if each in note)
    return "\n".join([f"- {said}", *notes])


_EXERCISES = {
    "dialogue": _dialogue,
    "rating": _rating,
    "written-reply": _written_reply,
    "demonstration": _demonstration,
}
