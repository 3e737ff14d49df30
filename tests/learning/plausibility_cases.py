"""Records that are odd without being wrong, one kind of note each, and honest ones that come near it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from course.learning.disagreements import checked, disagreements
from course.records.course_data import to_json
from course.records.log import log_of
from course.records.plausibility import LAST_MOMENT, plausibility
from tests.learning.disagreement_cases import COURSE, KEYS, Talker, keys_json
from tests.records.made import DAY, SECOND, START, Browser, Raw, facts, item_hash, record_of, uuid_at
from tests.records.vector_files import text_of

NOW = START + 2 * DAY
READ = 20 * 60 * SECOND // 600  # the least time for the twenty words of an item


def _answered(at: int = START + SECOND, **changes: Any) -> Callable[[], Raw]:
    def made() -> Raw:
        browser = Browser()
        browser.answer("judge-01", at, **changes)
        return facts(browser.events)

    return made


def _back_in_time() -> Raw:
    browser = Browser()
    for at in (START + SECOND, START + 3 * SECOND, START + 2 * SECOND, START + 4 * SECOND):
        browser.answer("judge-01", at)
    return facts(browser.events)


def _other_id(late_by: int) -> Callable[[], Raw]:
    def made() -> Raw:
        browser = Browser()
        browser.answer("judge-01", START + SECOND)["id"] = uuid_at(START + SECOND + late_by, "late")
        return facts(browser.events)

    return made


def _unlisted_device() -> Raw:
    one, other = Browser(), Browser("e")
    one.answer("judge-01", START + SECOND)
    for number in (2, 3):
        other.answer("judge-01", START + number * SECOND)
    document = facts([*one.events, *other.events])
    return document | {"devices": [d for d in document["devices"] if d["deviceId"] == one.device]}


def _observed(date: str, **changes: Any) -> Callable[[], Raw]:
    def made() -> Raw:
        browser = Browser()
        body = {
            "kind": "competency",
            "subject": "EDU1",
            "valueMilli": 4000,
            "rater": "c" * 26,
            "date": date,
        }
        browser.write("supervisor.observation", body, START + SECOND)
        document = facts(browser.events)
        return document | {"record": document["record"] | changes}

    return made


def _voided_in_no_time() -> Raw:
    browser = Browser()
    browser.void(browser.answer("judge-01", START + SECOND, latencyMs=0), START + 2 * SECOND)
    return facts(browser.events)


def _talk(**changes: Any) -> Callable[[], Raw]:
    def made() -> Raw:
        talker = Talker()
        talker.say(1, "opening", "listen", **changes)
        return facts(talker.events)

    return made


CASES: dict[str, Callable[[], Raw]] = {
    "an honest answer": _answered(),
    "nothing at all": lambda: facts([]),
    "a date that goes back along the chain": _back_in_time,
    "an id made a second later": _other_id(SECOND),
    "an id made more than a second later": _other_id(SECOND + 1),
    "an entry a second after the export": _answered(START + DAY + SECOND),
    "an entry later than that": _answered(START + DAY + SECOND + 1),
    "an entry a minute ahead of now": _answered(NOW + 60 * SECOND),
    "an entry further ahead": _answered(NOW + 60 * SECOND + 1),
    "an entry a second before the record began": _answered(START - SECOND),
    "an entry earlier than that": _answered(START - SECOND - 1),
    "an answer in no time": _answered(latencyMs=0),
    "an answer in no time that was voided": _voided_in_no_time,
    "an answer as fast as the fastest reader": _answered(latencyMs=READ),
    "an answer faster than that": _answered(latencyMs=READ - 1),
    "as fast, to a question that was seen before": _answered(latencyMs=READ - 1, cold=False),
    "as fast, and given up": _answered(latencyMs=READ - 1, dontKnow=True, response=None, score=0),
    "as fast, but shown and not answered": _answered(
        latencyMs=READ - 1, revealed=True, response=None, score=0
    ),
    "as fast, to another version of the question": _answered(
        latencyMs=READ - 1, itemHash="sha256:" + "0" * 64
    ),
    "as fast, and against the key": _answered(latencyMs=READ - 1, response=["two"]),
    "nothing presented": _answered(presented=[]),
    "presented in another order": _answered(presented=["three", "one", "two"]),
    "less presented than the question holds": _answered(presented=["one", "two"]),
    "one option presented twice": _answered(presented=["one", "two", "two"]),
    "a reply in a dialogue as it is": _talk(),
    "a reply in another version of the dialogue": _talk(dialogueHash=item_hash("other")),
    "a reply to another version of the turn": _talk(
        dialogueHash=item_hash("other"), nodeHash=item_hash("other")
    ),
    "a device that is not listed": _unlisted_device,
    "observed the day after the export": _observed("2026-01-03"),
    "observed two days after the export": _observed("2026-01-04"),
    "exported at the end of all dates": _observed("2026-01-04", exportedAt=LAST_MOMENT),
}


def plausibility_text() -> str:
    """Return the file of notes."""
    return text_of(
        "course, keys, now, facts -> notes",
        course=to_json(COURSE),
        keys=keys_json(),
        now=NOW,
        cases=[_case(name, make()) for name, make in CASES.items()],
    )


def _case(name: str, document: Raw) -> dict[str, Any]:
    record = record_of(document)
    log = log_of(record)
    counting = checked(log, disagreements(log, COURSE, KEYS))
    notes = plausibility(record, counting, COURSE, KEYS, NOW)
    return {"name": name, "facts": document, "notes": [msgspec.to_builtins(note) for note in notes]}
