from __future__ import annotations

import base64
import csv
import importlib.util
import io
import json
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import duckdb
import openpyxl
import pyarrow.parquet
import pytest

from course import cli
from course.cohort.fold import Comparison, File, fold
from course.cohort.rows import Rows
from course.cohort.tables import TABLES, kinds
from course.gathering import gather, index, parts, sources
from course.records.course_data import CourseData
from tests.records.conftest import ITEMS
from tests.records.made import SECOND, START, Browser, Raw

Answers = Callable[[Browser, str, int], Raw]
Export = Callable[..., bytes]
Cohort = Callable[..., tuple[int, str, str]]

LETTERS = "abcdefghijkl"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def people(answers: Answers, export: Export) -> Path:
    """Write the records of twelve people into the folder `records`, in two parts."""
    folder = Path("records")
    folder.mkdir()
    for number, letter in enumerate(LETTERS):
        browser = Browser(letter)
        for place, item in enumerate(ITEMS):
            answers(browser, item, 1000 if (place + number) % 3 else 0)
        browser.finish(START + 30 * SECOND)
        (folder / f"{letter}.json").write_bytes(export(browser.events, learner=_named(letter)))
    return folder


@pytest.fixture
def cohort(course: CourseData, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cohort:
    """Run the command beside the course; return its exit code and what it printed."""
    monkeypatch.setattr(index, "PEOPLE_OF_PART", 4)

    def runs(*words: str, jobs: int = 1) -> tuple[int, str, str]:
        code = cli.main(["cohort", *words, "--course", "course", "--jobs", str(jobs)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return runs


def _named(letter: str, **more: object) -> dict[str, object]:
    return {"pseudonyms": [letter * 26], **more}


def _published(folder: str) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and ".imr-cohort" not in path.parts
    }


def _rows(folder: str, table: str) -> list[tuple[Any, ...]]:
    return _asked(f"FROM '{folder}/parquet/{table}/*.parquet'")


def _asked(query: str) -> list[tuple[Any, ...]]:
    return duckdb.connect().execute(query).fetchall()


def _csv(folder: str, table: str) -> list[dict[str, str]]:
    with Path(folder, "csv", f"{table}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_one_table_for_duckdb_and_holds_what_the_fold_gives(
    people: Path, cohort: Cohort, against: Comparison
) -> None:
    code, out, _ = cohort("records", "--out", "report")
    whole = fold([File(str(path), path.read_bytes()) for path in people.iterdir()], against)

    assert code == 0
    assert "12 file(s), of which 12 were read in this run" in out
    assert len(list(Path("report/parquet/records").iterdir())) == 4
    for table in TABLES:
        described = _asked(f"DESCRIBE FROM 'report/parquet/{table}/*.parquet'")
        assert [column for column, *_ in described] == list(kinds(table))
        assert len(_rows("report", table)) == len(getattr(whole, table))
    key = "SELECT pseudonym, competency, strand, n, sum_milli, mean_milli, state"
    found = _asked(f"{key} FROM 'report/parquet/estimates/*.parquet'")
    assert sorted(found) == sorted(
        (row.pseudonym, row.competency, row.strand, row.n, row.sum_milli, row.mean_milli, row.state)
        for row in whole.estimates
    )


def test_neither_the_number_of_processes_nor_the_order_of_names_changes_a_byte(
    people: Path, cohort: Cohort
) -> None:
    names = [str(path) for path in sorted(people.iterdir())]

    cohort(*names, "--out", "one", jobs=1)
    cohort(*reversed(names), "--out", "two", jobs=2)

    assert _published("one") == _published("two")


def test_a_second_run_folds_only_what_has_changed_and_ends_as_a_first_one_would(
    people: Path, cohort: Cohort, answers: Answers, export: Export
) -> None:
    cohort("records", "--out", "report")
    before = _published("report")

    was_written = Path("report/report.html").stat().st_mtime_ns
    assert "of which 0 were read" in cohort("records", "--out", "report")[1]
    assert _published("report") == before
    assert Path("report/report.html").stat().st_mtime_ns == was_written

    browser = Browser("a")
    answers(browser, ITEMS[0], 1000)
    (people / "a.json").write_bytes(export(browser.events, learner=_named("a")))
    (people / "b.json").unlink()
    shutil.copy(people / "c.json", people / "c-again.json")
    # the file of `a`, and both of `c`
    assert "of which 3 were read" in cohort("records", "--out", "report")[1]
    cohort("records", "--out", "fresh")
    assert _published("report") == _published("fresh")


def test_another_course_folds_everything_anew(people: Path, cohort: Cohort) -> None:
    cohort("records", "--out", "report")
    bank = next(Path("course").rglob("asking*.yml"))
    bank.write_text(bank.read_text().replace("level: know", "level: judge"))

    assert "of which 12 were read" in cohort("records", "--out", "report")[1]


def test_stopping_leaves_nothing_half_written_and_the_next_run_goes_on(
    people: Path, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort("records", "--out", "whole")
    tasks = iter(range(2))

    def interrupted(context: parts.Context, task: parts.Task) -> parts.Part:
        if next(tasks, None) is None:
            raise KeyboardInterrupt
        return parts.make(context, task)

    with monkeypatch.context() as patch:
        patch.setattr(gather, "make", interrupted)
        code, _, err = cohort("records", "--out", "report")

    folded = sum(len(_files(task)) for task in Path("report/.imr-cohort/parts").iterdir())
    assert code == 1
    assert err == (
        f"error: stopped; {folded} of 12 file(s) are read, and what they hold is kept\n"
        "  = help: run the same command again: it goes on from there; earlier results are as they were\n"
    )
    assert _published("report") == {}
    _, out, _ = cohort("records", "--out", "report")
    assert f"of which {12 - folded} were read" in out
    assert _published("report") == _published("whole")


def _files(part: Path) -> list[tuple[Any, ...]]:
    return _asked(f"SELECT unnest(files) FROM '{part}/records.parquet'")


def test_everything_hostile_is_named_and_the_rest_is_as_without_it(
    people: Path, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort("records", "--out", "without")
    whole = (people / "a.json").read_bytes()
    hostile = _hostile(people, whole)
    _forbid(people / "forbidden.json", monkeypatch)

    code, _, err = cohort("records", "--out", "report")

    refused = {row["file"]: row for row in _csv("report", "refusals")}
    assert code == 1
    assert f"error: {len(hostile)} file(s) are refused" in err
    assert {name.removeprefix("records/"): row["code"] for name, row in refused.items()} == hostile
    assert all(row["reason"] and row["next_step"] for row in refused.values())
    for table in TABLES.keys() - {"refusals"}:
        assert _rows("report", table) == _rows("without", table)
    assert "records/inner/deep.json" not in refused


@pytest.mark.parametrize("named", [["b" * 26, "k" * 26], [letter * 26 for letter in LETTERS]])
def test_a_refused_file_that_names_others_changes_no_byte_of_theirs(
    named: list[str], people: Path, cohort: Cohort, export: Export, answers: Answers
) -> None:
    browser = Browser("z")
    answers(browser, ITEMS[0], 1000)
    changed = export(browser.events, learner={"pseudonyms": named}).replace(b"1000", b"0999", 1)
    cohort("records", "--out", "without")
    (people / "a0.json").write_text(json.dumps({"learner": {"pseudonyms": named}}))
    (people / "zz.json").write_bytes(changed)

    assert cohort("records", "--out", "report")[0] == 1
    shutil.copy(people / "l.json", people / "l-again.json")
    cohort("records", "--out", "report")
    cohort("records", "--out", "fresh")
    assert _published("report") == _published("fresh")
    (people / "l-again.json").unlink()
    cohort("records", "--out", "report")

    found, expected = _published("report"), _published("without")
    for table in TABLES.keys() - {"refusals"}:
        of_table = [path for path in expected if f"/{table}" in path]
        assert [found[path] for path in of_table] == [expected[path] for path in of_table]
    assert {row["file"] for row in _csv("report", "refusals")} == {"records/a0.json", "records/zz.json"}


def test_a_record_that_was_refused_joins_people_under_a_course_that_takes_it(
    people: Path, cohort: Cohort, export: Export, answers: Answers
) -> None:
    browser = Browser("z")
    answers(browser, ITEMS[0], 1000)
    other = {"id": "other-course", "version": "0.1.0", "contentHash": "sha256:" + "c" * 64}
    both = {"pseudonyms": ["a" * 26, "b" * 26]}
    (people / "both.json").write_bytes(export(browser.events, learner=both, course=other))
    for name in ("a", "b"):
        moved = json.loads((people / f"{name}.json").read_bytes())
        (people / f"{name}.json").write_bytes(export(moved["events"], learner=moved["learner"], course=other))
    cohort("records", "--out", "report")
    assert len(_rows("report", "records")) == 10
    cover = Path("course/content/course.yml")
    cover.write_text(cover.read_text().replace("small-course", "other-course"))

    cohort("records", "--out", "report")

    assert [row["files"] for row in _csv("report", "records")] == [
        "records/a.json records/b.json records/both.json"
    ]


def test_two_hundred_hostile_files_among_two_thousand_good_ones_change_nothing(
    answers: Answers, export: Export, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "PEOPLE_OF_PART", 512)
    browser = Browser()
    answers(browser, ITEMS[0], 1000)
    good = Path("good")
    good.mkdir()
    names: list[str] = []
    for number in range(2000):
        name = base64.b32encode(sha256(bytes(number)).digest()).decode().lower()[:26]
        names.append(name)
        content = export(browser.events, learner={"pseudonyms": [name]})
        (good / f"{name}.json").write_bytes(content)
    seen = {"kind": "competency", "subject": "EDU1", "valueMilli": 2000, "rater": "r-1", "date": "0000-01-01"}
    browser.write("supervisor.observation", seen, START + 40 * SECOND)
    (good / f"{name}.json").write_bytes(export(browser.events, learner={"pseudonyms": [name]}))
    expected: dict[str, str] = {}
    for number in range(15):
        folder = Path("bad", str(number))
        folder.mkdir(parents=True)
        expected |= {f"{folder}/{name}": code for name, code in _hostile(folder, content).items()}
        everyone = json.dumps({"learner": {"pseudonyms": [*names[number:], *names[:number]]}})
        (folder / "everyone.json").write_text(everyone)
        some = {"learner": {"pseudonyms": sorted(names[number * 100 :][:100])}}
        (folder / "many.json").write_bytes(export(browser.events, **some))
        expected |= {f"{folder}/everyone.json": "not-a-record", f"{folder}/many.json": "too-many-pseudonyms"}
    # root may read everything, so this one is a record
    for folder in Path("bad").iterdir():
        (folder / "forbidden.json").unlink()
        del expected[f"{folder}/forbidden.json"]

    assert cohort("good", "--out", "without")[0] == 0
    sizes: list[int] = []

    def counting(files: Iterable[File], against: Comparison) -> Rows:
        taken = list(files)
        sizes.append(len(taken))
        return fold(taken, against)

    monkeypatch.setattr(parts, "fold", counting)
    code, _, err = cohort("good", "bad", "--out", "report")

    assert len(expected) >= 200
    assert max(sizes) < 50  # spoilt copies of one record, and that record
    assert (code, f"error: {len(expected)} file(s) are refused" in err) == (1, True)
    assert {row["file"]: row["code"] for row in _csv("report", "refusals")} == expected
    for table in TABLES.keys() - {"refusals"}:
        assert _rows("report", table) == _rows("without", table)


def _hostile(folder: Path, whole: bytes) -> dict[str, str]:
    """Put everything into the folder that is no record, and return why each is refused."""
    (folder / "a-folder.json").mkdir()
    os.mkfifo(folder / "a-pipe.json")
    (folder / "dangling.json").symlink_to("nowhere.json")
    (folder / "to-itself.json").symlink_to("to-itself.json")
    (folder / "a-device.json").symlink_to("/dev/zero")
    (folder / "forbidden.json").write_bytes(whole)
    contents = {
        "empty.json": (b"", "empty"),
        "zip.json": (b"PK\x03\x04" + bytes(100), "not-json"),
        "half.json": (whole[: len(whole) // 2], "truncated"),
        "edited.json": (whole.replace(b'"scoreMilli":1000', b'"scoreMilli":999', 1), "changed"),
        "other.json": (whole.replace(b'"small-course"', b'"large-course"'), "other-course"),
        "list.json": (b"[]", "not-a-record"),
        "deep.json": (b"[" * 100_000, "too-deep"),
        "twice.json": (whole.replace(b"{", b'{"format":1,', 1), "duplicate-key"),
        "latin.json": ('{"é": 1}'.encode("latin-1"), "not-utf8"),
        f"{SCRIPT.replace('/', '')}.json": (b"{}", "not-a-record"),
    }
    for name, (content, _) in contents.items():
        (folder / name).write_bytes(content)
    return {name: code for name, (_, code) in contents.items()} | {
        "a-folder.json": "no-regular-file",
        "a-pipe.json": "no-regular-file",
        "a-device.json": "no-regular-file",
        "dangling.json": "unreadable",
        "to-itself.json": "unreadable",
        "forbidden.json": "unreadable",
    }


def test_a_day_of_the_year_0_is_empty_and_ends_nothing(
    people: Path, cohort: Cohort, answers: Answers, export: Export
) -> None:
    browser = Browser("a")
    answers(browser, ITEMS[0], 1000)
    seen = {"kind": "competency", "subject": "EDU1", "valueMilli": 2000, "rater": "r-1"}
    for place, date in enumerate(("2026-01-20", "0000-01-01", "0000-02-29")):
        browser.write("supervisor.observation", seen | {"date": date}, START + (40 + place) * SECOND)
    assigned = {"unitId": "later", "minutes": 30, "dueDate": "0000-12-31", "assigner": None}
    browser.write("ce.assigned", assigned, START + 50 * SECOND)
    (people / "a.json").write_bytes(export(browser.events, learner=_named("a")))

    code, _, _ = cohort("records", "--out", "report")
    said = cli.main(["items", "records", "--course", "course"])
    released = cli.main(["anonymise", "records", "--out", "research", "--course", "course"])

    assert (code, said, released) == (0, 0, 0)
    assert [row["date"] for row in _csv("report", "observations")] == ["2026-01-20", "", ""]
    assert [row["due_date"] for row in _csv("report", "assignments")] == [""]
    assert len(_rows("report", "records")) == 12


def _forbid(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file be unreadable also for root, who may read everything."""
    whole_open, forbidden = os.open, path.absolute()

    def opened(name: Any, *words: Any, **more: Any) -> int:
        if Path(os.fsdecode(name)).absolute() == forbidden:
            raise PermissionError(13, "Permission denied")
        return whole_open(name, *words, **more)

    monkeypatch.setattr(os, "open", opened)


def test_a_file_that_changes_between_two_looks_is_named_and_read_again_in_the_next_run(
    people: Path, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort("records", "--out", "fresh")
    looks: dict[bytes, int] = {}
    read = sources.read

    def changing(path: bytes, folder: str) -> Any:
        looks[path] = looks.get(path, 0) + 1
        content = read(path, folder)
        return content if looks[path] == 1 or not path.endswith(b"d.json") else b"{}"

    with monkeypatch.context() as patch:
        patch.setattr(sources, "read", changing)
        code, _, _ = cohort("records", "--out", "report")

    assert code == 1
    assert [(row["file"], row["code"]) for row in _csv("report", "refusals")] == [
        ("records/d.json", "changed-meanwhile")
    ]
    assert cohort("records", "--out", "report")[0] == 0
    assert _published("report") == _published("fresh")


def test_two_exports_of_one_trainer_are_one_record_wherever_they_are(
    people: Path, cohort: Cohort, answers: Answers, export: Export
) -> None:
    early = Browser("a")
    answers(early, ITEMS[0], 0)
    (people / "older").mkdir()
    (people / "older" / "a-2025.json").write_bytes(export(early.events, learner=_named("a")))

    cohort("records", "--out", "report")

    files = [files for files, *_ in _asked("SELECT files FROM 'report/parquet/records/*.parquet'")]
    assert len(files) == 12
    assert ["records/a.json", "records/older/a-2025.json"] in files


def test_nothing_in_a_record_runs_in_a_page_a_workbook_or_a_csv_file(
    cohort: Cohort, answers: Answers, export: Export
) -> None:
    Path("records").mkdir()
    signs = ("=", "+", "-", "@", "\t=", "\r=", "＝")
    for letter, sign in zip(LETTERS, signs, strict=False):
        browser = Browser(letter)
        answers(browser, ITEMS[0], 1000)
        text = f"{sign}HYPERLINK(A1){SCRIPT}"
        body = {"unitId": "asking", "minutes": 30, "dueDate": None, "assigner": text}
        browser.write("ce.assigned", body, START + 10 * SECOND)
        content = export(browser.events, learner=_named(letter, alias=text))
        Path("records", f"{letter}.json").write_bytes(content)
    Path("records", f"=1+1{SCRIPT.replace('/', '')}.json").write_bytes(b"{}")

    cohort("records", "--out", "report")

    for table in TABLES:
        for row in _csv("report", table):
            assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r", "＝")) for value in row.values())
    assert {row["alias"][:2] for row in _csv("report", "records")} == {f"'{sign[0]}" for sign in signs}
    book = openpyxl.load_workbook("report/cohort.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    page = Path("report/report.html").read_text()
    assert "<script" not in page
    assert "HYPERLINK" not in page


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_no_cell_is_a_formula_whatever_separator_a_spreadsheet_takes(
    delimiter: str, cohort: Cohort, answers: Answers, export: Export
) -> None:
    Path("records").mkdir()
    texts = ("x;=1+1;", "x\n=2+2\nx", "x\t@A1", "x, -1", 'x;"=1+1;', ";\r\n +1", "x|＝1", "Vries; Anna-Bo")
    for letter, text in zip(LETTERS, texts, strict=False):
        browser = Browser(letter)
        answers(browser, ITEMS[0], 1000)
        Path("records", f"{letter}.json").write_bytes(
            export(browser.events, learner=_named(letter, alias=text))
        )

    cohort("records", "--out", "report")

    for table in TABLES:
        with Path("report", "csv", f"{table}.csv").open(newline="") as file:
            cells = [cell for row in csv.reader(file, delimiter=delimiter) for cell in row]
        assert [cell for cell in cells if re.match(r'["\s]*[=+\-@＝]', cell)] == []
    assert {"x;'=1+1;", "Vries; Anna-Bo"} <= {row["alias"] for row in _csv("report", "records")}


def test_the_report_shows_no_count_of_fewer_than_five_people(people: Path, cohort: Cohort) -> None:
    for letter in LETTERS[4:]:
        (people / f"{letter}.json").unlink()
    cohort("records", "--out", "few")
    page = Path("few/report.html").read_text()

    assert "Fewer than 5 people count, so nothing is shown of their competencies." in page
    assert "<rect class=" not in page.partition("<main>")[2]


def test_the_report_stands_alone(people: Path, cohort: Cohort) -> None:
    cohort("records", "--out", "report")
    page = Path("report/report.html").read_text()

    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?!#hatch)""", page)
    assert "default-src 'none'" in page
    # no one has enough evidence for a decision, so a row of counts would only say "hidden"
    assert '<svg class="bars"' not in page
    assert re.search("<li><b>EDU1</b> [^<]+: knowledge", page)


def test_a_folder_that_is_not_ours_is_left_alone(people: Path, cohort: Cohort) -> None:
    Path("report").mkdir()
    Path("report/thesis.txt").write_text("mine")

    code, _, err = cohort("records", "--out", "report")

    assert code == 2
    assert err == (
        "error: `report` holds files, and no `.imr-cohort` that says that `course cohort` made them\n"
        "  = help: name a new folder with `--out DIR`\n"
    )
    assert [path.name for path in Path("report").iterdir()] == ["thesis.txt"]


def test_results_without_what_says_that_they_are_ours_are_left_alone(people: Path, cohort: Cohort) -> None:
    cohort("records", "--out", "report")
    before = _published("report")
    shutil.rmtree("report/.imr-cohort")

    code, _, err = cohort("records", "--out", "report")

    assert (code, "name a new folder" in err) == (2, True)
    assert _published("report") == before


def test_what_someone_changed_or_added_in_the_folder_is_kept(people: Path, cohort: Cohort) -> None:
    cohort("records", "--out", "report")
    Path("report/cohort.xlsx").write_bytes(b"with my notes")
    Path("report/csv/mine.csv").write_text("mine")
    Path("report/notes.txt").write_text("notes")
    (people / "a.json").unlink()

    _, out, _ = cohort("records", "--out", "report")

    assert Path("report/cohort-kept.xlsx").read_bytes() == b"with my notes"
    assert Path("report/csv/mine.csv").read_text() == "mine"
    assert Path("report/notes.txt").read_text() == "notes"
    assert "note: what someone else made is kept as report/cohort-kept.xlsx" in out
    assert len(_rows("report", "records")) == 11


def _selected(file: Path) -> None:
    """Save a selection of a table in its place, as who works with it might."""
    table = pyarrow.parquet.read_table(file, partitioning=None)
    content = io.BytesIO()
    pyarrow.parquet.write_table(table.slice(0, 0), content)
    with file.open("r+b") as out:
        out.truncate()
        out.write(content.getvalue())


def _broken(file: Path) -> None:
    with file.open("r+b") as out:
        out.truncate(20)


@pytest.mark.parametrize("spoil", [_selected, _broken, Path.unlink])
@pytest.mark.parametrize("where", ["parquet/*", ".imr-cohort/parts/*"])
@pytest.mark.parametrize("is_the_same", [True, False])
def test_whatever_is_done_to_the_tables_the_next_run_has_everyone(
    spoil: Callable[[Path], None], where: str, is_the_same: bool, people: Path, cohort: Cohort
) -> None:
    cohort("records", "--out", "report")
    for file in [*Path("report").glob(f"{where}/*.parquet")]:
        spoil(file)
    if not is_the_same:
        shutil.copy(people / "l.json", people / "l-again.json")

    assert cohort("records", "--out", "report")[0] == 0
    cohort("records", "--out", "fresh")
    found, expected = _published("report"), _published("fresh")
    assert {path: found.get(path) for path in expected} == expected


def test_results_inside_the_folder_of_records_are_not_read_as_records(people: Path, cohort: Cohort) -> None:
    cohort("records", "--out", "records/report")
    Path("records/report/copy.json").write_text("{}")

    assert cohort("records", "--out", "records/report")[0] == 0


def test_a_run_in_which_nothing_changed_still_says_that_files_are_refused(
    people: Path, cohort: Cohort
) -> None:
    (people / "empty.json").write_bytes(b"")

    assert [cohort("records", "--out", "report")[0] for _ in range(2)] == [1, 1]
    Path("report/csv/refusals.csv").unlink()
    cohort("records", "--out", "report")
    assert len(_csv("report", "refusals")) == 1


@pytest.mark.parametrize("name", ["nowhere", "nowhere/*.json"])
def test_a_name_that_leads_nowhere_is_wrong_use_and_leaves_nothing_behind(
    name: str, people: Path, cohort: Cohort
) -> None:
    code, _, err = cohort("records", name, "--out", "report")

    assert (code, err) == (
        2,
        f"error: {name} cannot be opened: there is no such file or folder\n"
        "  = help: look at how it is written; a pattern such as 'records/*.json' stands in quotes\n",
    )
    assert not Path("report").exists()


def test_a_folder_without_records_is_wrong_use_for_every_command(
    cohort: Cohort, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("records").mkdir()

    codes = [cohort("records", "--out", "report")[0]]
    codes.append(cli.main(["items", "records", "--course", "course"]))
    said = capsys.readouterr().err
    codes.append(cli.main(["anonymise", "records", "--out", "research", "--course", "course"]))

    assert codes == [2, 2, 2]
    assert (
        capsys.readouterr().err
        == said
        == (
            "error: there is no file that ends in .json where you said\n"
            "  = help: name a folder that holds exported records, or the files themselves\n"
        )
    )
    assert not Path("report").exists()


@pytest.mark.parametrize("name", ["records", "records/**", "records/**/*.[jJ][sS]*", "records/*"])
def test_no_file_is_left_out_without_a_word(
    name: str, people: Path, cohort: Cohort, capsys: pytest.CaptureFixture[str]
) -> None:
    (people / "a.json").rename(people / "A.JSON")
    (people / "inner").mkdir()
    (people / "b.json").rename(people / "inner" / "b.Json")
    (people / ".hidden").mkdir()
    (people / "c.json").rename(people / ".hidden" / "c.json")
    (people / "d.json").rename(people / ".d.json")
    Path("elsewhere").mkdir()
    (people / "e.json").rename("elsewhere/e.json")
    (people / "linked").symlink_to(Path("elsewhere").absolute())
    (people / "circle").symlink_to(".")
    note = (
        "note: 2 link(s) to folders and 1 hidden folder(s) passed over; "
        "name such a folder itself to read it too"
    )

    code, out, err = cohort(name, "--out", "report")

    assert (code, err) == (0, f"{note}\n")
    assert "10 file(s)" in out
    assert cli.main(["items", name, "--course", "course"]) == 0
    assert note in capsys.readouterr().err
    if name == "records":
        assert cli.main(["record", "verify", name, "--course", "course"]) == 0
        said = capsys.readouterr()
        assert (said.out.count("digest"), note in said.err) == (10, True)
    more = cohort(name, "records/linked", "records/.hidden", "--out", "report")
    assert (more[0], "12 file(s)" in more[1]) == (0, True)


def test_a_pattern_enters_no_circle_of_links_and_no_results(people: Path, cohort: Cohort) -> None:
    for number in range(12):
        (people / f"circle-{number}").symlink_to(".")
    cohort("records", "--out", "records/report")
    Path("records/report/copy.json").write_text("{}")

    assert "12 file(s)" in cohort("records/**/*.json", "--out", "report")[1]
    assert "12 file(s)" in cohort("records/*", "--out", "report")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("s3://bucket/records/",), ("s3fs is needed for it", "install it with `pip install s3fs`")),
        (("smoke://bucket/",), ("Protocol not known", "of a kind that fsspec knows")),
        (("records", "--out", "/proc/report"), ("/proc/report", "cannot be written", "name another folder")),
        (("records", "--course", "nowhere"), ("there is no folder nowhere", "with `--course DIR`")),
    ],
)
def test_what_cannot_be_done_is_said_with_a_next_step(
    words: tuple[str, ...],
    said: tuple[str, ...],
    people: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # whether it is installed or not, it cannot be imported
    monkeypatch.setitem(sys.modules, "s3fs", None)
    code = cli.main(["cohort", "--out", "report", "--course", "course", "--jobs", "1", *words])

    err = capsys.readouterr().err
    assert code in (1, 2)
    assert all(part in err for part in (*said, "  = help: "))
    assert not Path("report").exists()


def test_a_number_that_is_none_is_said_in_words(people: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["cohort", "records", "--out", "report", "--jobs", "abc"])

    assert "`abc` is no whole number such as 4" in capsys.readouterr().err


def test_a_next_step_that_is_the_same_for_many_files_is_said_once(
    people: Path, course: CourseData, capsys: pytest.CaptureFixture[str]
) -> None:
    code = cli.main(["items", "records"])

    err = capsys.readouterr().err
    assert (code, err.count("error[other-course]")) == (1, 12)
    assert err.count("help: ") == 1
    assert err.endswith("  = help: open it with that course: `--course DIR`\n")


def test_a_pattern_names_files(people: Path, cohort: Cohort) -> None:
    cohort("records/[ab].json", "--out", "report")

    assert len(_rows("report", "records")) == 2


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, as a plain web server does."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_records_on_a_web_server_are_read_by_their_address_and_named_by_it(
    people: Path, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("aiohttp")
    monkeypatch.setattr(SimpleHTTPRequestHandler, "log_message", lambda *_: None)
    (people / "no-record.json").write_bytes(b"{}")
    with _served(people) as address:
        code, out, _ = cohort(f"{address}/", "--out", "report")

        assert code == 1
        assert "13 file(s), of which 13 were read" in out
        assert "13 file(s), of which 0 were read" in cohort(f"{address}/", "--out", "report")[1]
        os.utime(people / "a.json", (1, 1))
        assert "of which 1 were read" in cohort(f"{address}/a.json", "--out", "one")[1]
    cohort("records", "--out", "here")
    assert _rows("report", "estimates") == _rows("here", "estimates")
    assert [row["file"] for row in _csv("report", "refusals")] == [f"{address}/no-record.json"]
    code, _, err = cohort(f"{address}/", "--out", "other")
    assert (code, "cannot be opened" in err) == (2, True)


def test_records_in_a_store_of_objects_are_read_and_only_what_changed_again(
    people: Path, cohort: Cohort
) -> None:
    store: Any = pytest.importorskip("fsspec").filesystem("memory")
    store.rm("/ward", recursive=True) if store.exists("/ward") else None
    for path in people.iterdir():
        store.pipe(f"/ward/2026/{path.name}", path.read_bytes())

    assert "12 file(s), of which 12 were read" in cohort("memory://ward/", "--out", "report")[1]
    store.pipe("/ward/2026/b.json", (people / "a.json").read_bytes())
    store.rm("/ward/2026/c.json")
    _, out, _ = cohort("memory://ward/", "--out", "report")
    cohort("memory://ward/2026/*.json", "--out", "fresh")

    # both files of `a`; `b` and `c` have none any more
    assert "11 file(s), of which 2 were read" in out
    assert _published("report") == _published("fresh")
    files = {row["pseudonym"]: row["files"] for row in _csv("report", "records")}
    assert files["a" * 26] == "memory:///ward/2026/a.json memory:///ward/2026/b.json"


def test_a_missing_extra_says_what_to_install(
    people: Path, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "course.gathering.extras.find_spec", lambda name: None if name == "pyarrow" else find(name)
    )

    code, _, err = cohort("records", "--out", "report")

    assert code == 2
    assert err == (
        "error: `course cohort` needs pyarrow\n"
        '  = help: install it with `pip install "imr-trainer-course[cohort]"`\n'
    )


def test_an_index_that_cannot_be_read_is_made_anew(people: Path, cohort: Cohort) -> None:
    cohort("records", "--out", "report")
    before = _published("report")
    Path("report/.imr-cohort/index.sqlite").write_bytes(b"no database" * 1000)

    assert cohort("records", "--out", "report")[0] == 0
    assert _published("report") == before


def test_an_index_that_breaks_in_the_middle_is_named_with_a_next_step(
    people: Path, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: index.Index, part: int) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(index.Index, "files_of", broken)

    code, _, err = cohort("records", "--out", "report")

    assert (code, err) == (
        1,
        "error: report/.imr-cohort/index.sqlite cannot be used: database disk image is malformed\n"
        "  = help: delete it, and run the same command again\n",
    )


def test_an_index_of_another_version_is_made_anew(people: Path, cohort: Cohort) -> None:
    cohort("records", "--out", "report")
    before = _published("report")
    base = sqlite3.connect("report/.imr-cohort/index.sqlite")
    base.execute("ALTER TABLE file DROP COLUMN size")
    base.execute("UPDATE setting SET value = '1' WHERE name = 'version'")
    base.commit()
    base.close()

    assert cohort("records", "--out", "report")[0] == 0
    assert _published("report") == before


def test_long_records_are_folded_in_smaller_parts(
    people: Path, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "PEOPLE_OF_PART", 512)
    size = sum(path.stat().st_size for path in people.iterdir())
    monkeypatch.setattr(index, "USUAL_SIZE", size // 2000)

    cohort("records", "--out", "report")

    assert len(list(Path("report/parquet/records").iterdir())) == 4


def test_every_column_is_described_in_the_docs() -> None:
    text = _docs()
    for table in TABLES:
        section = re.search(rf"^### {table}\n(.*?)(?=^##)", text, re.DOTALL | re.MULTILINE)
        assert section, table
        described = re.findall(r"^\| `(\w+)` \| (\w+) \|", section[1], re.MULTILINE)
        assert described == list(kinds(table).items())


def test_the_queries_of_the_docs_answer_their_questions(
    people: Path, cohort: Cohort, answers: Answers, export: Export
) -> None:
    for letter in LETTERS[:6]:
        browser = Browser(letter)
        for item in ITEMS:
            answers(browser, item, 1000 if letter < "d" else 0)
        seen = {"kind": "competency", "subject": "EDU1", "rater": "r-1", "date": "2026-01-20"}
        value = 1000 + 500 * LETTERS.index(letter)
        browser.write("supervisor.observation", seen | {"valueMilli": value}, START + 40 * SECOND)
        assigned = {"unitId": "later", "minutes": 30, "dueDate": "2026-02-01", "assigner": None}
        browser.write("ce.assigned", assigned, START + 41 * SECOND)
        Path("records", f"{letter}.json").write_bytes(export(browser.events, learner=_named(letter)))
    cohort("records", "--out", "report")

    shown, items, sure, late, together = [_asked(query) for query in _queries()]

    assert {people for *_, people in shown} == {12}
    assert {name for name, *_ in items} == set(ITEMS)
    assert [certainty for certainty, *_ in sure] == [2]
    assert [overdue for _, _, overdue in late if overdue] == [["later"]] * 6
    assert [(name, people) for name, people, _ in together] == [("EDU1", 6)]


def _docs() -> str:
    return Path(__file__).parents[2].joinpath("docs", "cohort.md").read_text()


def _queries() -> Iterator[str]:
    return iter(re.findall(r"^```sql\n(.*?)^```", _docs(), re.DOTALL | re.MULTILINE))
