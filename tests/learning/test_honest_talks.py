"""Whoever holds a dialogue with marks honestly says nothing that the keys of the course contradict."""

from __future__ import annotations

from pathlib import Path

import pytest

from course import sample
from course.learning.disagreements import disagreements
from course.model.course import Course
from course.model.dialogue import Dialogue, Reply
from course.model.dialogue_paths import map_of
from course.model.dialogue_state import NOWHERE, State, opening
from course.reading import course_folder
from course.records.course_data import course_data
from course.records.course_keys import course_keys
from course.records.exercise_hash import dialogue_hash, turn_hash
from tests.learning.learning_vectors import log_with
from tests.records.made import SECOND, START, Browser, Raw

Talk = list[tuple[str, Reply]]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    list(sample.write("course", tmp_path))
    return course_folder.read((tmp_path,)).course


def test_no_path_through_a_talk_that_remembers_counts_as_a_disagreement(course: Course) -> None:
    (talk,) = course.dialogues()
    judged, keys = course_data(course), course_keys(course)
    paths = _paths(talk)

    found = {
        (*(reply.id for _, reply in path), end): disagreements(log_with(_held(talk, path)), judged, keys)
        for path, end in paths
    }

    assert {end for _, end in paths} == {"through-you", "theirs", "yours"}
    assert any(reply.is_silent for path, _ in paths for _, reply in path)
    assert {name: said for name, said in found.items() if said} == {}


def test_a_talk_that_jumps_over_a_turn_still_disagrees(course: Course) -> None:
    (talk,) = course.dialogues()
    path = next(path for path, _ in _paths(talk) if path[1][0] == "polite")

    found = disagreements(
        log_with(_held(talk, [path[0], *path[2:]])), course_data(course), course_keys(course)
    )

    assert [one.fault for one in found] == ["path"]


def _paths(talk: Dialogue) -> list[tuple[Talk, str]]:
    """Return every way through a dialogue that has no loops, each with its ending."""
    steps = map_of(talk).steps
    found: list[tuple[Talk, str]] = []

    def go(state: State, path: Talk) -> None:
        if not steps.get(state):
            assert state.place != NOWHERE
            found.append((path, state.place))
        for reply, following in steps.get(state, ()):
            go(following, [*path, (state.place, reply)])

    go(opening(talk), [])
    return found


def _held(talk: Dialogue, path: Talk) -> list[Raw]:
    browser = Browser()
    turns = {turn.id: turn for turn in talk.turns}
    run = {"dialogueId": talk.head.id, "dialogueHash": dialogue_hash(talk), "run": 1}
    for step, (node, reply) in enumerate(path, start=1):
        body = {
            **run,
            "step": step,
            "node": node,
            "nodeHash": turn_hash(turns[node], talk),
            "reply": reply.id,
            "scoreMilli": dict(reply.credit),
        }
        browser.write("dialogue.choice", body, START + step * SECOND)
    browser.write("dialogue.finished", run, START + (len(path) + 1) * SECOND)
    return browser.events
