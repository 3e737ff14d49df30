"""`course anonymise`: what an export for research holds, and what it can hold of no one."""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course.anonymised.release import Release
from course.anonymised.sharing import shown, spans
from course.anonymised.tables import TABLES
from course.cli import main
from course.cohort.rows import ResponseRow, Rows
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
        made = observed(one.record, number, course_and_keys[0])
        if number == 0:
            made = with_words(made, course_and_keys[0])
        (folder / f"{number}.json").write_bytes(canonical(made))
    return folder


def with_words(record: Raw, course: CourseData) -> Raw:
    rating = next(iter(course.ratings), "an-exercise")
    answer = next(event["body"] for event in record["events"] if event["type"] == "item.response")
    observation = {"kind": "competency", "valueMilli": 2000, "rater": "Dr-Secret", "date": "2025-03-01"}
    hashed = {"itemHash": "sha256:" + "1" * 64, "response": ["JohnSmith"], "presented": ["JohnSmith"]}
    unknown = {"exerciseId": rating, "exerciseHash": "sha256:" + "0" * 64, "element": "NurseMary", "value": 3}
    said = (
        ("supervisor.observation", observation | {"subject": "ward-12-jane"}),
        ("written.reply", {"promptId": "NurseMary", "ticked": ["JohnSmith"], "text": "JohnSmith said so"}),
        ("group.date", {"moduleId": "ward-12-jane", "date": "2025-03-01"}),
        ("rating.given", unknown),
        ("item.response", answer | hashed),
        ("item.response", answer | {"itemId": "JohnSmith"}),
    )
    learner = record["learner"] | {"alias": "=HYPERLINK(1)"}
    return with_events(record | {"learner": learner}, said, course)


def observed(record: Raw, number: int, course: CourseData) -> Raw:
    """Add an observation that some share, and one that is no one else's."""
    body = {"kind": "competency", "rater": "Dr-Secret", "date": f"2025-03-{3 + number:02}"}
    names = [one.id for one in course.competencies]
    values = (2000 + 1000 * (number % 2), 1001 + number)
    bodies = [body | {"subject": names[0], "valueMilli": value} for value in values[: 1 + (number == 3)]]
    return with_events(record, [("supervisor.observation", one) for one in bodies], course)


def with_events(record: Raw, bodies: Iterable[tuple[str, Raw]], course: CourseData) -> Raw:
    found = [*record["events"]]
    for kind, body in bodies:
        before = found[-1]
        at = before["at"] + 1000
        event = before | {"id": document.uuid(at, f"{at}"), "at": at, "type": kind, "body": body}
        found.append(event | {"seq": before["seq"] + 1, "prev": hash_of(before)})
    facts = {key: value for key, value in record.items() if key not in ("derived", "integrity")}
    seqs: defaultdict[str, list[int]] = defaultdict(list)
    for event in found:
        seqs[event["device"]].append(event["seq"])
    devices = [
        {"deviceId": name, "firstSeq": 1, "lastSeq": max(numbers)} for name, numbers in sorted(seqs.items())
    ]
    return document.completed(facts | {"events": found, "devices": devices}, course)


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
    rest = (None, "", "", False, False, ("JohnSmith",), None, (), (), 3, None, None, False, False, None)
    row = ResponseRow._make((*head, *rest))
    rows = Rows((), (row, row._replace(of="first-look/agenda")), (), (), (), ())
    for _ in range(5):
        release.take(rows)

    responses = release.tables()["responses"]

    assert {line[4] for line in responses} == {"first-look/agenda"}
    assert "JohnSmith" not in str(responses)


OF_ANSWERS = ("picked", "score_milli", "credits_milli", "value", "dont_know", "revealed", "certainty")
HIDDEN_TOGETHER = (*OF_ANSWERS, "evidence", "seconds")


def test_every_cell_is_shared_by_five_or_more(course_at: Path, records: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    anonymise(course_at, records, out)

    shared: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows(out, "responses"):
        asked = row["of"], row["revision"]
        # how often and how fast someone answered stays, as the docs say
        for column in ("week", "mode", "kind", "unit", "strand"):
            shared[column, row[column]].add(row["trainer"])
        shared["asked", *asked].add(row["trainer"])
        for column in OF_ANSWERS:
            shared[column, *asked, row[column]].add(row["trainer"])
    for row in rows(out, "observations"):
        for column in ("week", "occasion"):
            shared[f"observed {column}", row[column]].add(row["trainer"])
        shared["observed", row["subject"], row["value_milli"]].add(row["trainer"])

    assert [cell for cell, trainers in shared.items() if len(trainers) < 5 and cell[-1]] == []
    for column in ("week", *OF_ANSWERS, "observed week", "observed"):
        assert any(cell[0] == column and cell[-1] for cell in shared), column


def test_what_is_hidden_cannot_be_computed_from_what_is_shown(
    course_at: Path, records: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    anonymise(course_at, records, out)
    responses = rows(out, "responses")
    hidden = [row for row in responses if not row["dont_know"]]

    # weeks: no table tells a trainer's first or last, and no gap between two lines does
    assert list(rows(out, "trainers")[0]) == ["trainer"]
    assert all(row["week"] for row in responses)
    # answers, "I don't know" and ratings: nothing beside an empty one tells how good it was
    assert {row["kind"] for row in hidden} == {"item", "dialogue", "rating"}
    assert [row for row in hidden if any(row[column] for column in HIDDEN_TOGETHER)] == []
    assert all(row["score_milli"] for row in responses if row["kind"] == "item" and row["picked"])
    # sums: there is none from which what is shown could be subtracted
    assert sorted(path.name for path in out.glob("*.csv")) == [
        "items.csv",
        "observations.csv",
        "responses.csv",
        "trainers.csv",
    ]
    assert "Left out: records to ask about first, and refused files.\n" in (out / "codebook.md").read_text()


def held_by_chance(seed: int) -> dict[str, set[int]]:
    chance = random.Random(seed)
    values = [f"2026-W{week:02}" for week in range(10, 10 + chance.randint(1, 9))]
    return {value: set(chance.sample(range(12), chance.randint(1, 12))) for value in values}


@pytest.mark.parametrize("seed", range(40))
def test_an_empty_cell_may_be_one_of_two_values_that_five_trainers_have(seed: int) -> None:
    held = held_by_chance(seed)

    seen = shown(held)

    hidden = held.keys() - seen
    assert all(len(held[value]) >= 5 for value in seen)
    assert not seen or not hidden or (len(hidden) > 1 and len(set().union(*map(held.get, hidden))) >= 5)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(40))
def test_weeks_in_a_row_are_put_together_until_five_trainers_share_them(seed: int) -> None:
    held = held_by_chance(seed)

    found = spans(held)

    assert found.keys() == held.keys()
    assert [*found.values()] == sorted(found.values())
    for span in set(found.values()):
        weeks = [week for week in held if found[week] == span]
        assert span == (weeks[0] if len(weeks) == 1 else f"{weeks[0]}/{weeks[-1]}")
        together = set().union(*(held[week] for week in weeks))
        assert len(together) >= min(5, len(set().union(*held.values())))


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
