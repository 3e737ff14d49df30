"""Whatever a file holds, reading it ends in a record or in a refusal with words; never in an exception."""

from __future__ import annotations

import json
import random

import pytest

from course.learning.derived import derived
from course.records.inspect import inspect
from course.records.json_text import LARGEST_FILE
from course.records.log import log_of
from course.records.merge import merge
from course.records.reading import Reading, read
from course.records.record import Record
from course.records.refusals import Refusal
from course.records.schema import schema
from course.records.writing import write
from tests.faults import times
from tests.records.course_made import course_made
from tests.records.every_kind import every_kind
from tests.records.made import COURSE, SECOND, START, Browser, facts, file_of, record_of
from tests.records.spoilt import bytes_changed, value_changed

COURSE_DATA = course_made()
MUTATED = times(2_000, 100_000)


def four_kilobytes() -> bytes:
    browser = Browser()
    for number in range(5):
        browser.answer(f"judge-0{number + 1}", START + number * SECOND)
    return file_of(facts(browser.events))


def _accept_or_say(content: bytes) -> str:
    """Take a file through everything; return what became of it."""
    outcome = read(content, COURSE)
    if isinstance(outcome, Refusal):
        _check_words(outcome)
        return outcome.code
    log = log_of(outcome.record)
    inspect(outcome, log, COURSE_DATA, derived(log, COURSE_DATA, outcome.record.identity.exported_at))
    ours = record_of(facts(Browser("z").events))
    merged = merge([ours, outcome.record], same_person=True)
    assert isinstance(merged, Record)
    again = read(write(merged, derived(log_of(merged), COURSE_DATA, START)), COURSE)
    assert isinstance(again, Reading), again
    assert again.is_unchanged
    assert again.record == merged
    return "accepted" if outcome.is_unchanged else "marked"


def _check_words(refusal: Refusal) -> None:
    assert refusal.message
    assert refusal.help
    for word in ("Traceback", "Error", "msgspec", "object at 0x", "\x1b", "\n"):
        assert word not in refusal.message + refusal.help
    assert len(refusal.message) < 400


def test_every_truncation_of_a_record_is_refused() -> None:
    content = four_kilobytes()

    assert 3500 < len(content) < 5000
    # without its last line feed it is still whole
    codes = {_accept_or_say(content[:length]) for length in range(len(content) - 1)}

    assert codes == {"empty", "truncated"}


def test_files_with_bytes_changed_never_surprise() -> None:
    chance = random.Random(20260101)
    original = every_kind()
    codes = set()
    for _ in range(MUTATED // 2):
        content = bytes_changed(original, chance)
        code = _accept_or_say(content)
        codes.add(code)
        # white space between the parts changes nothing
        assert code != "accepted" or json.loads(content) == json.loads(original)
    assert {"marked", "not-json", "wrong-shape", "unknown-key"} <= codes


def test_files_with_values_changed_and_sealed_again_never_surprise() -> None:
    chance = random.Random(20260102)
    whole = json.loads(every_kind())
    codes = [_accept_or_say(file_of(value_changed(whole, chance))) for _ in range(MUTATED - MUTATED // 2)]

    assert "marked" not in codes
    assert {"accepted", "wrong-shape", "unknown-key"} <= set(codes)


def test_schema_and_reader_agree_on_changed_values() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(schema())
    chance = random.Random(20260103)
    whole = json.loads(every_kind())
    for _ in range(100):
        content = file_of(value_changed(whole, chance))
        outcome, value = read(content, COURSE), json.loads(content)
        beyond = isinstance(outcome, Refusal) and outcome.code in ("other-course", "unknown-version")
        if beyond or value.get("schemaVersion") != "1.0.0":
            continue
        assert validator.is_valid(value) is isinstance(outcome, Reading), (outcome, content)


def test_a_file_too_large_is_refused_before_it_is_parsed() -> None:
    outcome = read(b"[" + b" " * LARGEST_FILE, COURSE)

    assert isinstance(outcome, Refusal)
    assert outcome.code == "too-large"


def test_sixty_megabytes_of_brackets_and_deep_nesting_are_refused() -> None:
    assert _accept_or_say(b"[" * 60_000_000) == "too-large"
    assert _accept_or_say(b'{"a":' * 10_000) == "too-deep"


def test_messages_show_no_steering_signs_of_the_file() -> None:
    document = facts([])
    document["\x1b[2J\u202eevil"] = 1

    assert _accept_or_say(file_of(document)) == "unknown-key"
    assert _accept_or_say(file_of(facts([], format="\x1b[2J" * 5000))) == "not-a-record"
    assert _accept_or_say(file_of(facts([], schemaVersion="\x1b[2J"))) == "wrong-shape"
    longest = every_kind().replace(b'"check"', b'"' + b"\\u001b" * 5000 + b'"')
    assert _accept_or_say(longest) == "wrong-shape"
