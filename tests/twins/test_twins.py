"""The rules in Python and in TypeScript say the same of everything that is drawn by chance."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.records.course_data import CourseData
from tests.faults import times
from tests.records.course_made import course_made
from tests.records.every_kind import every_kind
from tests.records.made import DAY, START, Raw, facts, file_of
from tests.records.spoilt import bytes_changed, resealed, value_changed, with_digest
from tests.twins import questions
from tests.twins.drawn_courses import courses
from tests.twins.drawn_logs import SAID, Said, heads, written
from tests.twins.other_half import OtherHalf, other_half

LOGS = times(300, 10_000)
SPOILT = times(400, 40_000)
RESPONSES = times(500, 50_000)
MOMENTS = (START, START + DAY, START + 21 * DAY, START + 400 * DAY, START + 10_000 * DAY, 0)

slowly = HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OtherHalf]:
    with other_half(tmp_path_factory.mktemp("twin")) as half:
        yield half


@settings(max_examples=LOGS, suppress_health_check=slowly)
@given(
    said=SAID,
    shares=st.lists(st.integers(1, 7), min_size=1, max_size=5),
    files=st.lists(heads(), min_size=1, max_size=3),
    course=courses(),
    now=st.sampled_from(MOMENTS),
    same_person=st.booleans(),
)
def test_both_halves_say_the_same_of_any_log(
    other: OtherHalf,
    said: list[Said],
    shares: list[int],
    files: list[Raw],
    course: CourseData,
    now: int,
    same_person: bool,
) -> None:
    contents = dealt(written(said), shares, files)

    question, answer = questions.of_files(contents, course, now, same_person)

    assert other.answer(question) == answer


@pytest.mark.parametrize("seed", range(4))
def test_both_halves_judge_spoilt_files_alike(other: OtherHalf, seed: int) -> None:
    chance, good = random.Random(seed), every_kind()
    newer = json.loads(good) | {"schemaVersion": "1.1.0"}
    bare = {key: value for key, value in newer.items() if key != "derived"}
    for number in range(SPOILT // 4):
        whole = (json.loads(good), newer, with_digest(bare))[number // 3 % 3]
        changed = value_changed(whole, chance)
        content = (bytes_changed(good, chance), _written(changed), _written(resealed(changed)))[number % 3]

        question, answer = questions.of_files([content], course_made(), START, same_person=True)

        assert other.answer(question) == answer, content


IDS = st.sampled_from([*"abcdefgh", "constructor", "__proto__", "1", "10", "\U0001f9ed", "\uffee", ""])
KEYS = st.one_of(
    st.fixed_dictionaries(
        {
            "kind": st.just("choose"),
            "keys": st.lists(IDS, max_size=5),
            "options": st.integers(0, 8),
            "many": st.booleans(),
        }
    ),
    st.fixed_dictionaries({"kind": st.just("order"), "steps": st.lists(IDS, max_size=7)}),
    st.fixed_dictionaries(
        {
            "kind": st.just("match"),
            "pairs": st.dictionaries(IDS, IDS, max_size=8),
            "targets": st.integers(0, 6),
            "allOrNothing": st.booleans(),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("best-worst"),
            "best": st.dictionaries(IDS, st.integers(-1, 3), max_size=5),
            "worst": st.dictionaries(IDS, st.integers(-1, 3), max_size=5),
            "experts": st.integers(0, 9),
            "isJudged": st.booleans(),
        }
    ),
)


def _ends(key: Raw) -> st.SearchStrategy[Any]:
    """Draw a best and a worst: of the replies, or any."""
    reply = st.sampled_from([*key["best"], *key["worst"], "else"])
    return st.dictionaries(st.sampled_from(["best", "worst"]), reply) | st.lists(IDS, max_size=2)


@st.composite
def keys_and_responses(draw: st.DrawFn) -> tuple[Raw, Any]:
    """Draw a key and a response to it: any, or one that is nearly right."""
    key = draw(KEYS)
    if key["kind"] == "best-worst":
        return key, draw(_ends(key))
    right = key.get("keys", key.get("steps", key.get("pairs")))
    if isinstance(right, dict):
        return key, right | draw(st.dictionaries(IDS, IDS, max_size=3))
    nearly = st.permutations(right) | st.lists(IDS, max_size=7)
    return key, draw(nearly | st.dictionaries(IDS, IDS, max_size=3))


@settings(max_examples=RESPONSES, suppress_health_check=slowly)
@given(asked=keys_and_responses())
def test_both_halves_give_a_response_the_same_credit(other: OtherHalf, asked: tuple[Raw, Any]) -> None:
    question, answer = questions.of_credit(*asked)

    assert other.answer(question) == answer


@st.composite
def votes_and_picks(draw: st.DrawFn) -> tuple[Raw, str | None, str | None]:
    """Draw votes, mostly on the same four replies, and two picks that may name none of them."""
    replies = draw(st.lists(IDS, min_size=4, max_size=4, unique=True))
    whole = st.fixed_dictionaries(dict.fromkeys(replies, st.integers(0, 30)))
    votes = whole | whole | st.dictionaries(IDS, st.integers(-1, 3), max_size=5)
    picks = st.none() | IDS | st.sampled_from(replies)
    return {"best": draw(votes), "worst": draw(votes)}, draw(picks), draw(picks)


@settings(max_examples=RESPONSES, suppress_health_check=slowly)
@given(asked=votes_and_picks())
def test_both_halves_give_two_picks_the_same_credit(
    other: OtherHalf, asked: tuple[Raw, str | None, str | None]
) -> None:
    question, answer = questions.of_best_worst(*asked)

    assert other.answer(question) == answer


CREDIT = st.dictionaries(IDS, st.sampled_from((0, 500, 1000, 333)), max_size=3)
REPLIES = st.dictionaries(IDS, CREDIT.map(lambda credit: {"credit": credit}), max_size=4)
TURNS = st.dictionaries(IDS, REPLIES.map(lambda replies: {"replies": replies}), max_size=4)


@st.composite
def paths(draw: st.DrawFn) -> tuple[Raw, list[tuple[str, str]]]:
    """Draw a dialogue and a path through it, which may name what it does not have."""
    turns = draw(TURNS)
    steps = [(turn, reply) for turn in turns for reply in turns[turn]["replies"]]
    known = st.sampled_from(steps) if steps else st.tuples(IDS, IDS)
    return turns, draw(st.lists(known, max_size=5) | st.lists(known | st.tuples(IDS, IDS), max_size=3))


@settings(max_examples=RESPONSES, suppress_health_check=slowly)
@given(asked=paths())
def test_both_halves_count_a_dialogue_alike(
    other: OtherHalf, asked: tuple[Raw, list[tuple[str, str]]]
) -> None:
    question, answer = questions.of_dialogue(*asked)
    # JSON knows no tuples
    assert other.answer(question) == json.loads(json.dumps(answer))


def dealt(events: list[Raw], shares: list[int], files: list[Raw]) -> list[bytes]:
    """Deal events out to files, each to one or more; files that are dealt none hold a record all the same."""
    found: list[list[Raw]] = [[] for _ in files]
    for number, event in enumerate(events):
        share = shares[number % len(shares)]
        for place, held in enumerate(found):
            if share >> place & 1 or len(files) == 1:
                held.append(event)
    return [file_of(facts(held, **head)) for held, head in zip(found, files, strict=True)]


def _written(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")
