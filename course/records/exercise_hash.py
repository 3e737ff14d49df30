"""The hashes of turns, dialogues and rating exercises: they change when the meaning does, and only then."""

from __future__ import annotations

from course.model.exercises import Dialogue, Rating, Reply, Turn
from course.model.prose import Prose
from course.records.canonical import Json
from course.records.hashing import hash_of
from course.records.item_hash import shown_in, words_of


def turn_hash(turn: Turn, scene: Prose) -> str:
    """Return the hash of what a choice at this turn depends on: the scene, what is said, replies and credit.

    What follows a reply does not count: reaction, feedback, better wording and the next turn.
    """
    meaning: dict[str, Json] = {
        **_scene(scene),
        "line": words_of(turn.line),
        "replies": {reply.id: _reply(reply) for reply in turn.replies},
    }
    return hash_of(meaning)


def dialogue_hash(dialogue: Dialogue) -> str:
    """Return the hash of a whole dialogue: its turns and where their replies lead."""
    turns: Json = {
        turn.id: [turn_hash(turn, dialogue.scene), {reply.id: reply.next.id for reply in turn.replies}]
        for turn in dialogue.turns
    }
    return hash_of({"turns": turns})


def rating_hash(rating: Rating) -> str:
    """Return the hash of what a rating depends on: scene, excerpt, elements and the authors' ratings."""
    excerpt: Json = [[line.who.id if line.who else "", words_of(line.text)] for line in rating.excerpt]
    elements: Json = {
        element.id: [element.name, words_of(element.look_for), element.reference]
        for element in rating.elements
    }
    return hash_of({**_scene(rating.scene), "excerpt": excerpt, "elements": elements})


def _scene(scene: Prose) -> dict[str, Json]:
    """Return the words of a scene, and what it shows where it shows something."""
    shown = shown_in(scene)
    return {"scene": words_of(scene), **({"shows": shown} if shown else {})}


def _reply(reply: Reply) -> Json:
    return [words_of(reply.text), reply.effect.value, dict(reply.credit)]
