"""Records and stored states that hold script-injection payloads, and a watch for anything that executes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.records.every_kind import every_kind
from tests.records.made import CONTENT, DAY, LEARNER, SECOND, START, Browser, Raw, facts, file_of, sealed

COURSE = "my-course"
KeyPath = tuple[str | int, ...]

# what could run, now or when someone points at it
ACTIVE = r"""() => {
    const named = 'iframe, object, embed, base, marquee, math, audio, video, image, meta[http-equiv=refresh]';
    const links = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data'];
    const script = value => /^(javascript|data:text\/html)/i.test(value.replace(/[\s\u0000-\u001f]/g, ''));
    const runs = ({name, value}) =>
        /^on/i.test(name) || name === 'srcdoc' || (links.includes(name) && script(value));
    const attributes = [...document.querySelectorAll('*')].flatMap(
        one => [...one.attributes].filter(runs).map(({name}) => `${one.localName} ${name}`));
    const isData = one => one.type === 'application/json';
    const scripts = [...document.scripts].filter(one => !isData(one) && one.textContent.includes('__hit'));
    const elements = [...document.querySelectorAll(named), ...scripts];
    return [...attributes, ...elements.map(one => one.localName)];
}"""
_STACK = re.compile(r"\n\s+at \S|\b(Type|Reference|Range|Syntax)Error\b|undefined is not|\[object Object\]")


class Watch:
    """Looks on while a page is shown what someone made to execute."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[str] = []
        page.on("dialog", self._on_dialog)
        page.on("pageerror", lambda error: self.seen.append(f"uncaught: {error}"))
        page.on("console", self._on_console)
        page.on("framenavigated", lambda frame: self.visited.append(frame.url))
        self.visited: list[str] = []

    def found(self) -> list[str]:
        """Name everything that executed, could execute, or was shown and should not have been."""
        # time for what fails to load
        self.page.wait_for_timeout(50)
        is_hit = self.page.evaluate("window.__hit !== undefined || Object.keys(Object.prototype).length > 0")
        stack = _STACK.findall(self.page.locator("body").inner_text())
        return [*self.seen, *(["executed"] if is_hit else []), *self.page.evaluate(ACTIVE), *stack]

    def _on_dialog(self, dialog: Any) -> None:
        self.seen.append("dialog")
        dialog.dismiss()

    def _on_console(self, message: Any) -> None:
        if message.type == "error" and _STACK.search(message.text):
            self.seen.append(message.text)


def payloads() -> list[str]:
    """Return the payloads; signs that nobody could read in the file are written there as in JSON."""
    lines = (Path(__file__).parent / "payloads.txt").read_text(encoding="utf-8").splitlines()
    return [re.sub(r"\\u([0-9a-f]{4})", lambda sign: chr(int(sign[1], 16)), line) for line in lines]


