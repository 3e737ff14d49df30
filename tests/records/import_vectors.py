"""Files of every kind of trouble, and what becomes of them."""

from __future__ import annotations

import base64
import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any

from course.records import refusals
from course.records.hashing import integrity_of
from course.records.json_text import LARGEST_FILE
from course.records.reading import Reading, read
from tests.records.made import COURSE, DAY, SECOND, START, Browser, Raw, facts, file_of, sealed
from tests.records.vector_files import text_of


def text() -> str:
    """Return the file."""
    return text_of(
        "file -> taken in or refused: by the trainer's own import, and by a supervisor's tools",
        course=COURSE,
        cases=list(_cases()),
    )


def contents() -> dict[str, bytes]:
    """Return every file by the name of its case."""
    return {**TEXTS, **{name: _spelt(document) for name, document in _documents().items()}}


def _cases() -> Iterator[dict[str, Any]]:
    for name, content in contents().items():
        yield {"name": name, **_stored(content), **_outcomes(content)}
    large = {"before": "[", "repeated": " ", "times": LARGEST_FILE, "after": "]"}
    yield {"name": "too large", "made": large, "own": "too-large", "supervisor": "too-large"}


def _stored(content: bytes) -> dict[str, str]:
    try:
        return {"text": content.decode()}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(content).decode()}


def _outcomes(content: bytes) -> dict[str, str]:
    """Return the outcome for the trainer, whose import refuses a changed file, and for a supervisor."""
    found = read(content, COURSE)
    if not isinstance(found, Reading):
        return {"own": found.code, "supervisor": found.code}
    if found.is_unchanged:
        return {"own": "accepted", "supervisor": "accepted"}
    return {"own": refusals.changed().code, "supervisor": "accepted, marked"}


def _spelt(document: Raw) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def a_document() -> Raw:
    """Return a small whole record to spoil."""
    browser = Browser()
    browser.answer("judge-01", START)
    browser.answer("match-01", START + SECOND, response={"card-1": "left", "card-2": "right"})
    browser.finish(START + 2 * SECOND)
    return facts(browser.events)


def _changed(*path: str | int, to: Any) -> Raw:
    document = copy.deepcopy(a_document())
    here: Any = document
    for step in path[:-1]:
        here = here[step]
    if to is REMOVED:
        del here[path[-1]]
    else:
        here[path[-1]] = to
    return document


REMOVED = object()
GOOD = file_of(a_document())

