"""Whatever is written into a record: both halves read it or refuse it alike, without exception or wait."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.faults import times
from tests.records.course_made import course_made
from tests.records.every_kind import every_kind
from tests.records.made import START, Raw
from tests.records.spoilt import resealed
from tests.twins import questions
from tests.twins.other_half import OtherHalf, other_half

READ = times(200, 5_000)
GOOD = every_kind()
WHOLE: Raw = json.loads(GOOD)
# what means something to JSON, to a schema, to a number or to an object in one of the languages
SIGNS = (
    *(
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"',
        "\\",
        "\\u0000",
        "\\ud800",
        "\\udc00",
        "\\u202e",
        "\n",
        "\t",
        "//",
        "'",
    ),
    *(
        "null",
        "true",
        "NaN",
        "Infinity",
        "-0",
        "0.1",
        "1e999",
        "1E2",
        "01",
        "9007199254740993",
        "-1",
        "[" * 40,
    ),
    *('"__proto__":', '"constructor":', '"toString"', '{"a":1,"a":2}', "\ufeff", "\x00", "é", "\U0001f9ed"),
)
LARGE = 100_000
OFTEN = (*SIGNS, "[{", '{"a":', "[],", '"a",', "1,", '"\\ud83e', '{"a":1,', "\\\\")
ENTRIES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "at", "type", "__proto__", "é"]), inner)
    ),
    max_leaves=8,
)
slowly = settings(
    max_examples=READ,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OtherHalf]:
    with other_half(tmp_path_factory.mktemp("twin")) as half:
        yield half


@slowly
@given(places=st.lists(st.tuples(st.integers(0, len(GOOD)), st.sampled_from(SIGNS)), min_size=1, max_size=4))
def test_no_sign_anywhere_in_a_file_breaks_a_reader(other: OtherHalf, places: list[tuple[int, str]]) -> None:
    content = GOOD
    for place, sign in places:
        content = content[:place] + sign.encode() + content[place:]

    _ask_both(other, content)


@slowly
@given(
    content=st.binary(max_size=300)
    | st.lists(st.sampled_from(SIGNS), max_size=40).map("".join).map(str.encode)
)
def test_no_bytes_break_a_reader(other: OtherHalf, content: bytes) -> None:
    _ask_both(other, content)


@slowly
@given(choice=st.lists(st.integers(0, 30), min_size=1, max_size=6), entry=ENTRIES, is_sealed=st.booleans())
def test_no_entry_in_place_of_another_breaks_a_reader(
    other: OtherHalf, choice: list[int], entry: Any, is_sealed: bool
) -> None:
    document = json.loads(GOOD)
    at: Any = document
    way = _way(document, choice)
    for part in way[:-1]:
        at = at[part]
    at[way[-1]] = entry

    _ask_both(
        other, json.dumps(resealed(document) if is_sealed else document).encode("utf-8", "surrogatepass")
    )


@pytest.mark.timeout(60)  # far more than a busy machine needs, and far less than what never ends
@pytest.mark.parametrize("sign", OFTEN)
def test_no_sign_however_often_keeps_a_reader_waiting(other: OtherHalf, sign: str) -> None:
    signs = sign * (LARGE // len(sign))
    named = json.dumps(WHOLE | {"learner": WHOLE["learner"] | {"alias": "ALIAS"}})

    for content in (signs, f"[{signs}", f'{{"format":"{signs}', named.replace("ALIAS", signs)):
        _ask_both(other, content.encode())


def _way(value: Any, choice: list[int]) -> list[Any]:
    """Return a way into a value, one step for each number while there is one to take."""
    way: list[Any] = []
    for number in choice:
        keys = (
            list(value)
            if isinstance(value, dict)
            else list(range(len(value)))
            if isinstance(value, list)
            else []
        )
        if not keys:
            break
        way.append(keys[number % len(keys)])
        value = value[way[-1]]
    return way


def _ask_both(other: OtherHalf, content: bytes) -> None:
    question, answer = questions.of_files([content], course_made(), START, same_person=True)

    assert other.answer(question) == answer, content