def taken_in(number: int, payload: str) -> bytes:
    """Return a whole record with a payload wherever a record of a later minor version may hold any text."""
    browser = Browser("abcdefghijklmnopqrstuvwxyz"[number % 26] + "234"[number // 26])
    at = START + number * 10 * SECOND
    anything = {payload: {"__hit": payload}, "text": payload, "list": [payload]}
    continuing = {"unitId": "first-part", "minutes": 20, "dueDate": None, "assigner": payload}
    bodies: list[tuple[str, Raw]] = [
        ("written.reply", {"promptId": "prompt-1", "ticked": [], "text": payload, "later": anything}),
        ("ce.assigned", continuing),
        ("ce.completed", continuing),
        ("peer.review", anything),
    ]
    browser.answer("asking-single", at, later=anything)
    for place, (kind, body) in enumerate(bodies):
        browser.write(kind, body, at + (1 + place) * SECOND)
    document = facts(
        browser.events,
        schemaVersion="1.1.0",
        learner={"pseudonyms": [LEARNER], "alias": payload},
        course={"id": COURSE, "version": "0.1.0", "contentHash": CONTENT},
        extensions={"org.example.host": anything},
        later=anything,
    )
    document["record"]["generator"] = {"name": payload, "version": payload}
    return file_of(document)


def with_one_text(round_: int) -> Iterator[bytes]:
    """Return a record of every kind of event for each text in it, with a payload in that one place."""
    found, whole = payloads(), _whole()
    # one place for each kind of place: the first answer of a file is as good as the second
    places = {_kind(whole, path): path for path in _key_paths(whole)}
    for number, path in enumerate(places.values()):
        yield _spoilt_at(path, found[(number + round_) % len(found)])


def stored(payload: str, competency: str, answered: dict[str, tuple[str, str]]) -> Raw:
    """Return what a browser would hold if someone had written a payload into all of it.

    The competency and the items that are answered keep their names, or nothing would be shown;
    `answered` gives for each item its hash and the payload in its answer.
    """
    events = json.loads(_file())["events"]
    subject = {"competencyId": competency, "kind": "competency", "subject": competency}
    rows = [_row(event, payload, {}) for event in events]
    rows += [_row(event, payload, subject) for event in events]
    rows += [_spoilt(row, payload) | {"isKnown": True} for row in rows]
    answer = next(event for event in events if event["type"] == "item.response")
    for item, (item_hash, text) in answered.items():
        of_item = {"itemId": item, "itemHash": item_hash}
        rows.append(_row(answer | {"at": START + DAY}, text, of_item))
    return {
        "payload": payload,
        "head": _spoilt(_head(), payload),
        "self": {"device": payload, "exportedAt": payload},
        "rows": [_at(place, row, payload) for place, row in enumerate(rows)],
    }


def _head() -> Raw:
    document = json.loads(_file())
    kept = {name: document[name] for name in ("schemaVersion", "learner", "course", "devices", "extensions")}
    return kept | {"identity": document["record"]}


def _row(event: Raw, payload: str, kept: dict[str, str]) -> Raw:
    """Return a row of the storage, with a payload in all of the event's body but what is kept."""
    body = event["body"]
    spoilt = _spoilt(body, payload) | {key: kept[key] for key in kept if key in body}
    return {"id": event["id"], "hash": "", "isKnown": True, "raw": event | {"body": spoilt}}


def _at(place: int, row: Raw, payload: str) -> Raw:
    """Give a row an id that no other has; events that share one would be left out as a conflict."""
    name = f"{row['id']}{place}"
    return row | {"id": name, "hash": f"{payload}{place}", "raw": row["raw"] | {"id": name}}


def _spoilt(value: Any, payload: str) -> Any:
    """Replace every text of a value, and add a key."""
    if isinstance(value, dict):
        return {key: _spoilt(value[key], payload) for key in value} | {payload: {"__hit": payload}}
    if isinstance(value, list):
        return [_spoilt(one, payload) for one in value]
    return payload if isinstance(value, str) else value


@cache
def _file() -> bytes:
    return every_kind()


def _whole() -> Raw:
    document: Raw = json.loads(_file())
    document["course"]["id"] = COURSE
    return document


def _spoilt_at(path: KeyPath, payload: str) -> bytes:
    document = _whole()
    _put(document, path, payload)
    whole = sealed(document)
    if path[0] == "integrity":
        _put(whole, path, payload)
    return json.dumps(whole, ensure_ascii=False).encode()


def _put(document: Any, path: KeyPath, payload: str) -> None:
    for part in path[:-1]:
        document = document[part]
    document[path[-1]] = payload


def _key_paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    if isinstance(value, str):
        yield path
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in entries:
        yield from _key_paths(inner, (*path, key))


def _kind(whole: Raw, path: KeyPath) -> KeyPath:
    """Name a place by its keys, and for an event by its type."""
    event = whole["events"][path[1]]["type"] if path[0] == "events" else ""
    return (event, *(part for part in path if isinstance(part, str)))
