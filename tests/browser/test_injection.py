"""Whatever someone writes into a record or into the browser's storage: nothing of it executes."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LESSON
from tests.browser.injected import ACTIVE, COURSE, Watch, payloads, stored, taken_in, with_one_text
from tests.browser.keeping import IS_READY, answer, events, hashes_of_items, open_lesson, open_record
from tests.faults import times
from tests.records.made import Raw

PAYLOADS = payloads()
_ROUNDS = times(1, len(PAYLOADS))

# chooses each file, waits for what is said of it, and if it may be added adds it
_CHOOSE = """async files => {
    const input = document.querySelector('#record-file');
    const outcome = document.querySelector('[data-role=import-outcome]');
    const said = async act => {
        document.activeElement.blur();
        act();
        while (document.activeElement !== outcome) await new Promise(done => setTimeout(done, 2));
        return outcome.innerText;
    };
    const all = [];
    for (const file of files) {
        const box = new DataTransfer();
        box.items.add(new File([file], '<img src=x onerror=__hit=1>.json'));
        input.files = box.files;
        all.push(await said(() => input.dispatchEvent(new Event('change'))));
        const add = outcome.querySelector('button');
        if (add) all.push(await said(() => add.click()));
    }
    return all;
}"""

_PLANT = """async ([name, texts]) => {
    const opened = await new Promise((done, failed) => {
        const opening = indexedDB.open(name, 1);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
    });
    const own = await new Promise(done => {
        const all = opened.transaction('events').objectStore('events').getAll();
        all.onsuccess = () => done(all.result);
    });
    const other = new BroadcastChannel(name);
    for (const text of texts) {
        const {payload, head, self, rows} = JSON.parse(text);
        const writing = opened.transaction(['about', 'events'], 'readwrite');
        const [about, events] = ['about', 'events'].map(store => writing.objectStore(store));
        about.put({...head, extras: new Map([[payload, payload]])}, 'head');
        about.put({...self, seen: new Map([[payload, 1]])}, 'self');
        events.clear();
        for (const row of [...own, ...rows]) events.put(row);
        await new Promise((done, failed) => { writing.oncomplete = done; writing.onabort = failed });
        other.postMessage('changed');
        const isShown = () => imr.store.contents.head?.learner.alias === payload;
        while (window.imr?.store && !isShown()) await new Promise(done => setTimeout(done, 2));
    }
    other.close();
    opened.close();
}"""


def test_the_payloads_would_execute_if_they_were_let(page: Page) -> None:
    let = f"payloads => payloads.filter(text => (document.body.innerHTML = text, ({ACTIVE})().length > 0))"

    active = page.evaluate(let, PAYLOADS)

    assert len(PAYLOADS) == len(set(PAYLOADS)) == 60
    assert len(active) >= 40
    page.wait_for_function("window.__hit === 1")


def test_nothing_executes_of_files_that_are_taken_in(page: Page, address: str) -> None:
    watch = Watch(page)
    open_record(page, address)
    files = [taken_in(number, payload).decode() for number, payload in enumerate(PAYLOADS)]

    said = page.evaluate(_CHOOSE, files)

    assert said.count("The file was added to your record.") == len(PAYLOADS)
    assert len(events(page)) == 5 * len(PAYLOADS)
    # signs that nobody can see are shown as such, and long names shortened
    for payload in filter(str.isprintable, PAYLOADS):
        assert any(payload[:60] in words for words in said), payload
    _look_at_every_page(page, address, watch)


def test_nothing_executes_of_files_with_a_payload_in_one_place(page: Page, address: str) -> None:
    watch = Watch(page)
    for number in range(_ROUNDS):
        open_record(page, address)
        files = [file.decode() for file in with_one_text(number)]
        said = page.evaluate(_CHOOSE, files)
        assert len(said) >= len(files) > 100
        assert all(said)
        assert watch.found() == []
    _look_at_every_page(page, address, watch)


@pytest.mark.parametrize("name", ["record.html", "profile.html", "map.html", "index.html"])
def test_nothing_executes_of_what_is_written_into_storage(page: Page, address: str, name: str) -> None:
    watch = Watch(page)
    competency, _ = _begin(page, address)
    page.goto(f"{address}/{name}")
    page.evaluate("imr.store.ready")

    _plant(page, [stored(payload, competency, {}) for payload in PAYLOADS])

    assert watch.found() == []
    page.reload()
    page.evaluate("imr.store.ready")
    assert watch.found() == []
    assert page.evaluate("imr.store.contents.head.learner.alias") == PAYLOADS[-1]
    if name == "profile.html":
        assert f"Trainer: {PAYLOADS[-1]}" in page.locator("body").inner_text()


def test_nothing_executes_in_a_lesson_of_what_is_written_into_storage(page: Page, address: str) -> None:
    watch = Watch(page)
    competency, items = _begin(page, address)
    open_lesson(page, address)
    for first in range(0, len(PAYLOADS), len(items)):
        some = PAYLOADS[first : first + len(items)]
        answered = {item: (items[item], payload) for item, payload in zip(items, some, strict=False)}
        _plant(page, [stored(some[0], competency, answered)])
        page.reload()
        page.wait_for_function(IS_READY)
        assert watch.found() == []
        assert page.locator("[data-role=verdict]:visible").count() > 0


def _begin(page: Page, address: str) -> tuple[str, dict[str, str]]:
    """Begin a record; return a competency of the course, and the hash of each item."""
    open_lesson(page, address)
    answer(page)
    page.goto(f"{address}/profile.html")
    competency: str = page.evaluate("imr.judged.course.competencies[0].id")
    return competency, hashes_of_items(page)


def _plant(page: Page, states: list[Raw]) -> None:
    """Write states into the browser's storage, one after the other, and have the page show each."""
    page.evaluate(_PLANT, [f"imr-record/{COURSE}", [json.dumps(state) for state in states]])


def _look_at_every_page(page: Page, address: str, watch: Watch) -> None:
    for name in ("record.html", "profile.html", "map.html", "index.html", LESSON):
        page.goto(f"{address}/{name}")
        page.evaluate("imr.store.ready")
        assert watch.found() == [], name
        assert page.url == f"{address}/{name}"