TEXTS: Mapping[str, bytes] = {
    "a good file": GOOD,
    "with a byte order mark": b"\xef\xbb\xbf" + GOOD,
    "in many lines": json.dumps(json.loads(GOOD), indent=2).encode(),
    "keys in another order": json.dumps(dict(reversed(json.loads(GOOD).items()))).encode(),
    "empty": b"",
    "white space only": b" \n\t",
    "cut in the middle": GOOD[: len(GOOD) // 2],
    "cut by one brace": GOOD.rstrip()[:-1],
    "something after the end": GOOD + b"}",
    "a missing comma": GOOD.replace(b',"type"', b'"type"', 1),
    "not UTF-8": GOOD.replace(b"judge-01", b"judge-\xff1", 1),
    "UTF-16": GOOD.decode().encode("utf-16"),
    "a web page": b"<!doctype html><title>Sign in</title>",
    "a key twice": GOOD.replace(b'"seq":1,', b'"seq":1,"seq":1,', 1),
    "a key twice, once escaped": GOOD.replace(b'"seq":1,', b'"seq":1,"s\\u0065q":1,', 1),
    "a fraction": GOOD.replace(b'"latencyMs":4200', b'"latencyMs":4200.5', 1),
    "a whole number written as a fraction": GOOD.replace(b'"latencyMs":4200', b'"latencyMs":4200.0', 1),
    "an exponent": GOOD.replace(b'"latencyMs":4200', b'"latencyMs":42e2', 1),
    "a number too large": GOOD.replace(b'"latencyMs":4200', b'"latencyMs":9007199254740992', 1),
    "half a character": GOOD.replace(b"judge-01", b"judge-\\ud800", 1),
    "32 levels": b"[" * 32 + b"]" * 32,
    "33 levels": b"[" * 33 + b"]" * 33,
    "10,000 levels": b"[" * 10_000 + b"]" * 10_000,
    "brackets in a text are not levels": json.dumps({"format": "[" * 100}).encode(),
    "null": b"null",
    "an array": b"[]",
    "an empty object": b"{}",
    "another format": b'{"format":"backup","schemaVersion":"1.0.0"}',
    "integrity in another form": GOOD.replace(b"RFC8785", b"none", 1),
    "changed after export": GOOD.replace(b'"scoreMilli":1000', b'"scoreMilli":999', 1),
}


def _documents() -> dict[str, Raw]:
    documents = {
        "extensions with a namespace": _changed("extensions", to={"org.example.x": [1, None]}),
        "a newer minor version with more keys": _newer(),
        "a newer minor version in which a known kind has grown": _grown(),
        "a newer minor version with another derived block": facts(
            [], schemaVersion="1.1.0", derived={"new": 1}
        ),
        "a newer minor version without a derived block": _newer_without_derived(),
        "a newer patch version": _changed("schemaVersion", to="1.0.7"),
        "major version 2": _changed("schemaVersion", to="2.0.0"),
        "major version 0": _changed("schemaVersion", to="0.9.0"),
        "a version that is none": _changed("schemaVersion", to="one"),
        "a version that is a number": _changed("schemaVersion", to=1),
        "another course": _changed("course", "id", to="another-course"),
        "an unknown key at the top": _changed("note", to="hello"),
        "an unknown key in an event": _changed("events", 0, "note", to="hello"),
        "an unknown key in a body": _changed("events", 0, "body", "note", to="hello"),
        "a key that JavaScript knows": _changed("events", 0, "body", "__proto__", to={"cold": True}),
        "an extension without a namespace": _changed("extensions", "plain", to=1),
        "an unknown kind of event": _changed("events", 0, "type", to="peer.review"),
        "an unknown kind of event with an unknown key": _changed("events", 0, to=_unknown_with_key()),
        "no events": _changed("events", to=[]),
        "events missing": _changed("events", to=REMOVED),
        "events that are an object": _changed("events", to={}),
        "an event that is a text": _changed("events", 0, to="hello"),
        "an event without an id": _changed("events", 0, "id", to=REMOVED),
        "an id of version 4": _changed("events", 0, "id", to="6fa459ea-ee8a-4ca4-894e-db77e160355e"),
        "an id with a line feed": _changed("events", 0, "id", to=a_document()["events"][0]["id"] + "\n"),
        "a score above 1000": _changed("events", 0, "body", "scoreMilli", to=1001),
        "a score that is a text": _changed("events", 0, "body", "scoreMilli", to="1000"),
        "a score that is true": _changed("events", 0, "body", "scoreMilli", to=True),
        "a flag that is a number": _changed("events", 0, "body", "cold", to=1),
        "an item id with markup": _changed("events", 0, "body", "itemId", to="<img src=x onerror=alert(1)>"),
        "an item id with a line feed": _changed("events", 0, "body", "itemId", to="judge-01\n"),
        "a certainty of 4": _changed("events", 0, "body", "certainty", to=4),
        "a sequence from 0": _changed("events", 0, "seq", to=0),
        "a group that begins on 29 February": _group_on("2028-02-29"),
        "a group that begins on 31 February": _group_on("2026-02-31"),
        "a group that begins on 29 February of no leap year": _group_on("2026-02-29"),
        "no pseudonym": _changed("learner", "pseudonyms", to=[]),
        "a pseudonym that is an address": _changed("learner", "pseudonyms", to=["maria@example.org"]),
        "an alias with markup": _changed("learner", "alias", to="<script>alert(1)</script>"),
    }
    return {
        name: document if "integrity" in document else sealed(document)
        for name, document in documents.items()
    }


def _group_on(date: str) -> Raw:
    browser = Browser()
    browser.write("group.date", {"moduleId": "module-1", "date": date}, START)
    return facts(browser.events)


def _newer() -> Raw:
    document = _changed("schemaVersion", to="1.4.0")
    document["mood"] = {"colour": "blue"}
    document["events"][0]["weather"] = "rain"
    document["events"][0]["body"]["hints"] = 2
    return document


def _newer_without_derived() -> Raw:
    document = {key: part for key, part in _newer().items() if key != "derived"}
    return document | {"integrity": integrity_of(document)}


def _grown() -> Raw:
    document = _changed("schemaVersion", to="1.4.0")
    document["events"][0]["body"]["certainty"] = "very"
    return document


def _unknown_with_key() -> Raw:
    event = Browser().write("peer.review", {"free": {"as": "air"}}, START - DAY)
    return event | {"note": "hello"}
