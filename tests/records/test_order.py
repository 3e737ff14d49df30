"""Within a device the chain says the order; a date that does not agree with it is not believed."""

from __future__ import annotations

import json
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.records.log import log_of
from course.records.order import moments
from tests.records.made import DAY, START, Browser, facts, record_of
from tests.records.vector_files import VECTORS

CASES = json.loads((VECTORS / "order.json").read_text())["cases"]
DATES = st.lists(st.integers(0, 12), max_size=9)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_moments_are_as_written_down_by_hand(case: dict[str, list[int]]) -> None:
    assert moments(case["dates"]) == case["moments"]


@given(DATES)
def test_no_moment_goes_back(dates: list[int]) -> None:
    assert all(one <= other for one, other in pairwise(moments(dates)))


@given(DATES)
def test_as_many_dates_are_believed_as_any_choice_could_keep(dates: list[int]) -> None:
    kept = sum(date == moment for date, moment in zip(dates, moments(dates), strict=True))

    assert kept >= _most_in_order(dates)


def test_an_event_with_a_wrong_date_is_named_and_keeps_its_place() -> None:
    browser = Browser()
    for days in (0, 1, 400, 2, 3):
        browser.answer("judge-01", START + days * DAY)

    log = log_of(record_of(facts(browser.events)))

    assert [event.seq for event in log.events] == [1, 2, 3, 4, 5]
    assert log.misdated == (browser.events[2]["id"],)


def _most_in_order(dates: list[int]) -> int:
    for size in range(len(dates), 0, -1):
        if any(list(chosen) == sorted(chosen) for chosen in combinations(dates, size)):
            return size
    return 0
