"""`course record` and files that someone has put together, each with a digest that fits."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.records.course_data import CourseData
from tests.records.conftest import ITEMS
from tests.records.made import DAY, SECOND, START, Browser, Raw, facts, file_of, item_hash

Run = Callable[..., tuple[int, str, str]]
FAR_AHEAD = 253_370_764_800_000  # 1 January 9999
SAFE = ITEMS[2]


class Forger:
    """Writes events with hashes and chains that fit, whatever they say."""

    def __init__(self, course: CourseData) -> None:
        self.course = course
        self.browser = Browser()

    def answer(self, item: str, score: int, at: int = 0, **changes: Any) -> Raw:
        said = {"presented": ["a", "b", "c"], "response": ["a" if score else "b"]} | changes
        at = at or START + len(self.browser.events) * 30 * SECOND
        version = {"itemHash": self.course.items[item].hash, "latencyMs": 20_000}
        return self.browser.answer(item, at, score, **(version | said))

    def write(self, name: str, events: list[Raw] | None = None, **changes: Any) -> str:
        course = {
            "id": self.course.id,
            "version": self.course.version,
            "contentHash": self.course.content_hash,
        }
        document = facts(self.browser.events if events is None else events, course=course) | changes
        Path(name).write_bytes(file_of(document))
        return name


@pytest.fixture
def forger(course: CourseData) -> Forger:
    return Forger(course)


def verified(run: Run, name: str, *words: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code and what verify says as JSON."""
    code, out, _ = run("verify", name, "--format", "json", *words)
    (found,) = json.loads(out)
    return code, found


def noted(found: dict[str, Any]) -> set[str]:
    return {note["code"] for note in found["notes"]}


