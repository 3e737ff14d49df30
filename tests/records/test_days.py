"""A day in a record is a day of the calendar, in the reader and in the published schema."""

from __future__ import annotations

import re
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.records.schema import schema

_DAY = schema()["$defs"]["GroupDateBody"]["properties"]["date"]
_NUMBERS = st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32)


@given(st.builds("{:04}-{:02}-{:02}".format, *_NUMBERS))
def test_exactly_the_days_of_the_calendar_fit(text: str) -> None:
    assert (re.search(_DAY["pattern"], text) is not None) is _is_in_calendar(text)


@pytest.mark.parametrize("text", ["2026-02-31", "2025-02-29", "1900-02-29", "2026-04-31", "2026-13-01"])
def test_a_day_that_is_none_is_refused_by_a_real_validator(text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(text, _DAY)


@pytest.mark.parametrize("text", ["2024-02-29", "2000-02-29", "2026-12-31"])
def test_a_day_of_the_calendar_is_taken(text: str) -> None:
    jsonschema.validate(text, _DAY)


def _is_in_calendar(text: str) -> bool:
    try:
        # the calendar of Python begins with the year 1; leap years repeat after four hundred
        year, rest = int(text[:4]), text[4:]
        date.fromisoformat(f"{year + 400 if year == 0 else year:04}{rest}")
    except ValueError:
        return False
    return True
