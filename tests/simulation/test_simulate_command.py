"""`course simulate` on the command line."""

from __future__ import annotations

import csv
import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from course.cli import main


def hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_records_are_sound_and_their_levels_are_beside_them(
    course_at: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["simulate", str(course_at), "--trainers", "4", "--seed", "3", "--devices", "2"]

    assert [main([*words, "--out", str(tmp_path / name)]) for name in ("one", "two")] == [0, 0]

    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")
    with (tmp_path / "one" / "true-levels.csv").open() as file:
        levels = list(csv.DictReader(file))
    records = sorted(path.name for path in (tmp_path / "one" / "records").iterdir())
    assert sorted(row["file"] for row in levels) == records
    assert all(0 < float(row["knowledge"]) < 1 and 0 < float(row["judgement"]) < 1 for row in levels)
    capsys.readouterr()
    assert main(["record", "verify", "--course", str(course_at), str(tmp_path / "one" / "records")]) == 0
    printed = capsys.readouterr().out
    assert "note" not in printed
    assert printed.count("the digest fits") == 4


def test_a_folder_that_holds_something_is_left_as_it_is(
    course_at: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "letter.txt").write_text("mine")

    assert main(["simulate", str(course_at), "--trainers", "1", "--out", str(tmp_path / "own")]) == 2

    assert "holds files already" in capsys.readouterr().err
    assert hashes(tmp_path / "own").keys() == {"letter.txt"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "say --trainers and --out"),
        (["--trainers", "3"], "say --out"),
        (["--trainers", "2", "--out", "new", "--misleading", "nothing=a"], "no item `nothing`"),
        (["--trainers", "2", "--out", "new", "--level", "1"], "a level lies between"),
        (["--plan", "--spread", ".5"], "cannot have a standard deviation of 0.5"),
    ],
)
def test_what_cannot_be_simulated_is_said_and_nothing_is_written(
    words: list[str],
    said: str,
    course_at: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["simulate", str(course_at), *words]) == 2

    error = capsys.readouterr().err
    assert said in error
    assert "= help: " in error
    assert list(tmp_path.iterdir()) == []


NUMBERS = (
    "trainers",
    "seed",
    "level",
    "spread",
    "item-spread",
    "sets",
    "set-size",
    "weeks",
    "devices",
    "exercises",
)


@pytest.mark.parametrize("option", NUMBERS)
@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "-1", "-0.1", "1e9", "1000000000000000", "many", ""])
def test_every_number_is_within_limits_that_are_said(
    option: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {"trainers": "2", "out": str(tmp_path / "out"), option: text}

    with pytest.raises(SystemExit) as left:
        main(["simulate", *(f"--{name}={value}" for name, value in given.items())])

    assert left.value.code == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert re.search(rf"argument --{option}: `{text}` is no (whole )?number from [\d,.]+ to [\d,.]+$", said)
    assert list(tmp_path.iterdir()) == []


def test_a_plan_says_how_many_trainers_and_items_a_difference_needs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["simulate", "--plan", "--level", ".7", "--spread", ".1"]) == 0
    text = capsys.readouterr().out
    assert main(["simulate", "--plan", "--level", ".7", "--spread", ".1", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)

    (needed,) = [row["trainers"] for row in found["needed"] if (row["items"], row["difference"]) == (30, 0.1)]
    assert (found["power"], found["alpha"]) == (0.8, 0.05)
    line = next(line for line in text.splitlines() if line.split()[:1] == ["30"])
    assert line.split()[2] == str(needed)
