"""Browsers that are killed, tabs that answer at once, storage that will not keep anything."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Locator, Page, expect

from tests.browser.answering import EVERY_TYPE, verdict
from tests.browser.conftest import LESSON, chromium
from tests.browser.keeping import (
    answer,
    answered,
    events,
    is_chain_whole,
    kill,
    lasting,
    open_lesson,
    open_record,
)
from tests.faults import times

_BLOCKED = (
    "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError') }})"
)
_AROUND_CHECK = 0.15  # seconds, in which Check is pressed, stored and judged
_KILLS = times(10, 300)
_FULL = """IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
    throw new DOMException('no room', 'QuotaExceededError') }"""
_NO_SMALL_STORAGES = """for (const name of ["sessionStorage", "localStorage"]) Object.defineProperty(
    window, name, { get() { throw new DOMException("no", "SecurityError") } })"""


@pytest.mark.parametrize("seed", range(_KILLS))
def test_a_killed_browser_has_kept_every_answer_it_acknowledged(
    browser: Browser, address: str, tmp_path: Path, seed: int
) -> None:
    draw = random.Random(seed)
    *kinds, last = draw.sample(list(EVERY_TYPE), k=draw.randint(2, len(EVERY_TYPE)))
    with lasting(browser, tmp_path) as context:
        page = context.pages[0]
        open_lesson(page, address)
        for kind in kinds:
            answer(page, kind)
        item = EVERY_TYPE[last].find(page)
        EVERY_TYPE[last].wrong(item)
        is_acknowledged = _check_until_killed(item, tmp_path, draw.random() * _AROUND_CHECK)

    with lasting(browser, tmp_path) as context:
        page = context.pages[0]
        open_lesson(page, address)
        found = events(page)
        shown = page.locator("[data-role=verdict]:visible").count()

    acknowledged = {EVERY_TYPE[kind].item for kind in [*kinds, *([last] if is_acknowledged else [])]}
    assert acknowledged <= set(answered(found)) <= acknowledged | {EVERY_TYPE[last].item}
    assert shown == len(answered(found))
    assert is_chain_whole(found)


def _check_until_killed(item: Locator, profile: Path, seconds: float) -> bool:
    """Press Check shortly before the browser is killed; say whether the verdict was on screen by then."""
    cut = threading.Timer(seconds, kill, [profile])
    cut.start()
    try:
        item.get_by_role("button", name="Check answer").click(no_wait_after=True)
        item.locator("[data-role=verdict]").wait_for()
    except Error:
        return False
    finally:
        cut.join()
    return True


def test_two_tabs_write_one_chain(context: BrowserContext, address: str) -> None:
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        open_lesson(tab, address)

    for number, kind in enumerate(EVERY_TYPE):
        tabs[number % 2].bring_to_front()
        answer(tabs[number % 2], kind)

    open_lesson(tabs[0], address)
    found = events(tabs[0])
    assert answered(found) == sorted(answering.item for answering in EVERY_TYPE.values())
    assert is_chain_whole(found)
    assert [event["type"] for event in found].count("attempt.started") == 1


@pytest.mark.parametrize(
    ("script", "words"), [(_BLOCKED, "does not let the site keep"), (_FULL, "no room left")]
)
def test_storage_that_keeps_nothing_is_reported_before_the_first_question(
    page: Page, address: str, script: str, words: str
) -> None:
    page.add_init_script(script)
    open_lesson(page, address)

    note = page.locator(".imr-storage-note")
    expect(note).to_contain_text(words)
    assert page.evaluate(
        "!!(document.querySelector('.imr-storage-note').compareDocumentPosition("
        "document.querySelector('[data-module=item]')) & Node.DOCUMENT_POSITION_FOLLOWING)"
    )
    answer(page)
    with page.expect_download() as download:
        note.get_by_role("button", name="Export my answers now").click()
    assert b'"asking-single"' in Path(download.value.path()).read_bytes()
    expect(page.locator("[data-module=saved-line]")).to_contain_text("not saved on this device")


def test_answers_given_without_storage_last_for_the_visit(page: Page, address: str) -> None:
    page.add_init_script(_BLOCKED)
    open_lesson(page, address)
    answer(page)

    open_lesson(page, address)

    expect(page.locator("[data-role=verdict]:visible")).to_have_count(1)
    open_record(page, address)
    expect(page.locator("[data-role=facts]")).to_contain_text("Only in this window")


def test_with_all_cookies_blocked_answers_last_on_the_page_and_leaving_asks_first(
    page: Page, address: str
) -> None:
    page.add_init_script(_BLOCKED)
    page.add_init_script(_NO_SMALL_STORAGES)
    open_lesson(page, address)
    _show_whole_page(page)
    note = page.locator(".imr-storage-note")
    expect(note).to_contain_text("last only on this page")
    answer(page)
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)

    page.goto(f"{address}/record.html")

    assert asked == ["beforeunload"]
    expect(page.locator("[data-role=nothing], [data-role=facts]").first).to_be_attached()


def test_storage_that_was_cleared_since_is_reported(page: Page, address: str) -> None:
    open_lesson(page, address)
    answer(page)
    page.goto(f"{address}/assets/favicon.svg")
    page.evaluate(
        "async () => { for (const {name} of await indexedDB.databases()) await new Promise(done => {"
        " const gone = indexedDB.deleteDatabase(name); gone.onsuccess = gone.onerror = done }) }"
    )

    open_lesson(page, address)

    expect(page.locator(".imr-storage-note")).to_contain_text("it has cleared them since")


def test_a_failed_check_is_reported_and_the_next_one_works(page: Page, address: str) -> None:
    open_lesson(page, address)
    page.evaluate("""() => { const add = IDBObjectStore.prototype.add;
        IDBObjectStore.prototype.add = function () {
            IDBObjectStore.prototype.add = add; throw new DOMException('no', 'UnknownError') } }""")
    item = EVERY_TYPE["single-choice"].find(page)

    answer(page)
    expect(item.locator("[data-role=problem]")).to_contain_text("could not be saved just now")
    expect(item.locator("[data-role=verdict]")).to_be_hidden()
    item.get_by_role("button", name="Check answer").click()

    expect(item.locator("[data-role=verdict]")).to_be_visible()
    assert verdict(item).startswith("Not right")
    assert answered(events(page)) == ["asking-single"]


def test_plain_http_under_a_host_name_keeps_and_exports(browser: Browser, address: str) -> None:
    path, arguments = chromium()
    port = address.split("//")[1].split("/")[0].split(":")[1]
    plain = browser.browser_type.launch(
        executable_path=path, args=[*arguments, "--host-resolver-rules=MAP training.test 127.0.0.1"]
    )
    page = plain.new_page()
    there = f"http://training.test:{port}/intranet/learning"

    open_lesson(page, there)
    _show_whole_page(page)
    answer(page)
    assert page.evaluate("[isSecureContext, typeof crypto.subtle, typeof crypto.randomUUID]") == [
        False,
        "undefined",
        "undefined",
    ]
    open_lesson(page, there)

    expect(page.locator("[data-role=verdict]:visible")).to_have_count(1)
    assert b'"asking-single"' in _export(page, f"{there}/record.html")
    plain.close()


def _show_whole_page(page: Page) -> None:
    page.get_by_role("button", name="Show the whole page").click()


def test_from_a_file_the_record_is_kept_and_exported(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / LESSON).as_uri())
    answer(page)
    page.reload()

    expect(page.locator("[data-role=verdict]:visible")).to_have_count(1)
    assert b'"asking-single"' in _export(page, (sample_site / "record.html").as_uri())


_TAMPERED = """async payload => {
    const name = (await indexedDB.databases())[0].name
    const database = await new Promise(done => {
        const opening = indexedDB.open(name); opening.onsuccess = () => done(opening.result) })
    const writing = database.transaction(['about', 'events'], 'readwrite')
    const rows = await new Promise(done => {
        const all = writing.objectStore('events').getAll(); all.onsuccess = () => done(all.result) })
    const spoil = value =>
        Array.isArray(value) ? value.map(spoil) : typeof value === 'string' ? payload : value
    const kept = ['itemId', 'itemHash', 'attemptId', 'bankId']
    for (const row of rows) {
        for (const [key, value] of Object.entries(row.raw.body))
            if (!kept.includes(key)) row.raw.body[key] = spoil(value)
        writing.objectStore('events').put(row)
    }
    await new Promise(done => writing.oncomplete = done)
    database.close()
}"""


def test_what_somebody_wrote_into_storage_is_not_executed_and_stops_no_question(
    page: Page, address: str
) -> None:
    open_lesson(page, address)
    answer(page)
    answer(page, "match")
    page.evaluate(_TAMPERED, "<img src=x onerror=\"document.title='owned'\">")

    open_lesson(page, address)

    assert page.title() != "owned"
    answer(page, "order-steps", "right")
    assert verdict(EVERY_TYPE["order-steps"].find(page)).startswith("Right")


def _export(page: Page, address: str) -> bytes:
    page.goto(address)
    page.locator("[data-role=facts]").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export my record").click()
    return Path(download.value.path()).read_bytes()
