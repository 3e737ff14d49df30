"""The learner's record in a real browser: kept, found again, exported, imported, erased."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from course.records.reading import Reading, read
from tests.browser.answering import EVERY_TYPE, verdict
from tests.browser.conftest import LESSON
from tests.browser.keeping import (
    IS_READY,
    answer,
    answer_all,
    answered,
    choose,
    events,
    export,
    import_outcome,
    is_chain_whole,
    lasting,
    open_lesson,
    open_record,
)

_ONE_DONE = re.compile(r"in progress, 1 of \d+")


def test_tomorrow_the_screen_is_the_same(browser: Browser, address: str, tmp_path: Path) -> None:
    with lasting(browser, tmp_path) as context:
        page = context.pages[0]
        open_lesson(page, address)
        answer_all(page)
        before = [EVERY_TYPE[kind].find(page).inner_text() for kind in EVERY_TYPE]

    with lasting(browser, tmp_path) as context:
        page = context.pages[0]
        open_lesson(page, address)
        after = [EVERY_TYPE[kind].find(page).inner_text() for kind in EVERY_TYPE]

    assert after == before


def test_what_is_written_is_an_attempt_its_responses_and_its_end(lesson: Page) -> None:
    answer_all(lesson, "right")

    found = [event for event in events(lesson) if event["type"] != "lesson.read"]

    assert [event["type"] for event in found] == [
        "attempt.started",
        *["item.response"] * len(EVERY_TYPE),
        "attempt.finished",
    ]
    bodies = [event["body"] for event in found[1:-1]]
    assert {body["scoreMilli"] for body in bodies} == {1000}
    assert all(body["cold"] and body["presented"] and not body["revealed"] for body in bodies)
    assert is_chain_whole(events(lesson))


def test_answering_again_is_practice(lesson: Page) -> None:
    answer(lesson)
    item = EVERY_TYPE["single-choice"].find(lesson)
    item.get_by_role("button", name="Answer again").click()
    answer(lesson, how="right")

    assert verdict(item).startswith("Right")
    responses = [event["body"] for event in events(lesson) if event["type"] == "item.response"]
    assert [(body["cold"], body["scoreMilli"]) for body in responses] == [(True, 0), (False, 1000)]


def test_starting_over_is_remembered_and_loses_nothing(lesson: Page) -> None:
    answer_all(lesson)
    lesson.get_by_role("link", name="See how the set went").click()
    lesson.get_by_role("button", name="Start over").click()
    expect(EVERY_TYPE["single-choice"].find(lesson).locator("[data-role=verdict]")).to_be_hidden()

    lesson.reload()
    lesson.wait_for_function(IS_READY)

    expect(lesson.locator("[data-role=verdict]:visible")).to_have_count(0)
    assert len(answered(events(lesson))) == len(EVERY_TYPE)


def test_an_item_that_has_changed_says_so_and_can_be_answered_anew(lesson: Page, address: str) -> None:
    answer(lesson)
    item = EVERY_TYPE["single-choice"].find(lesson)
    old, new = str(item.get_attribute("data-hash")), f"sha256:{'0' * 64}"
    lesson.route(
        "**/three-questions.html",
        lambda route: route.fulfill(
            response=(fetched := route.fetch()), body=fetched.text().replace(old, new)
        ),
    )

    lesson.reload()
    lesson.wait_for_function(IS_READY)

    expect(item.get_by_text("This question has changed since you answered it")).to_be_visible()
    expect(item.locator("[data-role=verdict]")).to_be_hidden()
    answer(lesson, how="right")
    assert verdict(item).startswith("Right")
    expect(item.get_by_text("This question has changed")).to_have_count(0)


def test_every_page_says_where_the_answers_are(lesson: Page, address: str) -> None:
    line = lesson.locator(".imr-saved")
    answer(lesson)
    expect(line).to_contain_text("Saved on this device · never exported")

    export(lesson, address)

    lesson.goto(f"{address}/index.html")
    expect(line).to_contain_text("Saved on this device · last exported today")


def test_map_and_front_page_show_how_far_one_is(lesson: Page, address: str) -> None:
    answer(lesson)

    lesson.goto(f"{address}/index.html")

    expect(lesson.locator(".imr-front [data-unit-progress]")).to_contain_text(_ONE_DONE)
    link = lesson.get_by_role("link", name="Continue", exact=True)
    assert str(link.get_attribute("href")).endswith(LESSON)
    lesson.goto(f"{address}/map.html")
    expect(lesson.locator(".imr-map [data-unit-progress]")).to_contain_text(_ONE_DONE)


def test_an_export_is_a_whole_record_and_its_import_gives_the_same(
    browser: Browser, lesson: Page, address: str, tmp_path: Path
) -> None:
    answer_all(lesson)
    file = export(lesson, address, alias="Maria <b>")
    record = json.loads(file)
    reading = read(file, record["course"]["id"])
    assert isinstance(reading, Reading)
    assert reading.is_unchanged
    assert record["learner"]["alias"] == "Maria <b>"

    other = browser.new_context().new_page()
    open_record(other, address)
    choose(other, file)
    other.get_by_role("button", name="Add it to my record").click()
    expect(import_outcome(other)).to_have_text("The file was added to your record.")
    again = json.loads(export(other, address))

    assert _facts(again) == _facts(record)
    assert again["derived"] == record["derived"]
    open_lesson(other, address)
    expect(other.locator("[data-role=verdict]:visible")).to_have_count(len(EVERY_TYPE))
    other.context.close()


def test_another_persons_file_is_taken_in_only_when_one_says_so(
    browser: Browser, lesson: Page, address: str
) -> None:
    answer(lesson)
    theirs = export(lesson, address)
    page = browser.new_context().new_page()
    open_lesson(page, address)
    answer(page, "match")

    open_record(page, address)
    choose(page, theirs)
    expect(import_outcome(page)).to_contain_text("Its code is not yours.")
    assert answered(events(page)) == ["asking-match"]
    page.get_by_role("button", name="Both are mine: merge them").click()

    expect(import_outcome(page)).to_have_text("The file was added to your record.")
    assert answered(events(page)) == ["asking-match", "asking-single"]
    page.context.close()


_BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda file: file[: len(file) // 2],
    "changed": lambda file: file.replace(b'"certainty":null', b'"certainty":3', 1),
    "another course": lambda file: file.replace(b'"course":{', b'"course":{"x":1,', 1),
    "a picture": lambda _: b"\x89PNG\r\n\x1a\n\x00\x00",
    "empty": lambda _: b"",
    "too deep": lambda _: b"[" * 10_000,
}


@pytest.mark.parametrize("name", _BROKEN)
def test_a_broken_file_is_refused_with_a_next_step_and_changes_nothing(
    lesson: Page, address: str, name: str
) -> None:
    answer(lesson)
    file = export(lesson, address)
    before = events(lesson)

    choose(lesson, _BROKEN[name](file))

    outcome = import_outcome(lesson)
    expect(outcome).to_contain_text("This file was not taken in")
    expect(outcome).to_be_focused()
    assert outcome.locator("p").count() == 2
    assert events(lesson) == before


PAYLOADS = (
    "<img src=x onerror=\"document.title='owned'\">",
    "<script>document.title='owned'</script>",
    "\"><svg onload=document.title='owned'>",
    "javascript:document.title='owned'",
    "{{constructor.constructor('document.title=1')()}}",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_a_file_is_ever_executed(lesson: Page, address: str, payload: str) -> None:
    answer(lesson)
    record = json.loads(export(lesson, address, alias=payload))
    title = lesson.title()
    expect(lesson.get_by_label("A name for your files")).to_have_value(payload)

    choose(lesson, json.dumps({**record, payload: payload}).encode())
    expect(import_outcome(lesson)).to_contain_text("not taken in")
    choose(lesson, json.dumps({**record, "course": {**record["course"], "id": payload}}).encode())
    expect(import_outcome(lesson)).to_contain_text("not taken in")
    lesson.reload()

    assert lesson.title() == title
    assert lesson.locator("[data-module=record] img, [data-module=record] svg").count() == 0


def test_a_unit_begun_afresh_shows_no_answers_and_keeps_them(lesson: Page, address: str) -> None:
    answer_all(lesson)
    open_record(lesson, address)

    lesson.get_by_role("button", name="Start this unit afresh").click()

    expect(lesson.locator("[data-role=reset-outcome]")).to_contain_text("You can answer the questions")
    assert len(answered(events(lesson))) == len(EVERY_TYPE)
    open_lesson(lesson, address)
    expect(lesson.locator("[data-role=verdict]:visible")).to_have_count(0)


def test_erasing_takes_two_steps_and_then_everything(lesson: Page, address: str) -> None:
    answer_all(lesson)
    open_record(lesson, address)

    lesson.get_by_role("button", name="Erase everything …").click()
    lesson.get_by_role("button", name="Erase my record for good").click()
    assert len(events(lesson)) > 0
    lesson.get_by_label("I understand that what I have not exported").check()
    lesson.get_by_role("button", name="Erase my record for good").click()

    expect(lesson.locator("[data-role=erase-outcome]")).to_contain_text("is erased from this browser")
    open_lesson(lesson, address)
    expect(lesson.locator("[data-role=verdict]:visible")).to_have_count(0)
    expect(lesson.locator(".imr-storage-note")).to_have_count(0)
    assert answered(events(lesson)) == []
    assert lesson.evaluate("Object.keys(localStorage).filter(key => key.startsWith('imr-record'))") == []


def _facts(record: dict[str, Any]) -> dict[str, Any]:
    """Return what two exports of the same record have alike."""
    identity = {key: value for key, value in record["record"].items() if key != "exportedAt"}
    return {**record, "record": identity, "derived": None, "integrity": None}
