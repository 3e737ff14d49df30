"""Browsers of one trainer that hand each other their exports end up with the same record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Browser, Page, expect

from course.records.merge import merge
from course.records.reading import Reading, read
from tests.browser.keeping import answer, choose, export, import_outcome, open_lesson, open_record

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_exchanged_exports_in_any_order_give_the_same_bytes(browser: Browser, address: str) -> None:
    with _three(browser) as (clinic, home, third):
        files = _exchange(clinic, home, address)
        for file in reversed(files):
            _take_in(third, address, file)

        last = [_export_at(page, address, days=9) for page in (clinic, home, third)]

        # the whole file, its estimates and its digest too
        assert last[0] == last[1] == last[2]
        record = json.loads(last[0])
        assert record["learner"]["alias"] == "Anna of both"
        assert len(record["learner"]["pseudonyms"]) == len(record["devices"]) == 2
        answers = [event for event in record["events"] if event["type"] == "item.response"]
        assert len(answers) == 5
        # on another day only that day and the digest differ
        assert _lasting(_export_at(home, address, days=12)) == _lasting(last[0])
        # nothing of any file is missing, and Python merges alike
        course = record["course"]["id"]
        merged = merge([_reading(file, course).record for file in (*files, last[0])])
        assert merged == _reading(last[0], course).record


def _exchange(clinic: Page, home: Page, address: str) -> list[bytes]:
    """Answer in both browsers and hand files over, old ones and known ones too; return all files."""
    _answer_at(clinic, address, 1, "single-choice", "match")
    _answer_at(home, address, 2, "single-choice", "sort")
    of_clinic = [_export_at(clinic, address, days=3, alias="Anna")]
    of_home = [_export_at(home, address, days=3)]

    _take_in(clinic, address, of_home[0])
    _answer_at(clinic, address, 4, "order-steps")
    of_clinic.append(_export_at(clinic, address, days=4))
    for file in (of_clinic[1], of_clinic[0], of_clinic[0], of_home[0]):
        _take_in(home, address, file)
    of_home.append(_export_at(home, address, days=5, alias="Anna of both"))
    for file in (of_home[1], of_home[0], of_clinic[0]):
        _take_in(clinic, address, file)
    return [*of_clinic, *of_home]


@contextmanager
def _three(browser: Browser) -> Iterator[list[Page]]:
    contexts = [browser.new_context() for _ in range(3)]
    try:
        yield [context.new_page() for context in contexts]
    finally:
        for context in contexts:
            context.close()


def _answer_at(page: Page, address: str, days: int, *kinds: str) -> None:
    page.clock.set_fixed_time(START + timedelta(days=days))
    open_lesson(page, address)
    for kind in kinds:
        answer(page, kind)


def _export_at(page: Page, address: str, days: int, alias: str = "") -> bytes:
    page.clock.set_fixed_time(START + timedelta(days=days))
    return export(page, address, alias)


def _take_in(page: Page, address: str, file: bytes) -> None:
    """Import a file, whoever's it seems to be; one that changes nothing offers nothing."""
    if not page.url.endswith("record.html"):
        open_record(page, address)
    import_outcome(page).evaluate("outcome => outcome.blur()")
    choose(page, file)
    outcome = import_outcome(page)
    expect(outcome).to_be_focused()
    add = outcome.get_by_role("button", name=re.compile("mine|Add it"))
    if add.count():
        add.click()
        expect(outcome).to_have_text("The file was added to your record.")
    else:
        expect(outcome).to_contain_text("Everything in this file is in your record already.")


def _reading(file: bytes, course: str) -> Reading:
    reading = read(file, course)
    assert isinstance(reading, Reading), reading
    assert reading.is_unchanged
    return reading


def _lasting(file: bytes) -> dict[str, Any]:
    """Return what two exports of one record have in common at whatever moment within a year."""
    record: dict[str, Any] = json.loads(file)
    del record["record"]["exportedAt"], record["integrity"]["digest"]
    return record
