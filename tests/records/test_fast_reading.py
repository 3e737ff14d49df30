"""Canonical files are read fast, with the same outcome as every other way of reading."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from course.records import fast_reading
from course.records.reading import Reading, read, read_any
from tests.records.every_kind import every_kind
from tests.records.made import COURSE, START, Browser, Raw, facts, file_of
from tests.records.vector_files import GOLDEN, VECTORS

IMPORTS = json.loads((VECTORS / "import.json").read_text())["cases"]
MUTATIONS = 400


def test_a_file_of_ours_is_canonical() -> None:
    assert fast_reading.read(_everything()) is not None


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.name)
def test_every_golden_record_reads_alike_either_way(golden: Path) -> None:
    assert _same(golden.read_bytes())


@pytest.mark.parametrize("case", [case for case in IMPORTS if "text" in case], ids=lambda case: case["name"])
def test_every_import_reads_alike_either_way(case: Raw) -> None:
    assert _same(case["text"].encode("utf-8", "surrogatepass"))


def test_changed_bytes_read_alike_either_way() -> None:
    chance = random.Random("fast reading")
    content = _everything()
    signs = [bytes([sign]) for sign in b'{}[]":,0123456789.eE-\\ntu \xc3\xff\x00']
    for _ in range(MUTATIONS):
        at = chance.randrange(len(content))
        assert _same(content[:at] + chance.choice(signs) + content[at + chance.randrange(3) :])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"seq":1,', b'"seq":1.0,'),
        (b'"seq":1,', b'"seq":1,"seq":1,'),
        (b'"locale":"en"', b'"locale":"\\u0065n"'),
        (b'"extensions":{}', b'"extensions":{"org.example":1}'),
        (b'"schemaVersion":"1.0.0"', b'"schemaVersion":"1.1.0"'),
        (b'"seq":1,', b'"seq":1,"zz":1,'),
        (b',"format"', b', "format"'),
    ],
)
def test_what_is_not_canonical_is_read_slowly(old: bytes, new: bytes) -> None:
    content = _everything()
    assert old in content
    changed = content.replace(old, new, 1)

    assert fast_reading.read(changed) is None
    assert _same(changed)


def test_a_changed_answer_is_marked_by_fast_reading_too() -> None:
    browser = Browser()
    browser.answer("first", START, 0)
    content = file_of(facts(browser.events))
    changed = content.replace(b'"scoreMilli":0', b'"scoreMilli":1')

    found = read(changed, COURSE)

    assert fast_reading.read(changed) is not None
    assert isinstance(found, Reading)
    assert not found.is_unchanged


def _everything() -> bytes:
    """Return a file with an event of every kind that we know, and no extensions."""
    document = json.loads(every_kind())
    events = [event for event in document["events"] if event["type"] != "peer.review"]
    return file_of(document | {"events": events, "extensions": {}})


def _same(content: bytes) -> bool:
    return read(content, COURSE) == read_any(content, COURSE)
