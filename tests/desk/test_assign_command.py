"""`course assign` on the command line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest

from course.cli import main
from course.explain import explain
from course.gathering.score_table import text_of
from course.reading import course_folder

READ = cache(course_folder.read)
TABLE = "Item;Anna;Bram;Céline\n9;2,4;4;1\n10;2,07;3;\nGOA2;2;3;\n"


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course_folder, "read", READ)


def assign(folder: Path, table: bytes, *words: str) -> int:
    (folder / "scores.csv").write_bytes(table)  # what a table is, its bytes say
    given = ("--assigner", "Dr. K", "--date", "2026-11-28", "--instrument", "integrity")
    return main(
        ["assign", "--profile", str(folder / "scores.csv"), "--out", str(folder / "out"), *given, *words]
    )


def files(folder: Path) -> dict[str, str]:
    if not (folder / "out").exists():
        return {}
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "out").iterdir())}


def test_everyone_with_a_weak_score_gets_a_file_and_the_others_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assign(tmp_path, TABLE.encode("cp1252"), "--due", "2026-12-31") == 0

    made = files(tmp_path)
    assert list(made) == ["imr-assignment-Anna-2026-11-28.json", "imr-assignment-Céline-2026-11-28.json"]
    anna = json.loads(made["imr-assignment-Anna-2026-11-28.json"])
    assert [(one["unitId"], one["dueDate"]) for one in anna["units"]] == [
        ("ce-goal-follow-up", "2026-12-31"),
        ("ce-action-plan", "2026-12-31"),
    ]
    assert anna["units"][1]["reason"] == (
        "Action plan review 2.07: needs improvement; Weekly action planning 2.4: needs improvement"
    )
    assert "Bram: nothing is under 3" in capsys.readouterr().out


def test_what_cannot_be_a_score_is_named_at_its_cell_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assign(tmp_path, b"Item;Anna;Bram\n9;2,4;7\n10;x;3\n", "--format", "json") == 1

    found = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["line"], one["column"], one["message"]) for one in found] == [
        ("unusable-scores", 2, 7, "C2: 7 is not between 1 and 5"),
        ("unusable-scores", 3, 4, "B3: `x` is no number"),
    ]
    assert explain("unusable-scores")
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (b"Item;Anna;anna\n9;2;1\n", "`anna` is there a second time"),
        (b"Item;;Bram\n9;2;1\n", "these scores are no one's"),
        (b"Item;A\x1bB\n9;2\n", "holds a sign that cannot be seen"),
        (b"Item;" + b"A" * 101 + b"\n9;2\n", "is longer than a name may be"),
        (b"Item;Anna\n9;\n", "there is no score in this table"),
        (b"Name;Score\nAnna;2\n", "there is no item of a scale"),
    ],
)
def test_each_person_needs_a_name_of_their_own_and_a_score(
    table: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assign(tmp_path, table) == 1

    printed = capsys.readouterr().out
    assert said in printed
    assert "\x1b" not in printed
    assert files(tmp_path) == {}


def test_a_list_of_scores_is_of_the_one_who_is_named(tmp_path: Path) -> None:
    numbers = "\n".join(["4"] * 8 + ["2"] + ["4"] * 7)

    assert assign(tmp_path, numbers.encode()) == 1
    assert assign(tmp_path, numbers.encode(), "--trainer", "Anna") == 0

    assert list(files(tmp_path)) == ["imr-assignment-Anna-2026-11-28.json"]


def test_a_table_that_fits_two_scales_is_not_guessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scores.csv").write_text("Item;Anna\n9;2\n")
    words = ["assign", "--profile", str(tmp_path / "scores.csv"), "--out", str(tmp_path / "out")]

    assert main([*words, "--assigner", "Dr. K"]) == 2

    error = capsys.readouterr().err
    assert "fits more than one instrument" in error
    assert "--instrument integrity" in error


Row = Sequence[str | float | datetime.datetime | None]
ROWS: list[Row] = [
    ["Item", "Anna", "Bram", "Céline"],
    [9, 2.4, 4, 1],
    [10, 2.07, 3, None],
    ["GOA2", 2, 3, None],
]


def as_workbook(rows: Sequence[Row] = ROWS) -> bytes:
    out = BytesIO()
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    sheet = book.create_sheet("scores")
    for row in rows:
        sheet.append(list(row))
    book.save(out)
    return out.getvalue()


def as_parquet() -> bytes:
    out = pyarrow.BufferOutputStream()
    head, *rows = ROWS
    columns = {str(name): [row[place] for row in rows] for place, name in enumerate(head)}
    columns["Item"] = list(map(str, columns["Item"]))
    pyarrow.parquet.write_table(pyarrow.table(columns), out)
    return bytes(out.getvalue())


@pytest.mark.parametrize("table", [as_workbook, as_parquet])
def test_a_workbook_and_parquet_give_the_same_files_as_csv(
    table: Callable[[], bytes], tmp_path: Path
) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()

    assert assign(tmp_path / "one", TABLE.encode()) == 0
    assert assign(tmp_path / "two", table()) == 0

    assert files(tmp_path / "two") == files(tmp_path / "one")


@pytest.mark.parametrize(("table", "needed"), [(as_workbook, "openpyxl"), (as_parquet, "pyarrow")])
def test_without_the_library_that_reads_a_table_it_says_what_to_install(
    table: Callable[[], bytes],
    needed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("course.gathering.extras.find_spec", lambda name: None)

    assert assign(tmp_path, table()) == 2

    said = capsys.readouterr().err
    assert f"{needed} is needed" in said
    assert 'pip install "imr-trainer-course[cohort]"`, or save the table as CSV' in said


def test_a_date_in_a_workbook_is_read_as_the_desk_shows_it() -> None:
    sheet = as_workbook([["Date", datetime.datetime(2026, 5, 4)], ["9", 2.07]])

    assert text_of(sheet) == "Date\t2026-05-04\n9\t2.07\n"


def test_a_cell_of_a_workbook_that_is_no_score_is_named_at_its_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assign(tmp_path, as_workbook([["Item", "Anna"], [9, 7], [None, None], [10, "x"]])) == 1

    printed = capsys.readouterr().out
    assert "B2: 7 is not between 1 and 5" in printed
    assert "B4: `x` is no number" in printed
    assert "scores.csv:4:" in printed


def test_a_workbook_that_would_reach_out_or_grow_without_end_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    for name, entity in (("a", "&a;"), ("b", "&b;")):
        out = BytesIO()
        with ZipFile(BytesIO(as_workbook())) as old, ZipFile(out, "w") as new:
            for entry in old.namelist():
                text = old.read(entry)
                if entry == "xl/workbook.xml":
                    text = f"{bomb}<workbook>{entity}</workbook>".encode()
                new.writestr(entry, text)
        (tmp_path / name).mkdir()

        assert assign(tmp_path / name, out.getvalue()) == 2
        assert "this workbook cannot be read" in capsys.readouterr().err
    assert assign(tmp_path, as_workbook([["Item"], *[[None]] * 10_001, [9]])) == 2
    assert "larger than a table of scores" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("table", "words", "said"),
    [
        (b"PAR1 and nothing else", (), "this Parquet file cannot be read"),
        (b"PK\x03\x04rest", (), "save the sheet with the scores as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", (), "this workbook is an XLS, or has a password"),
        (b"Item;Anna\n9;2\n", ("--instrument", "none"), "no instrument `none`"),
        (b"Item;Anna\n9;2\n", ("--assigner", " "), "needs 1 to 100 letters"),
        (b"Item;Anna B;Anna-B\n9;2;1\n", (), "would have the same file"),
        (TABLE.encode(), ("--trainer", "Bram"), "the table says whose its scores are: Anna, Bram, Céline"),
        (b"Item;Anna;\n9;2;1\n", ("--trainer", "Bram"), "the table says whose its scores are: Anna\n"),
        (
            TABLE.encode(),
            ("--due", "2026-11-27"),
            "`--due` 2026-11-27 is before 2026-11-28, when it is assigned",
        ),
        (b"Item;Anna\n9;2\n", ("--course", "nowhere"), "there is no folder nowhere"),
    ],
)
def test_wrong_use_says_what_to_do(
    table: bytes, words: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assign(tmp_path, table, *words) == 2

    error = capsys.readouterr().err
    assert said in error
    assert error.count("error: ") == 1 >= error.count("= help: ")
    assert files(tmp_path) == {}


def test_units_may_be_due_on_the_day_when_they_are_assigned(tmp_path: Path) -> None:
    assert assign(tmp_path, TABLE.encode(), "--due", "2026-11-28") == 0


def test_who_was_not_rated_is_not_said_to_be_good_at_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert assign(tmp_path, b"Item;Anna;Bram;Carla\n9;2;n/a;3\n10;2;;\n") == 0

    said = capsys.readouterr().out
    assert "Bram: no score was entered\n" in said
    assert "Carla: nothing is under 3\n" in said


def test_what_is_weak_and_has_no_unit_is_said_to_have_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.commands.assign.suggested_units", lambda _: {})

    assert assign(tmp_path, TABLE.encode()) == 0

    assert "Anna: no unit is suggested for what is under 3\n" in capsys.readouterr().out


@pytest.mark.parametrize("letter", ["李", "𠮷", "é", "a", "é-"])
def test_the_longest_name_of_a_trainer_fits_into_the_name_of_a_file(letter: str, tmp_path: Path) -> None:
    name = (letter * 100)[:100]

    assert assign(tmp_path, f"Item;{name}\n9;2\n".encode()) == 0

    (made,) = files(tmp_path)
    assert len(made.encode()) <= 255
    begin = made.removeprefix("imr-assignment-").removesuffix("-2026-11-28.json")
    assert begin
    assert name.startswith(begin)
    assert not begin.endswith("-")


def test_files_that_are_there_are_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("mine")

    assert assign(tmp_path, TABLE.encode()) == 2

    assert files(tmp_path) == {"letter.txt": "mine"}
    assert "holds files already" in capsys.readouterr().err
