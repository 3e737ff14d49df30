"""The hashes of turns, dialogues and rating exercises: they change when the meaning does, and only then."""

from __future__ import annotations

from course.model.dialogue import ALWAYS, Condition, Dialogue, Reply, Turn
from course.model.exercises import Rating
from course.model.prose import Prose
from course.records.canonical import Json
from course.records.hashing import hash_of
from course.records.item_hash import shown_in, words_of


def turn_hash(turn: Turn, dialogue: Dialogue) -> str:
    """Return the hash of what a choice at this turn depends on: the scene, what is said, replies and credit.

    The clock, conditions, and what a reply leaves behind count too, where a dialogue has them.
    What follows a reply does not: reaction, thought, feedback, better wording and the next turn.
    """
    lines: Json = [[words_of(line.text), _when(line.when)] for line in turn.instead]
    return hash_of(
        {
            **_scene(dialogue.scene),
            "line": words_of(turn.line),
            "replies": {reply.id: _reply(reply) for reply in turn.replies},
            **_if_any("clock", dialogue.clock),
            **_when(turn.when),
            **_if_any("instead", lines),
        }
    )


def dialogue_hash(dialogue: Dialogue) -> str:
    """Return the hash of a whole dialogue: its turns, where replies lead, and when an ending fits."""
    turns: Json = {
        turn.id: [turn_hash(turn, dialogue), {reply.id: _next(reply) for reply in turn.replies}]
        for turn in dialogue.turns
    }
    endings: Json = {ending.id: _when(ending.when) for ending in dialogue.endings if ending.when != ALWAYS}
    return hash_of({"first": dialogue.turns[0].id, "turns": turns, **_if_any("endings", endings)})


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
    """Return what counts of a reply; one without marks, silence or minutes is written as it always was."""
    sets: Json = [name for name in sorted({ref.id for ref in reply.sets})]
    more: Json = {
        **_when(reply.when),
        **_if_any("sets", sets),
        **_if_any("wait", reply.is_silent),
        **_if_any("minutes", reply.minutes),
    }
    found: list[Json] = [words_of(reply.text), reply.effect.value, dict(reply.credit)]
    return [*found, more] if more else found


def _next(reply: Reply) -> Json:
    names: list[Json] = [ref.id for ref in reply.next]
    return names[0] if len(names) == 1 else names


def _when(when: Condition) -> dict[str, Json]:
    needs: dict[str, Json] = {ref.id: True for ref in when.needs}
    return _if_any("when", {**needs, **{ref.id: False for ref in when.lacks}})


def _if_any(key: str, value: Json) -> dict[str, Json]:
    return {key: value} if value else {}
