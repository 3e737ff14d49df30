"""`course anonymise`: what an export for research holds, and what it can hold of no one."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course.anonymised.release import Release
from course.anonymised.tables import TABLES
from course.cli import main
from course.cohort.rows import RecordRow, ResponseRow, Rows
from course.records.canonical import canonical
from course.records.course_data import CourseData
from course.records.course_keys import CourseKeys
from course.records.hashing import hash_of
from course.simulation import document
from course.simulation.document import Raw
from course.simulation.study import Design, Study
from course.simulation.trainers import invented
from tests.records.course_made import course_made

Both = tuple[CourseData, CourseKeys]
SAID = ("JohnSmith", "Dr-Secret", "=HYPERLINK(1)", "NurseMary", "ward-12-jane")


@pytest.fixture
def records(course_and_keys: Both, tmp_path: Path) -> Path:
    """Write the records of twelve, the first of whom has words of people wherever a record can hold some."""
    folder = tmp_path / "records"
    folder.mkdir()
    study = Study(*course_and_keys, Design(seed=5, sets=6, set_size=6, weeks=5, devices=2))
    for number, one in enumerate(invented(study, 12)):
        made = with_words(one.record, course_and_keys[0]) if number == 0 else one.record
        (folder / f"{number}.json").write_bytes(canonical(made))
    return folder


def with_words(record: Raw, course: CourseData) -> Raw:
    last = record["events"][-1]
    found = [*record["events"]]
    rating = next(iter(course.ratings), "an-exercise")

    def add(kind: str, body: Raw) -> None:
        before = found[-1]
        at = before["at"] + 1000
        event = before | {"id": document.uuid(at, f"{at}"), "at": at, "type": kind, "body": body}
        found.append(event | {"seq": before["seq"] + 1, "prev": hash_of(before)})

    observation = {"kind": "competency", "valueMilli": 2000, "rater": "Dr-Secret", "date": "2025-03-01"}
    add("supervisor.observation", observation | {"subject": "ward-12-jane"})
    add("written.reply", {"promptId": "NurseMary", "ticked": ["JohnSmith"], "text": "JohnSmith said so"})
    add("group.date", {"moduleId": "ward-12-jane", "date": "2025-03-01"})
    add(
        "rating.given",
        {"exerciseId": rating, "exerciseHash": "sha256:" + "0" * 64, "element": "NurseMary", "value": 3},
    )
    answer = next(event["body"] for event in found if event["type"] == "item.response")
    hashed = {"itemHash": "sha256:" + "1" * 64, "response": ["JohnSmith"], "presented": ["JohnSmith"]}
    add("item.response", answer | hashed)
    add("item.response", answer | {"itemId": "JohnSmith"})
    assert found[-1]["device"] == last["device"]
    learner = record["learner"] | {"alias": "=HYPERLINK(1)"}
    facts = {key: value for key, value in record.items() if key not in ("derived", "integrity")}
    seqs: defaultdict[str, list[int]] = defaultdict(list)
    for event in found:
        seqs[event["device"]].append(event["seq"])
    devices = [
        {"deviceId": name, "firstSeq": 1, "lastSeq": max(numbers)} for name, numbers in sorted(seqs.items())
    ]
    return document.completed(facts | {"learner": learner, "events": found, "devices": devices}, course)


def anonymise(course: Path, records: Path, out: Path) -> int:
    return main(["anonymise", str(records), "--course", str(course), "--out", str(out)])


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / f"{table}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def strings(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {found for one in value.values() for found in strings(one)}
    if isinstance(value, list):
        return {found for one in value for found in strings(one)}
    return {str(value)} if isinstance(value, str) or (isinstance(value, int) and value > 10**11) else set()


def test_nothing_that_could_name_someone_is_in_any_file(
    course_at: Path, records: Path, tmp_path: Path, course_and_keys: Both
) -> None:
    out = tmp_path / "out"

    assert anonymise(course_at, records, out) == 0

    assert len(rows(out, "trainers")) == 12
    written = "".join(path.read_text() for path in out.iterdir())
    for said in SAID:
        assert said not in written
    private: set[str] = set()
    for file in records.iterdir():
        record = msgspec.json.decode(file.read_bytes())
        private |= strings(record["record"]) | strings(record["learner"]) | strings(record["devices"])
        for event in record["events"]:
            private |= {event["id"], event["device"], str(event["at"]), str(event["prev"])}
            private |= {event["body"].get("attemptId", "no attempt")}
    private -= {"imr-trainer-course", course_and_keys[0].version, "None"}
    assert [one for one in private if one in written] == []
    assert not re.search(r"\d{4}-\d\d-\d\d", written)


def test_a_name_in_place_of_an_element_or_an_answer_is_not_released() -> None:
    course = course_made()
    release = Release(course, CourseKeys(items={}, dialogues={}))
    head = ("p", "r", True, "e", 0, "rating", "first-look/NurseMary", "sha256:0", "superseded", "planning")
    rest = (None, "", "", False, ("JohnSmith",), None, (), (), 3, None, None, False, False, None)
    row = ResponseRow._make((*head, *rest))
    rows = Rows((_record(),), (row, row._replace(of="first-look/agenda")), (), (), (), ())
    for _ in range(5):
        release.count(rows)

    responses = [line for table, line in release.lines(rows, "t1") if table == "responses"]

    assert [line[4] for line in responses] == ["first-look/agenda"]
    assert "JohnSmith" not in str(responses)


def _record() -> RecordRow:
    whole = dict.fromkeys(RecordRow._fields, 0) | {"first_event_at": 0, "last_event_at": 0}
    return RecordRow(**whole)  # type: ignore[arg-type]


def test_every_cell_is_shared_by_five_or_more(course_at: Path, records: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    anonymise(course_at, records, out)

    shared: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows(out, "responses"):
        trainer = row["trainer"]
        shared["of", row["of"]].add(trainer)
        shared["picked", row["of"], row["picked"]].add(trainer)
        shared["week", row["week"]].add(trainer)
    for row in rows(out, "estimates"):
        shared["estimate", row["competency"], row["strand"]].add(row["trainer"])
    for row in rows(out, "trainers"):
        shared["first", row["first_week"]].add(row["trainer"])

    assert shared
    assert [cell for cell, trainers in shared.items() if len(trainers) < 5 and cell[-1]] == []
    assert any(cell[0] == "picked" and cell[-1] for cell in shared)
    assert any(cell[0] == "week" and cell[-1] for cell in shared)


def test_each_export_numbers_trainers_anew_and_holds_the_same_facts(
    course_at: Path, records: Path, tmp_path: Path
) -> None:
    outs = [tmp_path / name for name in ("one", "two", "three")]
    for out in outs:
        assert anonymise(course_at, records, out) == 0

    facts, orders = [], []
    for out in outs:
        by_trainer: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for row in rows(out, "responses"):
            by_trainer[row.pop("trainer")].append(tuple(row.values()))
        facts.append(sorted(by_trainer.values()))
        orders.append(list(by_trainer.values()))
    assert facts[0] == facts[1] == facts[2]
    # by chance, one in 12! squared
    assert orders[0] != orders[1] or orders[1] != orders[2]


def test_the_codebook_says_what_every_column_holds(course_at: Path, records: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    anonymise(course_at, records, out)

    book = (out / "codebook.md").read_text()
    assert sorted(path.name for path in out.iterdir()) == sorted(
        ["codebook.md", *(f"{table}.csv" for table in TABLES)]
    )
    for table, columns in TABLES.items():
        with (out / f"{table}.csv").open() as file:
            assert next(csv.reader(file)) == list(columns)
        for name, what in columns.items():
            assert f"| `{name}` | {what} |" in book
    assert "12 trainers." in book


def test_under_five_records_nothing_is_written(
    course_at: Path, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in sorted(records.iterdir())[4:]:
        file.unlink()

    assert anonymise(course_at, records, tmp_path / "out") == 1

    assert "anyone could be recognised" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_is_refused_is_named_and_the_rest_is_exported(
    course_at: Path, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (records / "broken.json").write_text("{")
    (records / "again.json").write_bytes((records / "3.json").read_bytes())
    edited = (records / "4.json").read_bytes().replace(b'"certainty":2', b'"certainty":3', 1)
    (records / "4.json").write_bytes(edited)

    assert anonymise(course_at, records, tmp_path / "out") == 1

    error = capsys.readouterr().err
    assert "broken.json" in error
    assert "4.json" in error
    assert len(rows(tmp_path / "out", "trainers")) == 11


def test_a_folder_that_holds_something_is_left_as_it_is(
    course_at: Path, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name: path.read_bytes() for path in records.iterdir()}

    assert anonymise(course_at, records, records) == 2

    assert {path.name: path.read_bytes() for path in records.iterdir()} == before
    assert "holds files already" in capsys.readouterr().err
