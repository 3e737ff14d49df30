"""`course items`: figures of items, what they say against an item, and at which line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from course.cli import main
from course.cohort.fold import Comparison, File, fold
from course.gathering import item_report
from course.gathering.passed_over import PassedOver
from course.gathering.persons import persons, rows_of
from course.item_analysis.analysis import Analysis, analyse
from course.item_analysis.answers import Answer, Answers, Revision
from course.item_analysis.findings import FINDINGS, find
from course.model.items import Choose, Item
from course.reading import course_folder
from course.records.canonical import canonical
from course.records.course_data import CourseData
from course.records.course_keys import CourseKeys
from course.records.hashing import hash_of
from course.simulation import document
from course.simulation.document import Raw
from course.simulation.study import Design, Study
from course.simulation.trainers import invented

Both = tuple[CourseData, CourseKeys]


@pytest.fixture(scope="module")
def asked(course_at: Path) -> dict[str, Item]:
    return {item.id: item for _, item in course_folder.read((course_at,)).course.items()}


@pytest.fixture(scope="module")
def single(asked: dict[str, Item]) -> tuple[Item, str, str]:
    """Return a single choice with its key and a wrong option."""
    for item in asked.values():
        choice = item.interaction
        if isinstance(choice, Choose) and not choice.many and not choice.is_listed and not item.harm:
            right = next(one.id for one in choice.options if one.is_key)
            return item, right, next(one.id for one in choice.options if not one.is_key)
    raise AssertionError("the course has no single choice")


def analysed(course: Both, item: str, answers: list[Answer]) -> Analysis:
    revision = Revision(item, course[0].items[item].hash)
    return analyse(Answers(course[0], {revision: answers}, len(answers)), course[1], None)


def answer(picked: str, is_right: bool, rest: float | None = 0.5, **changes: object) -> Answer:
    found = Answer(1, float(is_right), rest, (picked,), 2, False, 30)
    return found._replace(**changes)  # type: ignore[arg-type]


def codes(course: Both, asked: dict[str, Item], item: str, answers: list[Answer]) -> list[str]:
    found = analysed(course, item, answers)
    return [one.code for one in find(found.items, asked)]


def test_an_option_that_better_trainers_pick_puts_the_key_in_doubt_at_the_items_own_line(
    course_at: Path,
    course_and_keys: Both,
    single: tuple[Item, str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    item, _, wrong = single
    write_records(tmp_path / "records", course_and_keys, 70, misleading={item.id: wrong})
    words = ["items", str(tmp_path / "records"), "--course", str(course_at), "--format"]

    assert main([*words, "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert main([*words, "github"]) == 0
    commands = capsys.readouterr().out

    ((line, column, message),) = [
        (one["line"], one["column"], one["message"])
        for one in found["findings"]
        if one["code"] == "key-in-doubt"
    ]
    assert (line, column) == (item.span.line, item.span.column)
    assert f"picks `{wrong}` more often" in message
    assert {one["code"] for one in found["findings"]} <= {"key-in-doubt", "dead-distractor", "too-easy"}
    assert f"line={item.span.line}" in commands
    figures = {one["item"]: one for one in found["items"]}
    others = [one["discrimination"]["value"] for name, one in figures.items() if name != item.id]
    assert figures[item.id]["discrimination"]["value"] < 0 < sum(others) / len(others)
    assert found["trainers"] == 70


def write_records(folder: Path, course: Both, count: int, **changes: object) -> None:
    every = len(Study(*course, Design(seed=1)).items)
    design = Design(**{"seed": 11, "spread": 0.15, "sets": 1, "set_size": every, **changes})  # type: ignore[arg-type]
    folder.mkdir()
    for number, one in enumerate(invented(Study(*course, design), count)):
        (folder / f"{number}.json").write_bytes(canonical(one.record))


def test_where_better_trainers_do_worse_the_item_is_named(
    course_and_keys: Both, asked: dict[str, Item], single: tuple[Item, str, str]
) -> None:
    item, right, _ = single
    others = [one.id for one in item.interaction.options if one.id != right]  # type: ignore[union-attr]
    answers = [answer(right, True, 0.3 + n / 200) for n in range(20)]
    # as many of each wrong option, so that no one of them stands for the key
    answers += [answer("", False, 0.5 + n / 200, dont_know=True) for n in range(20)]

    assert len(others) > 1
    assert codes(course_and_keys, asked, item.id, answers) == ["negative-discrimination"]
    assert codes(course_and_keys, asked, item.id, answers[:19]) == []


def test_what_everyone_knows_is_too_easy_and_its_wrong_options_are_dead(
    course_and_keys: Both, asked: dict[str, Item], single: tuple[Item, str, str]
) -> None:
    item, right, wrong = single
    answers = [answer(right, True) for _ in range(100)]

    assert codes(course_and_keys, asked, item.id, answers) == ["dead-distractor", "too-easy"]
    few = [*answers[:50], answer(wrong, False)]
    assert codes(course_and_keys, asked, item.id, few) == []


def test_answers_by_chance_alone_say_nothing_against_any_item(
    course_and_keys: Both, asked: dict[str, Item], tmp_path: Path
) -> None:
    write_records(tmp_path / "records", course_and_keys, 40, spread=0, level=0.6)

    assert main(["items", str(tmp_path / "records")]) == 1  # they belong to another course
    found = Answers(course_and_keys[0], {})
    against = Comparison(*course_and_keys, 2_000_000_000_000)
    for rows in rows_of(persons([str(tmp_path / "records")], 0, against.course.id, PassedOver()), against):
        found.take(rows)
    assert found.trainers == 40
    assert list(find(analyse(found, course_and_keys[1], None).items, asked)) == []


def test_under_twenty_trainers_no_correlation_is_shown(
    course_and_keys: Both, single: tuple[Item, str, str]
) -> None:
    item, right, wrong = single
    answers = [answer(right if n % 2 else wrong, bool(n % 2), n / 20) for n in range(20)]

    (nineteen,) = analysed(course_and_keys, item.id, answers[:19]).items
    (twenty,) = analysed(course_and_keys, item.id, answers).items

    assert nineteen.discrimination is None
    assert {one.pull for one in nineteen.options} == {None}
    assert twenty.discrimination is not None
    # someone who answered too little else is not compared
    (alone,) = analysed(course_and_keys, item.id, [*answers[:19], answer(right, True, None)]).items
    assert (alone.trainers, alone.compared, alone.discrimination) == (20, 19, None)


def test_figures_are_counted_by_hand(course_and_keys: Both, single: tuple[Item, str, str]) -> None:
    item, right, wrong = single
    answers = [
        *(answer(right, True, certainty=3, seconds=10.0) for _ in range(6)),
        *(answer(wrong, False, certainty=3, seconds=40.0) for _ in range(2)),
        answer(wrong, False, certainty=1, seconds=20.0),
        answer("", False, certainty=None, dont_know=True, seconds=90.0),
    ]

    (figures,) = analysed(course_and_keys, item.id, answers).items

    assert (figures.trainers, figures.facility.value, figures.dont_know.value) == (10, 0.6, 0.1)
    assert figures.seconds.value == 10
    assert {one.id: one.picked for one in figures.options if one.picked} == {right: 6, wrong: 3}
    assert [(one.certainty, one.answers, one.credit.value) for one in figures.certainty] == [
        (1, 1, 0),
        (3, 8, 0.75),
    ]


def test_an_earlier_revision_is_counted_apart_and_no_finding_is_about_it(
    course_and_keys: Both, asked: dict[str, Item], single: tuple[Item, str, str]
) -> None:
    item, right, _ = single
    now = Revision(item.id, course_and_keys[0].items[item.id].hash)
    before = Revision(item.id, "sha256:" + "0" * 64)
    many = {now: [answer(right, True)] * 3, before: [answer("<script>", True)] * 100}

    found = analyse(Answers(course_and_keys[0], many, 100), course_and_keys[1], None)

    assert [(one.is_current, one.trainers) for one in found.items] == [(True, 3), (False, 100)]
    assert list(find(found.items, asked)) == []


def test_an_answer_that_was_shown_a_second_before_says_nothing_of_any_revision(course_and_keys: Both) -> None:
    study = Study(*course_and_keys, Design(seed=3, sets=1, set_size=1, exercises=0))
    record = next(invented(study, 1)).record
    events = [*record["events"]]
    answered = next(event["body"] for event in events if event["type"] == "item.response")
    others = [name for name in study.items if name != answered["itemId"]]
    earlier = {"itemHash": "sha256:" + "1" * 64, "dontKnow": False, "scoreMilli": 1000, "certainty": 3}
    right = answered | earlier | {"response": ["a"], "presented": ["a"], "cold": True}
    shown = right | {"response": None, "revealed": True, "scoreMilli": 0, "certainty": None}
    days = 86_400
    later: list[tuple[int, Raw]] = [
        (10, shown | {"itemId": others[0]}),
        (11, right | {"itemId": others[0]}),
        (12, right | {"itemId": others[1], "cold": False}),
        (13, right | {"itemId": answered["itemId"]}),
        (22 * days, right | {"itemId": others[0], "scoreMilli": 500}),
        (22 * days, right | {"itemId": others[2], "scoreMilli": 250}),
    ]
    begun = events[-1]["at"]
    for seconds, body in later:
        before, at = events[-1], begun + 1000 * seconds
        about = {"id": document.uuid(at, body["itemId"]), "at": at, "type": "item.response", "body": body}
        events.append(before | about | {"seq": before["seq"] + 1, "prev": hash_of(before)})
    facts = {key: value for key, value in record.items() if key not in ("derived", "integrity")}
    facts["devices"] = [record["devices"][0] | {"lastSeq": events[-1]["seq"]}]
    whole = document.completed(facts | {"events": events}, course_and_keys[0])

    found = Answers(course_and_keys[0], {})
    rows = fold([File("a.json", canonical(whole))], Comparison(*course_and_keys, 2_000_000_000_000))
    assert rows.refusals == ()
    found.take(rows)

    credits = {
        revision.item: [one.credit for one in answers]
        for revision, answers in found.by_revision.items()
        if revision.hash == earlier["itemHash"]
    }
    assert credits == {others[0]: [0.5], others[2]: [0.25]}


def test_a_page_holds_every_item_and_nothing_in_it_can_run(
    course_at: Path, course_and_keys: Both, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_records(tmp_path / "records", course_and_keys, 25)
    (tmp_path / "records" / "<img src=x onerror=alert(1)>.json").write_text("{")
    words = ["items", str(tmp_path / "records"), "--course", str(course_at), "--blind"]

    assert main([*words, "--out", str(tmp_path / "items.html")]) == 1

    told = capsys.readouterr()
    assert "without the stems: over" in told.out
    assert "onerror" in told.err
    page = (tmp_path / "items.html").read_text(encoding="utf-8")
    assert page.count('<th scope="row">') >= len(course_and_keys[0].items)
    assert not re.search(r"<script|onerror|javascript:|src=|href=", page)
    assert "default-src 'none'" in page
    empty = analyse(Answers(course_and_keys[0], {}), course_and_keys[1], None)
    assert b"<script>" not in item_report.page(empty, (), "<script>")
    assert main([*words, "--out", str(tmp_path / "items.html")]) == 2
    assert "is there already" in capsys.readouterr().err


def test_every_finding_of_answers_can_be_explained() -> None:
    assert set(FINDINGS) == {"dead-distractor", "key-in-doubt", "negative-discrimination", "too-easy"}
