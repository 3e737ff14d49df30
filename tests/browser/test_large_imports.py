"""Files that take long to read are read beside the page, which stays usable meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.injected import COURSE
from tests.browser.keeping import (
    answer,
    choose,
    events,
    export,
    hashes_of_items,
    import_outcome,
    open_lesson,
    open_record,
)
from tests.records.made import CONTENT, DAY, SECOND, START, Browser, facts, file_of

READING = "Reading the file …"
REFUSED = "This file was not taken in: it was changed after it was exported."
# holds back what a page asks a worker, as a file does that takes long
_HOLD = """Worker.prototype.postMessage = (real => function (...asked) {
    window.goOn = () => real.apply(this, asked) })(Worker.prototype.postMessage)"""
_COUNT_TURNS = """words => { window.turns = 0; setInterval(() => {
    if (document.querySelector("[data-role=import-outcome]").textContent === words) window.turns++ }, 5) }"""
_NO_WORKERS = {
    "none": "delete window.Worker",
    "refused": "window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError') } }",
    "refused later": (
        "window.Worker = class { constructor() { setTimeout(() => this.onerror(new ErrorEvent('error'))) }"
        " terminate() {} }"
    ),
}
OF_SOMEBODY = facts([], course={"id": COURSE, "version": "0.1.0", "contentHash": "sha256:" + "c" * 64})


@pytest.fixture(scope="module")
def hostile() -> bytes:
    """Four megabytes that are a record but for the digest, which is known when all is read."""
    numbers = b",".join(b'"number-%d":0' % number for number in range(220_000))
    return file_of(OF_SOMEBODY).replace(
        b'"extensions":{}', b'"extensions":{"org.example.host":{%s}}' % numbers
    )


def test_the_page_has_its_turns_while_a_hostile_file_is_read(
    page: Page, address: str, hostile: bytes
) -> None:
    asked: list[str] = []
    open_record(page, address)
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate(_COUNT_TURNS, READING)

    choose(page, hostile)
    expect(import_outcome(page)).to_contain_text(REFUSED, timeout=60_000)

    # read in the page itself, it would leave two or three
    assert page.evaluate("window.turns") > 10
    # the script has all that its worker needs; the keys of all units come only with an import
    brought = [url for url in asked if not url.startswith("blob:")]
    assert [url.rpartition("/")[2] for url in brought] == ["course-keys.js"]


def test_a_long_record_is_taken_over_whole_in_blocks(page: Page, address: str) -> None:
    browser = Browser()
    for number in range(4_100):
        browser.write("lesson.read", {"lessonId": "a", "lessonHash": CONTENT}, START + number * SECOND)
    file = file_of(OF_SOMEBODY | facts(browser.events, course=OF_SOMEBODY["course"]))
    open_record(page, address)

    choose(page, file)
    page.get_by_role("button", name="Add it to my record").click()
    expect(import_outcome(page)).to_have_text("The file was added to your record.", timeout=60_000)
    page.reload()

    assert [event["seq"] for event in events(page)] == list(range(1, 4_101))


def test_before_an_import_single_entries_and_credit_that_the_key_does_not_give_are_named(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/profile.html")
    # the site knows how the hash begins
    version = hashes_of_items(page)["asking-single"].ljust(len(CONTENT), "0")
    browser = Browser()
    browser.answer("asking-single", START, 1000, itemHash=version, response=["b"])
    for number in range(5):
        browser.write("lesson.read", {"lessonId": f"lesson-{number}", "lessonHash": CONTENT}, START + SECOND)
    # the day after the export
    browser.write("lesson.read", {"lessonId": "lesson-late", "lessonHash": CONTENT}, START + 2 * DAY)
    open_record(page, address)

    choose(page, file_of(facts(browser.events, course=OF_SOMEBODY["course"])))

    expect(import_outcome(page)).to_contain_text("These are: asking-single (1 January 2026); lesson-")
    expect(import_outcome(page)).to_contain_text("and 2 more.")
    expect(import_outcome(page)).to_contain_text("1 entry says something else than the course’s own key.")
    expect(import_outcome(page)).to_contain_text("None of this is a verdict")
    expect(import_outcome(page)).to_contain_text("Entries dated after the export: 1. These are: lesson-late")


def test_while_a_file_is_read_one_can_go_on(page: Page, address: str) -> None:
    page.add_init_script(_HOLD)
    open_lesson(page, address)
    answer(page)
    file = export(page, address)

    choose(page, file.replace(b'"certainty":null', b'"certainty":3', 1))
    page.wait_for_function("!!window.goOn")
    page.get_by_label("A name for your files").fill("Anna")
    page.get_by_role("button", name="Save the name").click()
    expect(page.locator("[data-role=alias-outcome]")).to_contain_text("The name is saved.")
    expect(import_outcome(page)).to_have_text(READING)
    page.evaluate("window.goOn()")

    expect(import_outcome(page)).to_contain_text(REFUSED)


def test_another_file_takes_the_place_of_one_that_is_still_read(page: Page, address: str) -> None:
    page.add_init_script(_HOLD)
    open_lesson(page, address)
    answer(page)
    file = export(page, address)

    choose(page, file[:300])
    page.wait_for_function("!!window.goOn")
    page.evaluate("window.first = window.goOn; window.goOn = null")
    choose(page, file)
    page.wait_for_function("!!window.goOn")
    page.evaluate("window.first(); window.goOn()")

    expect(import_outcome(page)).to_contain_text("Everything in this file is in your record already.")


@pytest.mark.parametrize("script", _NO_WORKERS.values(), ids=_NO_WORKERS)
def test_without_workers_the_page_reads_the_file_itself(page: Page, address: str, script: str) -> None:
    page.add_init_script(script)

    _check_imports(page, f"{address}/record.html")


def test_a_page_opened_from_a_file_has_a_worker_read_too(page: Page, sample_site: Path) -> None:
    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))

    _check_imports(page, (sample_site / "record.html").as_uri())

    assert [url.split(":")[0] for url in workers] == ["blob", "blob"]
    _wait_until_workers_have_gone(page)


def _check_imports(page: Page, record: str) -> None:
    """Choose a file that is refused, and import one that is not."""
    file = file_of(OF_SOMEBODY)
    page.goto(record)
    page.locator("[data-role=nothing]:visible").wait_for()
    choose(page, file[:-20])
    expect(import_outcome(page)).to_contain_text("it breaks off before its end")
    expect(import_outcome(page)).to_be_focused()
    choose(page, file)
    page.get_by_role("button", name="Add it to my record").click()
    expect(import_outcome(page)).to_have_text("The file was added to your record.")
    expect(page.locator("[data-role=facts]")).to_contain_text(OF_SOMEBODY["learner"]["pseudonyms"][0])


def _wait_until_workers_have_gone(page: Page) -> None:
    for _ in range(200):
        if not page.workers:
            return
        page.wait_for_timeout(50)
    raise AssertionError("a worker stays longer than it is needed")
