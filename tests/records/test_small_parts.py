"""The small parts of a record: ids, canonical bytes, file names, and the course's data."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.records.canonical import Json, canonical
from course.records.course_data import CourseData, content_hash
from course.records.hashing import hash_of
from course.records.json_text import parse
from course.records.scalars import Uuid7
from course.records.unknown_keys import unknown_keys

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=12,
)


@given(VALUES)
def test_canonical_bytes_hold_the_value_and_nothing_else(value: Json) -> None:
    content = canonical(value)

    assert json.loads(content) == value
    assert canonical(json.loads(content)) == content
    assert parse(b" " + content) == value


def test_a_hash_known_from_elsewhere() -> None:
    # printf '{"a":1}' | sha256sum
    assert hash_of({"a": 1}) == "sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6fa459ea-ee8a-4ca4-894e-db77e160355e",
        "019B78FF-F900-71C3-8E87-1F8A3D3FB449",
        "019b78ff-f900-71c3-8e87-1f8a3d3fb449\n",
        "019b78ff-f900-71c3-ce87-1f8a3d3fb449",
    ],
)
def test_what_is_no_uuid7(text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(text, Uuid7)


def test_the_example_of_the_standard_is_a_uuid7() -> None:
    # RFC 9562, appendix A.6
    example = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"

    assert msgspec.convert(example, Uuid7) == example


def test_unknown_keys_are_found_by_their_path() -> None:
    raw: Json = {"a": {"b": 1, "c": 2}, "devices": [{"deviceId": "x", "new": [1]}], "z": None}
    known: Json = {"a": {"b": 1}, "devices": [{"deviceId": "x"}]}

    assert unknown_keys(raw, known) == {("a", "c"): 2, ("devices", "x", "new"): [1], ("z",): None}


def test_the_content_hash_changes_with_anything_that_changes_an_estimate(course: CourseData) -> None:
    harmful = {name: msgspec.structs.replace(item, harm=not item.harm) for name, item in course.items.items()}
    changed = [
        msgspec.structs.replace(course, cut_milli=700),
        msgspec.structs.replace(course, competencies=[]),
        msgspec.structs.replace(course, items=harmful),
    ]

    assert content_hash(course) == course.content_hash
    assert len({content_hash(one) for one in [course, *changed]}) == 4


def test_course_data_says_what_each_item_asks_for(course: CourseData) -> None:
    strands = {name: item.strand for name, item in course.items.items()}

    assert strands["asking-02"] == "knowledge"
    assert strands["asking-what-first"] == "judgement"
    assert [name for name, item in course.items.items() if item.harm] == ["asking-03"]
    assert course.units[0].minutes == 6