def test_wrong_answers_raised_to_full_credit_are_named_and_not_counted(forger: Forger, run: Run) -> None:
    for item in ITEMS:
        forger.answer(item, 1000, response=["b"])
    forger.browser.finish(START + DAY // 2)
    name = forger.write("raised.json")

    code, found = verified(run, name)
    _, shown, _ = run("show", name)

    assert (code, [one["fault"] for one in found["disagreements"]]) == (1, ["credit"] * len(ITEMS))
    assert "no evidence yet on 1 of 1" in shown
    assert f"disagrees with the key, not counted: {ITEMS[0]}, the file says 1000, the key gives 0" in shown


@pytest.mark.parametrize(
    "response", [["gone"], ["a", "b"], ["a", "a"], {"a": "b"}, None, ["constructor"]], ids=str
)
def test_answers_that_nobody_can_give_are_named(forger: Forger, run: Run, response: Any) -> None:
    forger.answer(ITEMS[0], 1000, response=response)

    code, found = verified(run, forger.write("odd.json"))

    assert (code, [one["fault"] for one in found["disagreements"]]) == (1, ["answer"])


def test_a_voided_safety_miss_stays_a_miss_and_is_listed(forger: Forger, run: Run) -> None:
    missed = [forger.answer(SAFE, 0), forger.answer(ITEMS[0], 0)]
    for event in missed:
        forger.browser.void(event, START + DAY // 2)
    name = forger.write("voided.json")

    code, found = verified(run, name)
    _, shown, _ = run("show", name)
    (profile,) = json.loads(run("show", name, "--format", "json")[1])

    assert code == 0  # voiding is allowed, and listed
    assert [one["isSafetyMiss"] for one in found["voidedAnswers"]] == [True, False]
    assert profile["competencies"][0]["judgement"]["missedHarmItems"] == [SAFE]
    assert f"voided: {SAFE}, answered 2026-01-01, a missed safety item, still counted as missed" in shown
    assert f"voided: {ITEMS[0]}, answered 2026-01-01, reason not-me" in shown


def test_fifty_thousand_voids_are_counted_and_not_all_printed(forger: Forger, run: Run) -> None:
    for number in range(60):
        forger.browser.void(forger.answer(ITEMS[number % len(ITEMS)], 1000), START + DAY // 2)

    _, out, _ = run("verify", forger.write("voids.json"))

    assert out.count("voided: ") == 10
    assert "and 50 more of this kind" in out


def test_an_answer_to_an_unknown_version_is_no_forgery(forger: Forger, run: Run, export: Any) -> None:
    forger.answer(ITEMS[0], 1000, response=["gone"], itemHash=item_hash("as it was"))
    Path("older.json").write_bytes(export(forger.browser.events))

    code, out, _ = run("verify", "older.json")

    assert code == 0
    assert f"cannot be checked, not counted: responses to earlier versions of {ITEMS[0]} (no sign" in out


@pytest.mark.parametrize(
    ("code", "events"),
    [
        ("misdated", lambda f: [f.answer(ITEMS[0], 1000, START + DAY // 2), f.answer(ITEMS[1], 1000, START)]),
        ("ahead", lambda f: [f.answer(ITEMS[0], 1000, FAR_AHEAD)]),
        ("after-export", lambda f: [f.answer(ITEMS[0], 1000, START + 2 * DAY)]),
        ("before-record", lambda f: [f.answer(ITEMS[0], 1000, START - DAY)]),
        ("no-latency", lambda f: [f.answer(ITEMS[0], 1000, latencyMs=0)]),
        ("faster-than-reading", lambda f: [f.answer(ITEMS[0], 1000, latencyMs=900)]),
        ("nothing-presented", lambda f: [f.answer(ITEMS[0], 1000, presented=[])]),
        ("other-presented", lambda f: [f.answer(ITEMS[0], 1000, presented=["a", "b"])]),
    ],
)
def test_what_is_odd_is_noted_and_is_no_verdict(
    forger: Forger, run: Run, export: Any, code: str, events: Callable[[Forger], list[Raw]]
) -> None:
    Path("odd.json").write_bytes(export(events(forger)))

    exit_code, found = verified(run, "odd.json")

    assert (exit_code, found["sound"]) == (0, True)
    assert code in noted(found)


def test_an_honest_record_has_no_notes(forger: Forger, run: Run, export: Any) -> None:
    for item in ITEMS:
        forger.answer(item, 1000)
    Path("honest.json").write_bytes(export(forger.browser.events))

    code, found = verified(run, "honest.json")

    assert (code, found["notes"], found["disagreements"]) == (0, [], [])


def test_ids_made_at_another_time_than_the_event_says_are_noted(
    forger: Forger, run: Run, export: Any
) -> None:
    forger.answer(ITEMS[0], 1000)["at"] += DAY // 2
    Path("moved.json").write_bytes(export(forger.browser.events))

    assert "other-id-time" in noted(verified(run, "moved.json")[1])


def test_events_of_a_device_that_is_not_listed_are_noted(forger: Forger, run: Run) -> None:
    forger.answer(ITEMS[0], 1000)

    assert "no-devices" in noted(verified(run, forger.write("bare.json", devices=[]))[1])


def test_observations_are_as_entered_with_their_rater(forger: Forger, run: Run) -> None:
    observed = {"kind": "competency", "subject": "EDU1", "valueMilli": 5000, "rater": "friend"}
    for number in range(26):
        at = START + number * SECOND
        forger.browser.write("supervisor.observation", observed | {"date": "2026-01-01"}, at)
    name = forger.write("praised.json")

    assert "as entered in this file: 26 observation(s) by friend" in run("verify", name)[1]
    shown = run("show", name)[1]
    assert "observed 2026-01-01: 5.0 of 5 (EDU1), by friend, as entered in this file" in shown


def test_everything_earlier_must_still_be_there(forger: Forger, run: Run, export: Any) -> None:
    for item in ITEMS[:4]:
        forger.answer(item, 1000)
    forger.answer(ITEMS[4], 0)
    Path("earlier.json").write_bytes(export(forger.browser.events))
    # the wrong answer is left out, and all that follow are chained anew
    forger.browser.events.pop()
    forger.answer(ITEMS[5], 1000, START + DAY // 2)
    Path("later.json").write_bytes(export(forger.browser.events))

    assert run("verify", "later.json")[0] == 0
    code, out, _ = run("verify", "later.json", "--since", "earlier.json")
    assert code == 1
    assert "SINCE THE EARLIER FILE: 1 of its event(s) are gone" in out


def test_an_earlier_event_with_other_bytes_is_named(forger: Forger, run: Run, export: Any) -> None:
    forger.answer(ITEMS[0], 0)
    Path("earlier.json").write_bytes(export(forger.browser.events))
    forger.browser.events[0]["body"] |= {"response": ["a"], "scoreMilli": 1000}
    Path("later.json").write_bytes(export(forger.browser.events))

    code, found = verified(run, "later.json", "--since", "earlier.json")

    assert code == 1
    assert found["since"]["altered"] == [forger.browser.events[0]["id"]]


def test_a_file_that_only_grew_is_kept_since(forger: Forger, run: Run, export: Any) -> None:
    forger.answer(ITEMS[0], 0)
    Path("earlier.json").write_bytes(export(forger.browser.events))
    forger.answer(ITEMS[1], 1000)
    Path("later.json").write_bytes(export(forger.browser.events))

    code, out, _ = run("verify", "later.json", "--since", "earlier.json")

    assert code == 0
    assert "since the earlier file: all of it is still there, the same bytes" in out


def test_new_events_with_earlier_dates_are_noted(forger: Forger, run: Run, export: Any) -> None:
    forger.answer(ITEMS[0], 1000, START + DAY // 2)
    Path("earlier.json").write_bytes(export(forger.browser.events))
    forger.answer(ITEMS[1], 1000, START)
    Path("later.json").write_bytes(export(forger.browser.events))

    assert "new and dated before it" in run("verify", "later.json", "--since", "earlier.json")[1]


@pytest.mark.parametrize("earlier", ["nowhere.json", ".", "broken.json"])
def test_an_earlier_file_that_cannot_be_read_is_wrong_use(
    forger: Forger, run: Run, export: Any, earlier: str
) -> None:
    forger.answer(ITEMS[0], 1000)
    Path("later.json").write_bytes(export(forger.browser.events))
    Path("broken.json").write_text("{")

    code, out, err = run("verify", "later.json", "--since", earlier)

    assert (code, out) == (2, "")
    assert err.startswith("error: ")


def test_merging_records_in_conflict_says_so_and_loses_nothing(forger: Forger, run: Run, export: Any) -> None:
    forger.answer(ITEMS[0], 0)
    Path("one.json").write_bytes(export(forger.browser.events))
    forger.browser.events[0]["body"] |= {"response": ["a"], "scoreMilli": 1000}
    Path("other.json").write_bytes(export(forger.browser.events))

    code, out, err = run("merge", "one.json", "other.json")

    assert code == 1
    assert len(json.loads(out)["events"]) == 2
    assert "in conflict: event" in err
    assert "error: 1 event(s) are in conflict: one id, different contents" in err


def test_merging_names_what_disagrees_with_the_keys(forger: Forger, run: Run) -> None:
    forger.answer(ITEMS[0], 1000, response=["b"])
    forger.write("raised.json")

    code, _, err = run("merge", "raised.json")

    assert code == 0
    assert (
        f"note: disagrees with the key, not counted: {ITEMS[0]}, the file says 1000, the key gives 0" in err
    )


@pytest.mark.usefixtures("files")
def test_show_and_merge_name_gaps_and_forks(run: Run) -> None:
    shown = run("show", "incomplete.json")[1]
    notes = run("merge", "incomplete.json", "phone.json")[2]

    for words in ("missing: events 3 to 5", "forked: event 2"):
        assert words in shown
        assert words in notes
