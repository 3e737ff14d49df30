"""The published schema of a desk's file is what the types say."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from course.desk.schema import SCHEMA_FILE, schema_text
from tests.conftest import Expect


def test_the_stored_schema_of_a_desk_is_what_the_types_say(expect: Expect) -> None:
    Draft202012Validator.check_schema(json.loads(SCHEMA_FILE.read_text()))

    expect(SCHEMA_FILE, schema_text())
