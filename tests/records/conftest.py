"""A course on disk and records that belong to it, for the tests of the command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from course import cli
from course.learning.derived import derived
from course.reading import course_folder
from course.records.course_data import CourseData, course_data
from course.records.log import log_of
from course.records.writing import write
from tests.course_folder import BANK, make_course
from tests.records.made import (
    OTHER_LEARNER,
    SECOND,
    START,
    Browser,
    Raw,
    facts,
    file_of,
    item_hash,
    record_of,
)

ITEMS = ("asking-what-first", *(f"asking-{number:02}" for number in range(2, 9)))


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseData:
    """Make a course of eight items in the folder `course`, one of them a harm item, and go beside it."""
    folder = make_course("base", tmp_path / "course")
    head, _, item = (folder / BANK).read_text().partition("  - id: ")
    copies = [f"  - id: {item.replace('asking-what-first', name, 1)}" for name in ITEMS]
    copies[1] = copies[1].replace("level: judge", "level: know")
    copies[2] = copies[2].replace("level: judge", "level: judge\n    harm: true")
    (folder / BANK).write_text(head + "".join(copies))
    monkeypatch.chdir(tmp_path)
    read = course_folder.read((folder,))
    assert read.is_whole, read.findings
    return course_data(read.course)


@pytest.fixture
def answers(course: CourseData) -> Callable[[Browser, str, int], Raw]:
    """Answer an item as it is now, rightly for full credit and wrongly for none."""

    def answer(browser: Browser, item: str, score: int) -> Raw:
        at = START + len(browser.events) * SECOND
        said = {"presented": ["a", "b", "c"], "response": ["a" if score else "b"]}
        return browser.answer(item, at, score, itemHash=course.items[item].hash, **said)

    return answer


@pytest.fixture
def run(course: CourseData, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the command beside the course; return its exit code and what it printed."""

    def runs(verb: str, *words: str) -> tuple[int, str, str]:
        code = cli.main(["record", verb, *words, "--course", "course"])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return runs


@pytest.fixture
def export(course: CourseData) -> Callable[..., bytes]:
    """Write events as this course's site would export them."""
    named = {"id": course.id, "version": course.version, "contentHash": course.content_hash}

    def exported(events: list[Raw], **changes: object) -> bytes:
        record = record_of(facts(events, course=named) | changes)
        return write(record, derived(log_of(record), course, record.identity.exported_at))

    return exported


@pytest.fixture
def files(answers: Callable[[Browser, str, int], Raw], export: Callable[..., bytes]) -> None:
    """Write records of every kind of trouble that a supervisor meets."""
    laptop, phone = Browser("d"), Browser("p")
    for number, item in enumerate(ITEMS):
        answers(laptop, item, 0 if number == 2 else 1000)
    laptop.answer("asking-gone", START + 20 * SECOND)
    laptop.answer(ITEMS[1], START + 21 * SECOND, itemHash=item_hash("as it was"))
    laptop.finish(START + 30 * SECOND)
    _given(laptop)
    laptop.void(laptop.events[0], START + 60 * SECOND)
    laptop.write("peer.review", {"stars": 3}, START + 61 * SECOND)
    answers(phone, ITEMS[3], 0)
    whole = export(laptop.events)
    forked = laptop.events[1] | {"id": phone.events[0]["id"]}
    written = {
        "laptop.json": whole,
        "phone.json": export(phone.events),
        "edited.json": _edited(whole),
        "praised.json": _praised(whole),
        "incomplete.json": export([*laptop.events[:2], forked, *laptop.events[5:]]),
        "truncated.json": whole[:3000],
        "stranger.json": export(phone.events, learner={"pseudonyms": [OTHER_LEARNER]}),
        "other-course.json": whole.replace(b'"small-course"', b'"large-course"'),
    }
    for name, content in written.items():
        Path(name).write_bytes(content)


def _edited(content: bytes) -> bytes:
    """Edit a score as someone would who does not know about the digest."""
    document = json.loads(content)
    document["events"][3]["body"]["scoreMilli"] = 500
    return json.dumps(document).encode()


def _praised(content: bytes) -> bytes:
    """Edit the profile of a file as someone would who knows how to make the digest fit."""
    document = json.loads(content)
    document["derived"]["competencies"][0]["judgement"]["meanMilli"] = 990
    return file_of(document)


def _given(browser: Browser) -> None:
    observed = {"kind": "element", "subject": "fidelity-7", "valueMilli": 3500, "rater": "rater-1"}
    browser.write("supervisor.observation", observed | {"date": "2026-01-20"}, START + 40 * SECOND)
    rated = {"competencyId": "EDU1", "level": 2, "when": "before", "unitId": "asking"}
    browser.write("self.rating", rated, START + 41 * SECOND)
