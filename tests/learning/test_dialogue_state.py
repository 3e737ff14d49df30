"""Where a dialogue stands after what was said: vectors that the browser's rules share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from course.exercises import dialogue as reader
from course.model.dialogue import TIME_UP, Dialogue, Reply
from course.model.dialogue_paths import map_of
from course.model.dialogue_state import follow, offered, opening, other_line
from course.model.exercise_head import Head
from course.model.framework import Ref
from course.source import NOWHERE, Source
from course.targets.site.dialogue_graph import graph_of
from course.yaml_reader import read_mapping
from tests.conftest import Expect

VECTORS = Path(__file__).parents[1] / "vectors"


def marked_talk() -> Dialogue:
    """Read the dialogue of the vectors, which has all that a dialogue can remember."""
    path = VECTORS / "marked_talk.yml"
    findings: list[object] = []
    source = Source(path.name, path.read_text("utf-8"))
    fields = read_mapping(source.whole(), findings.append)
    assert fields
    head = Head("marked-talk", "", Ref("asking", NOWHERE), 5, (), NOWHERE)
    found = reader.read(fields, head, findings.append)
    assert findings == []
    return found


def test_both_languages_follow_a_dialogue_alike(expect: Expect) -> None:
    talk = marked_talk()
    graph = msgspec.to_builtins(graph_of(talk, {"EDU1": "Interactive teaching"}))
    graph["turns"] = {name: {**turn, "hash": ""} for name, turn in graph["turns"].items()}

    vectors = {"graph": graph, "cases": _cases(talk)}

    expect(VECTORS / "dialogue_state.json", json.dumps(vectors, indent=1) + "\n")


def test_a_slip_lasts_and_the_ending_shows_it() -> None:
    talk = marked_talk()

    def ends(*chosen: str) -> str:
        return follow(talk, _replies(talk, *chosen)).place

    assert ends("door/ask", "day/write") == "done"
    assert ends("door/tell", "cold/sorry", "door/ask", "cold/more", "day/write") == "gone"
    assert ends("door/wait", "day/praise") == "done"


def test_the_clock_sets_a_mark_when_its_minutes_are_gone_and_counts_no_further() -> None:
    talk = marked_talk()

    state = follow(talk, _replies(talk, "door/tell", "cold/more", "cold/more"))

    assert (state.place, state.gone) == ("day", 5)
    assert TIME_UP in state.marks
    assert other_line(talk.turns[2], state.marks) == 0


def _cases(talk: Dialogue) -> list[dict[str, Any]]:
    """Return every state with the shortest way there."""
    turns = {turn.id: turn for turn in talk.turns}
    paths: dict[Any, list[tuple[str, str]]] = {opening(talk): []}
    cases = []
    for state, steps in map_of(talk).steps.items():
        turn = turns.get(state.place)
        cases.append(
            {
                "path": paths[state],
                "place": state.place,
                "marks": sorted(state.marks),
                "gone": state.gone,
                "offered": [reply.id for reply in offered(turn, state.marks)] if turn else [],
                "line": other_line(turn, state.marks) if turn else None,
            }
        )
        for reply, following in steps:
            paths.setdefault(following, [*paths[state], (state.place, reply.id)])
    return cases


def _replies(talk: Dialogue, *chosen: str) -> list[Reply]:
    found = {f"{turn.id}/{reply.id}": reply for turn in talk.turns for reply in turn.replies}
    return [found[name] for name in chosen]
