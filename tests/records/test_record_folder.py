"""A folder of records may hold anything: what is no record is refused by name, and the rest goes on."""

from __future__ import annotations

import csv
import os
import socket
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from course.commands.output import visible_name
from course.gathering.bounded import content_of
from course.records.refusals import Refusal
from tests.records.conftest import ITEMS
from tests.records.made import Browser
from tests.records.test_record_command import Answers, Export, Run


def _link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.with_suffix(""))
    path.symlink_to(path.stem)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a-folder.json": (lambda path: path.mkdir(), "no-regular-file"),
    "a-pipe.json": (lambda path: os.mkfifo(path), "no-regular-file"),
    "a-device.json": (lambda path: path.symlink_to("/dev/zero"), "no-regular-file"),
    "a-socket.json": (
        lambda path: socket.socket(socket.AF_UNIX).bind(os.path.relpath(path)),
        "no-regular-file",
    ),
    "to-a-pipe.json": (_link_to_a_pipe, "no-regular-file"),
    "to-its-folder.json": (lambda path: path.symlink_to("."), "no-regular-file"),
    "dangling.json": (lambda path: path.symlink_to("nowhere.json"), "unreadable"),
    "to-itself.json": (lambda path: path.symlink_to("to-itself.json"), "unreadable"),
    "a-zip.json": (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(100)), "not-json"),
}


@pytest.mark.parametrize("command", ["verify", "show"])
def test_everything_odd_in_a_folder_is_refused_by_name_and_the_rest_goes_on(
    command: str, run: Run, one_record: Path
) -> None:
    for name, (make, _) in ODD.items():
        make(one_record.parent / name)

    code, out, err = run(command, "folder")

    assert code == 1
    assert "good.json" in out
    for name, (_, reason) in ODD.items():
        assert f"error[{reason}]: folder/{name}: " in err
    assert err.count("  = help: ") == len(ODD)


def test_a_pipe_that_is_named_is_refused_and_not_waited_for(run: Run) -> None:
    os.mkfifo("pipe.json")

    code, _, err = run("verify", "pipe.json")

    assert code == 1
    assert err.startswith("error[no-regular-file]: pipe.json: this is a pipe, not a file")


def test_a_file_that_may_not_be_read_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # root may read everything, so the system's answer is given here
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)

    found = content_of(tmp_path / "closed.json", 100)

    assert isinstance(found, Refusal)
    assert found.message == "this file cannot be read: Permission denied"


def test_a_file_larger_than_a_record_can_be_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "large.json").write_bytes(bytes(101))

    found = content_of(tmp_path / "large.json", 100)

    assert isinstance(found, Refusal)
    assert found.code == "too-large"


def test_control_characters_in_a_file_name_do_not_reach_the_terminal(run: Run, one_record: Path) -> None:
    name = "\x1b[2J\n\u202e.json"
    one_record.rename(one_record.parent / name)

    _, out, _ = run("verify", "folder")

    assert "folder/\\x1b[2J\\n\\u202e.json: " in out


def test_control_characters_of_a_name_that_is_refused_do_not_reach_the_terminal(
    run: Run, one_record: Path
) -> None:
    taken = one_record.rename("\x1b[2J\u202e.json")

    for words in (("merge", str(taken), "--output", str(taken)), ("verify", "\x1b[2J/no.json")):
        code, _, err = run(*words)

        assert code == 2
        assert "error: \\x1b[2J" in err
        assert "\x1b" not in err


def test_a_file_name_that_is_no_text_keeps_its_bytes() -> None:
    assert os.fsencode(visible_name(os.fsdecode(b"caf\xe9.json"))) == b"caf\xe9.json"


@pytest.mark.parametrize("sign", "=+-@\t\r")
def test_no_spreadsheet_takes_a_file_name_for_a_formula(sign: str, run: Run, one_record: Path) -> None:
    name = f"{sign}1+cmd.json"
    one_record.rename(name)

    _, out, _ = run("show", f"./{name}" if sign == "-" else name, "--format", "csv")

    cells = [row[0] for row in csv.reader(StringIO(out, newline=""))][1:]
    assert cells
    assert not any(cell.startswith(sign) for cell in cells)


@pytest.fixture
def one_record(answers: Answers, export: Export) -> Path:
    """A folder with one sound record in it; the working directory is the one around it."""
    browser = Browser()
    answers(browser, ITEMS[0], 1000)
    folder = Path("folder")
    folder.mkdir()
    path = folder / "good.json"
    path.write_bytes(export(browser.events))
    return path
