from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from course.cohort.fold import Comparison, File, fold, joined
from course.cohort.people import pseudonyms_in
from course.cohort.rows import EstimateRow, Rows
from course.learning.derived import derived
from course.learning.disagreements import checked, disagreements
from course.records import refusals
from course.records.log import log_of
from course.records.reading import Reading, read
from tests.records.conftest import ITEMS
from tests.records.made import DAY, LEARNER, OTHER_LEARNER, SECOND, START, Browser, Raw

Answers = Callable[[Browser, str, int], Raw]
Export = Callable[..., bytes]


def _of(content: bytes, against: Comparison, name: str = "one.json") -> Rows:
    return fold([File(name, content)], against)


def _answered(answers: Answers, device: str = "d", count: int = len(ITEMS)) -> Browser:
    browser = Browser(device)
    for number, item in enumerate(ITEMS[:count]):
        answers(browser, item, 0 if number == 2 else 1000)
    browser.finish(START + 30 * SECOND)
    return browser


def _later(**changes: object) -> dict[str, object]:
    identity = {
        "id": "019b78ff-f900-7149-9117-b6db2d4cb5e0",
        "createdAt": START,
        "exportedAt": START + 2 * DAY,
        "generator": {"name": "imr-trainer-course", "version": "0.1.0"},
    }
    return {"record": identity | changes}


def test_the_estimates_are_those_of_the_record_commands(
    answers: Answers, export: Export, against: Comparison
) -> None:
    content = export(_answered(answers).events)
    reading = read(content, against.course.id)
    assert isinstance(reading, Reading)
    log = log_of(reading.record)
    log = checked(log, disagreements(log, against.course, against.keys))
    theirs = derived(log, against.course, reading.record.identity.exported_at)

    found = {(row.competency, row.strand): row for row in _of(content, against).estimates}

    assert found
    for competency in theirs.competencies:
        for strand, estimate in (("knowledge", competency.knowledge), ("judgement", competency.judgement)):
            row = found.pop((competency.competency_id, strand), None)
            if row is None:
                assert (estimate.n, estimate.superseded, estimate.missed_harm_items) == (0, 0, [])
            else:
                numbers = msgspec.structs.asdict(estimate)
                for name in EstimateRow._fields[5:]:
                    value = getattr(row, name)
                    assert (list(value) if isinstance(value, tuple) else value) == numbers[name], name
    assert not found


def test_two_exports_of_one_trainer_count_once(answers: Answers, export: Export, against: Comparison) -> None:
    whole = _answered(answers)
    early, late = export(whole.events[:4]), export(whole.events, **_later())

    both = fold([File("b.json", late), File("a.json", early)], against)
    alone = _of(late, against)

    assert both.records[0].files == ("a.json", "b.json")
    assert both.responses == tuple(row._replace(record=both.records[0].record) for row in alone.responses)
    assert [row.n for row in both.estimates] == [row.n for row in alone.estimates]
    assert len(both.records) == 1


def test_two_devices_of_one_trainer_are_one_record(
    answers: Answers, export: Export, against: Comparison
) -> None:
    laptop, phone = _answered(answers, "d", 3), Browser("p")
    for item in ITEMS[3:]:
        answers(phone, item, 1000)

    found = fold([File("l.json", export(laptop.events)), File("p.json", export(phone.events))], against)

    assert [(row.devices, row.events) for row in found.records] == [(2, 4 + len(ITEMS) - 3)]
    assert {row.of for row in found.responses} == set(ITEMS)


def test_files_are_one_persons_also_through_a_third(
    answers: Answers, export: Export, against: Comparison
) -> None:
    events = _answered(answers).events
    names = ([LEARNER], [LEARNER, OTHER_LEARNER], [OTHER_LEARNER], ["c" * 26])
    contents = [export(events, learner={"pseudonyms": one}) for one in names]

    found = fold([File(f"{place}.json", content) for place, content in enumerate(contents)], against)

    assert [row.pseudonyms for row in found.records] == [(LEARNER, OTHER_LEARNER), ("c" * 26,)]
    assert found.records[0].files == ("0.json", "1.json", "2.json")


def test_what_is_refused_is_named_and_the_rest_is_as_without_it(files: None, against: Comparison) -> None:
    everything = [File(path.name, path.read_bytes()) for path in sorted(Path().glob("*.json"))]
    bad = {"edited.json": "changed", "truncated.json": "truncated", "other-course.json": "other-course"}
    unread = File("gone.json", refusals.unreadable("No such file or directory"))

    found = fold([*everything, unread], against)
    rest = fold([file for file in everything if file.name not in bad], against)

    assert {row.file: row.code for row in found.refusals} == bad | {"gone.json": "unreadable"}
    assert all(row.reason and row.next_step for row in found.refusals)
    assert found._replace(refusals=()) == rest


