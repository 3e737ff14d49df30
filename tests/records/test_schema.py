"""The schema, the types and the files agree with one another."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from course.records.events import EVENT_TYPES
from course.records.reading import Reading, read
from course.records.schema import SCHEMA_FILE, schema_text
from tests.conftest import Expect
from tests.records.import_vectors import contents
from tests.records.made import COURSE
from tests.records.vector_files import GOLDEN

GOLDENS = sorted(GOLDEN.glob("competence-record-*.json"))
# what the schema cannot say: these are refused for their text, or after comparing parts with each other
BEYOND_THE_SCHEMA = {
    "bad-number",
    "changed",
    "duplicate-key",
    "half-character",
    "other-course",
    "too-deep",
    "unknown-version",
}
# files like these are in people's hands, so they are never rewritten
RELEASED = {
    "competence-record-1.0.0.json": "e846a796fe15a112f557548ba4669bfab160889441570443894ad815f0467105",
}


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json.loads(SCHEMA_FILE.read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_shipped_schema_is_what_the_types_say(expect: Expect) -> None:
    expect(SCHEMA_FILE, schema_text())


def test_released_records_are_never_rewritten() -> None:
    hashes = {path.name: sha256(path.read_bytes()).hexdigest() for path in GOLDENS}

    assert hashes == RELEASED


@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: path.name)
def test_every_released_version_can_be_imported(path: Any, validator: Any) -> None:
    reading = read(path.read_bytes(), COURSE)

    assert isinstance(reading, Reading), reading
    assert reading.is_unchanged
    assert reading.derived is not None
    assert list(validator.iter_errors(json.loads(path.read_bytes()))) == []


def test_the_golden_record_holds_every_kind_of_event() -> None:
    document = json.loads((GOLDEN / "competence-record-1.0.0.json").read_bytes())
    kinds = {event["type"] for event in document["events"]}

    assert kinds == {*EVENT_TYPES, "peer.review"}


@pytest.mark.parametrize("name", contents())
def test_schema_and_reader_agree(name: str, validator: Any) -> None:
    outcome = read(contents()[name], COURSE)
    try:
        value = json.loads(contents()[name].decode().removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        assert not isinstance(outcome, Reading)
        return
    is_valid = validator.is_valid(value)
    if isinstance(outcome, Reading):
        is_ours = value["schemaVersion"] == "1.0.0"
        assert is_valid or not is_ours
    elif outcome.code not in BEYOND_THE_SCHEMA:
        assert not is_valid
