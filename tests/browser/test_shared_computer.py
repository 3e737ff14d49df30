"""A computer that others use too: what is kept moves into the window, and leaves the device."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

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
    page.goto(f"{address}/desk.html")
    page.get_by_label("Name or code").fill("T1")
    page.get_by_role("button", name="Put on the desk").click()
    expect(page.locator("[data-role=trainers]")).to_contain_text("T1")

    _share(page)

    expect(page.locator("[data-role=trainers]")).to_contain_text("T1")
    expect(page.locator("[data-role=kept-note]")).to_contain_text("gone when you close the browser")
    assert page.evaluate(_ON_DEVICE) == _NOTHING


def test_where_the_window_has_no_room_nothing_is_taken_from_the_device(page: Page, address: str) -> None:
    open_lesson(page, address)
    answer_all(page)
    before = answered(events(page))
    page.goto(f"{address}/record.html")
    page.evaluate(_NO_ROOM)
    page.get_by_role("button", name="This is a shared computer").click()
    page.get_by_role("button", name="Yes, keep nothing after closing").click()

    expect(page.locator("[data-module=shared-computer]")).to_contain_text("so nothing was changed")
    page.reload()
    page.wait_for_function("() => imr.store.ready")
    assert answered(events(page)) == before


def _answered_and_shared(page: Page, address: str) -> list[str]:
    open_lesson(page, address)
    answer_all(page)
    found = answered(events(page))
    page.goto(f"{address}/index.html")
    _share(page)
    return found


def _share(page: Page) -> None:
    page.get_by_role("button", name="This is a shared computer").click()
    page.get_by_role("button", name="Yes, keep nothing after closing").click()
    expect(page.get_by_role("button", name="Export, and end")).to_be_visible()
