"""What the script must know of a dialogue: where replies lead and when, and what they are worth."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from course.model.dialogue import ALWAYS, Dialogue, Reply, Turn
from course.model.dialogue_paths import Path, good_paths, map_of
from course.records.course_keys import when_of
from course.records.exercise_hash import turn_hash
from course.targets.site.page_data.graph import Graph, GraphReply, GraphTurn

# good paths shown beside a learner's own: neighbours in a long list of paths are nearly the same
MOST_GOOD_PATHS = 6
MOST_PATHS_LOOKED_AT = 600


def graph_of(dialogue: Dialogue, titles: Mapping[str, str]) -> Graph:
    """Return the graph of a dialogue; `titles` are those of the competencies."""
    named = (ref.id for turn in dialogue.turns for ref in turn.competencies)
    return Graph(
        first=dialogue.turns[0].id,
        endings=[ending.id for ending in dialogue.endings],
        turns={turn.id: _turn(turn, dialogue) for turn in dialogue.turns},
        good_paths=[list(path) for path in _some_good_paths(dialogue)],
        competencies={name: titles[name] for name in named},
        when={place.id: when_of(place.when) for place in dialogue.places if place.when != ALWAYS},
        clock=dialogue.clock,
    )


def _some_good_paths(dialogue: Dialogue) -> list[Path]:
    """Return good paths from all over the list of them."""
    paths = list(islice(good_paths(map_of(dialogue)), MOST_PATHS_LOOKED_AT))
    return paths[:: -(-len(paths) // MOST_GOOD_PATHS)] if paths else []


def _turn(turn: Turn, dialogue: Dialogue) -> GraphTurn:
    return GraphTurn(
        hash=turn_hash(turn, dialogue),
        replies={reply.id: _reply(reply) for reply in turn.replies},
        instead=[when_of(line.when) for line in turn.instead],
    )


def _reply(reply: Reply) -> GraphReply:
    return GraphReply(
        next=[ref.id for ref in reply.next],
        effect=reply.effect,
        credit=dict(reply.credit),
        when=when_of(reply.when),
        sets=[ref.id for ref in reply.sets],
        minutes=reply.minutes,
        is_silent=reply.is_silent,
    )
