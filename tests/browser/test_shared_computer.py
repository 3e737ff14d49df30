"""A computer that others use too: what is kept moves into the window, and leaves the device."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Download, Page, expect

from course.records.reading import Reading, read
from tests.browser.keeping import answer_all, answered, events, open_lesson

_ON_DEVICE = """async () => {
    const named = (await indexedDB.databases()).map(one => one.name);
    let rows = 0;
    for (const name of named) {
        const opened = await new Promise(done => {
            const opening = indexedDB.open(name);
            opening.onsuccess = () => done(opening.result);
        });
        for (const store of opened.objectStoreNames) {
            const values = await new Promise(done => {
                const asked = opened.transaction(store).objectStore(store).getAll();
                asked.onsuccess = () => done(asked.result);
            });
            rows += values.filter(value => typeof value === "object").length;
        }
        opened.close();
    }
    // how pages look says nothing of what anyone did
    const isLook = key => key === "imr-whole-page" || key.endsWith("__palette");
    return [rows, Object.keys(localStorage).filter(key => !isLook(key)).sort()];
}"""
_NO_ROOM = """() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") };
}"""
_NO_ROOM_FOR_A_RECORD = """() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, text) {
        if (name.startsWith("imr-record/")) throw new DOMException("full", "QuotaExceededError");
        setItem.call(this, name, text);
    };
}"""
_NOTHING = [0, ["imr-shared-computer"]]


def test_what_is_kept_moves_into_the_window_and_leaves_the_device(page: Page, address: str) -> None:
    before = _answered_and_shared(page, address)

    assert answered(events(page)) == before
    assert page.evaluate(_ON_DEVICE) == _NOTHING
    # the next page of the visit finds it, and adds to it
    open_lesson(page, address)
    assert answered(events(page)) == before
    assert page.evaluate(_ON_DEVICE) == _NOTHING
    # another window, as of the next person, finds nothing
    other = page.context.new_page()
    other.goto(f"{address}/record.html")
    expect(other.locator("[data-module=saved-line]").first).to_contain_text("gone when you close this window")
    assert events(other) == []
    assert other.evaluate(_ON_DEVICE) == _NOTHING


def test_one_button_exports_and_leaves_nothing(page: Page, address: str) -> None:
    before = _answered_and_shared(page, address)
    # where a lesson was left
    page.evaluate("sessionStorage.setItem('imr-record/my-course/places', '{}')")

    with page.expect_download() as download:
        page.get_by_role("button", name="Export, and end").click()

    expect(page.locator("[data-module=shared-computer]")).to_contain_text("nothing of it is in this browser")
    reading = read(Path(download.value.path()).read_bytes(), "my-course")
    assert isinstance(reading, Reading)
    assert answered([dict(stored.raw) for stored in reading.record.events]) == before
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate(_ON_DEVICE) == _NOTHING


def test_on_a_computer_of_ones_own_the_device_keeps_it_again(page: Page, address: str) -> None:
    before = _answered_and_shared(page, address)

    page.get_by_role("button", name="This is my own computer").click()
    expect(page.get_by_role("button", name="This is a shared computer")).to_be_visible()

    assert answered(events(page)) == before
    rows, marks = page.evaluate(_ON_DEVICE)
    assert rows > 0
    assert "imr-shared-computer" not in marks


def test_a_desk_moves_into_the_window_too(page: Page, address: str) -> None:
    _desk_shared(page, address)

    expect(page.locator("[data-role=trainers]")).to_contain_text("T1")
    note = page.locator("[data-role=kept-note]")
    expect(note).to_contain_text("gone when you close the browser")
    expect(note).to_contain_text("Not exported yet.")
    assert page.evaluate(_ON_DEVICE) == _NOTHING


@pytest.mark.parametrize("where", ["desk", "index"])
def test_on_a_computer_of_ones_own_the_desk_is_on_the_device_again(
    page: Page, address: str, where: str
) -> None:
    _desk_shared(page, address)
    page.goto(f"{address}/{where}.html")

    page.get_by_role("button", name="This is my own computer").click()
    expect(page.get_by_role("button", name="This is a shared computer")).to_be_visible()

    assert page.evaluate("Object.keys(sessionStorage)") == []
    # another window finds it, too
    other = page.context.new_page()
    other.goto(f"{address}/desk.html")
    expect(other.locator("[data-role=trainers]")).to_contain_text("T1")
    expect(other.locator("[data-role=kept-note]")).to_be_hidden()


def test_ending_exports_a_desk_without_a_record_and_leaves_nothing(page: Page, address: str) -> None:
    _desk_shared(page, address)

    with page.expect_download() as download:
        page.get_by_role("button", name="Export, and end").click()

    ended = page.locator("[data-module=shared-computer]")
    expect(ended).to_contain_text("The supervisor's desk was exported, and nothing of it is in this browser")
    expect(page.locator("[data-role=trainers]")).not_to_contain_text("T1")
    assert download.value.suggested_filename.startswith("imr-desk-")
    assert [one["name"] for one in _read(download.value)["trainers"]] == ["T1"]
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate(_ON_DEVICE) == _NOTHING


def test_ending_exports_record_and_desk_from_any_page_that_offers_it(page: Page, address: str) -> None:
    before = _answered_and_shared(page, address)
    _put_on_desk(page, address)
    page.goto(f"{address}/index.html")

    with page.expect_download() as download:
        page.get_by_role("button", name="Export, and end").click()
    record = _read(download.value)
    assert answered([dict(stored) for stored in record["events"]]) == before
    # one file for each press: browsers ask before a page saves several
    with page.expect_download() as download:
        page.get_by_role("button", name="Export the desk, and end").click()

    assert [one["name"] for one in _read(download.value)["trainers"]] == ["T1"]
    ended = page.locator("[data-module=shared-computer]")
    expect(ended).to_contain_text("Your record and the supervisor's desk were exported")
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate(_ON_DEVICE) == _NOTHING


def test_closing_a_window_that_alone_holds_a_desk_warns_until_it_is_exported(
    page: Page, address: str
) -> None:
    _desk_shared(page, address)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    # whoever has not touched a page is not asked
    page.get_by_label("Name or code").fill("T2")
    page.get_by_role("button", name="Put on the desk").click()
    page.get_by_role("link", name="What is kept on this desk").click()

    page.close(run_before_unload=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]

    with page.expect_download():
        page.get_by_role("button", name="Export the desk").click()
    expect(page.locator("[data-role=kept-note]")).to_contain_text("nothing has changed since")
    page.close(run_before_unload=True)
    page.wait_for_event("close")
    assert asked == ["beforeunload"]


def test_an_export_that_fails_is_said_in_sight_and_nothing_is_erased(page: Page, address: str) -> None:
    before = _answered_and_shared(page, address)
    page.route("**/record_page.js", lambda route: route.abort())

    page.get_by_role("button", name="Export my answers now").last.click()
    told = page.locator(".imr-record-outcome:visible", has_text="The export did not work.")
    expect(told).to_have_count(1)
    page.get_by_role("button", name="Export, and end").click()
    ended = page.locator("[data-module=shared-computer] .imr-record-outcome")
    expect(ended).to_have_text("Not everything could be exported and erased. Try once more.")
    assert answered(events(page)) == before


def test_where_the_window_has_no_room_nothing_is_taken_from_the_device(page: Page, address: str) -> None:
    open_lesson(page, address)
    answer_all(page)
    before = answered(events(page))
    page.goto(f"{address}/record.html")
    page.evaluate(_NO_ROOM)
    page.get_by_role("button", name="This is a shared computer").click()
    page.get_by_role("button", name="Yes, keep it in this window only").click()

    expect(page.locator("[data-module=shared-computer]")).to_contain_text("so nothing was changed")
    page.reload()
    page.wait_for_function("() => imr.store.ready")
    assert answered(events(page)) == before


def test_where_only_the_desk_has_room_it_stays_on_the_device_with_the_record(
    page: Page, address: str
) -> None:
    open_lesson(page, address)
    answer_all(page)
    _put_on_desk(page, address)
    page.evaluate(_NO_ROOM_FOR_A_RECORD)
    page.get_by_role("button", name="This is a shared computer").click()
    page.get_by_role("button", name="Yes, keep it in this window only").click()

    expect(page.locator("[data-module=shared-computer]")).to_contain_text("so nothing was changed")
    other = page.context.new_page()
    other.goto(f"{address}/desk.html")
    expect(other.locator("[data-role=trainers]")).to_contain_text("T1")


def _answered_and_shared(page: Page, address: str) -> list[str]:
    open_lesson(page, address)
    answer_all(page)
    found = answered(events(page))
    page.goto(f"{address}/index.html")
    _share(page)
    return found


def _desk_shared(page: Page, address: str) -> None:
    _put_on_desk(page, address)
    _share(page)


def _put_on_desk(page: Page, address: str) -> None:
    page.goto(f"{address}/desk.html")
    page.get_by_label("Name or code").fill("T1")
    page.get_by_role("button", name="Put on the desk").click()
    expect(page.locator("[data-role=trainers]")).to_contain_text("T1")


def _read(download: Download) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(Path(download.path()).read_bytes())
    return document


def _share(page: Page) -> None:
    page.get_by_role("button", name="This is a shared computer").click()
    page.get_by_role("button", name="Yes, keep it in this window only").click()
    expect(page.get_by_role("button", name="Export, and end")).to_be_visible()