def test_neither_the_order_of_files_nor_the_size_of_calls_changes_the_rows(
    answers: Answers, export: Export, against: Comparison
) -> None:
    files = []
    for number, letter in enumerate("cadb"):
        events = _answered(answers, letter, number + 2).events
        files.append(File(f"{number}.json", export(events, learner={"pseudonyms": [letter * 26]})))
    whole = fold(files, against)
    chance = random.Random(1)

    for _ in range(5):
        chance.shuffle(files)
        assert fold(files, against) == whole
    one_by_one = joined([fold([file], against) for file in files[::-1]])
    assert sorted(one_by_one.responses) == sorted(whole.responses)
    assert sorted(one_by_one.records) == sorted(whole.records)


def test_a_row_says_why_a_response_does_not_count(files: None, against: Comparison) -> None:
    found = _of(Path("laptop.json").read_bytes(), against)

    first, *others = found.responses
    assert (first.of, first.excluded, first.is_evidence) == (ITEMS[0], "voided", False)
    assert {row.of: row.status for row in others if row.status != "current"} == {
        "asking-gone": "retired",
        ITEMS[1]: "superseded",
    }
    assert sum(row.is_evidence for row in others) == len(ITEMS) - 1
    assert found.records[0].voided == 1
    assert [(row.subject, row.value_milli) for row in found.observations] == [("fidelity-7", 3500)]


@pytest.mark.parametrize(("name", "marks"), [("incomplete.json", "gaps"), ("praised.json", "derived")])
def test_a_record_with_something_to_ask_about_is_not_counted(
    name: str, marks: str, files: None, against: Comparison
) -> None:
    found = _of(Path(name).read_bytes(), against)

    assert marks in found.records[0].marks
    assert not found.records[0].is_counted
    assert not any(row.is_counted for row in found.responses)
    assert not any(row.is_counted for row in found.estimates)


def test_credit_that_the_key_contradicts_marks_the_record_and_is_no_evidence(
    answers: Answers, export: Export, against: Comparison
) -> None:
    browser = _answered(answers, count=2)
    wrong = {"presented": ["a", "b", "c"], "response": ["b"]}
    hash_now = against.course.items[ITEMS[3]].hash
    browser.answer(ITEMS[3], START + 40 * SECOND, 1000, itemHash=hash_now, **wrong)

    found = _of(export(browser.events), against)

    assert "disagreeing" in found.records[0].marks
    assert (found.responses[-1].excluded, found.responses[-1].is_evidence) == ("disagreeing", False)


def test_dates_ahead_of_now_mark_a_record(answers: Answers, export: Export, against: Comparison) -> None:
    content = export(_answered(answers).events, **_later(exportedAt=against.now + 3 * DAY))

    assert _of(content, against).records[0].marks == ("ahead",)


def test_an_assigned_unit_says_whether_it_is_done(
    answers: Answers, export: Export, against: Comparison
) -> None:
    browser = Browser()
    body = {"unitId": "asking", "minutes": 30, "dueDate": "2026-06-30", "assigner": "R."}
    browser.write("ce.assigned", body, START)
    browser.write("ce.completed", body | {"minutes": 25}, START + SECOND)
    browser.write("ce.assigned", body | {"unitId": "later", "dueDate": None}, START + 2 * SECOND)
    browser.write("ce.completed", body | {"unitId": "other"}, START + 3 * SECOND)
    browser.write("ce.completed", body | {"unitId": "again"}, START + 4 * SECOND)
    browser.write("ce.assigned", body | {"unitId": "again"}, START + 5 * SECOND)

    found = _of(export(browser.events), against).assignments

    assert [(row.unit, row.due_date, row.is_done, row.minutes_completed) for row in found] == [
        ("again", "2026-06-30", False, None),
        ("asking", "2026-06-30", True, 25),
        ("later", None, False, None),
        ("other", "2026-06-30", True, 30),
    ]


def test_the_pseudonyms_of_a_file_are_found_without_reading_it(export: Export) -> None:
    content = export([], learner={"pseudonyms": [OTHER_LEARNER, LEARNER]})

    assert pseudonyms_in(content) == (LEARNER, OTHER_LEARNER)
    assert pseudonyms_in(b"\xef\xbb\xbf" + content) == (LEARNER, OTHER_LEARNER)
    assert [pseudonyms_in(broken) for broken in (b"", b"[]", b"\xff", content[:200], b"[" * 10_000)] == [
        ()
    ] * 5
