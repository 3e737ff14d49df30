"""No command fails because a terminal cannot show a character."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from course import sample
from tests.faults import times

ROOT = Path(__file__).parents[1]
RECORD = str(ROOT / "tests/golden/competence-record-1.0.0.json")
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
TERMINALS = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "C": PLAIN,
    "utf-8": {"PYTHONIOENCODING": "utf-8:strict"},
}
COMMANDS = {
    "explain": ["explain", "hard-to-read"],
    "check": ["check", "{course}"],
    "check as json": ["check", "{course}", "--format", "json"],
    "check for github": ["check", "{course}", "--format", "github"],
    "check with blueprint": ["check", "{course}", "--blueprint"],
    "build": ["build", "{course}"],
    "init": ["init", "{new}"],
    "record verify": ["record", "verify", RECORD],
    "record show": ["record", "show", RECORD],
    "record show as csv": ["record", "show", RECORD, "--format", "csv"],
    "record merge": ["record", "merge", RECORD],
    "wrong use": ["check", "{missing}"],
    "unknown code": ["explain", "…→"],
    "help": ["record", "merge", "--help"],
}
# The first can show nothing beyond ASCII, and the second reads the names of files in its own way;
# the others are tried with a command that prints everything, and with each in the full set of faults.
STRICTEST = ("ascii", "C")
TRIED = [
    (command, terminal)
    for command in COMMANDS
    for terminal in TERMINALS
    if terminal in STRICTEST or command == "check" or times(0, 1)
]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose finding points at words in other scripts."""
    folder = tmp_path_factory.mktemp("terminal") / "course"
    list(sample.write("course", folder))
    lesson = next(folder.rglob("01-three-questions.md"))
    lesson.write_text(lesson.read_text() + "\n[日本語 … →](nowhere-é.md)\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("command", "terminal"), TRIED)
def test_a_command_prints_whatever_the_terminal_can_show(
    course: Path, tmp_path: Path, command: str, terminal: str
) -> None:
    places = {"course": course, "new": tmp_path / "new", "missing": tmp_path / "missing-日本語"}
    words = [word.format(**places) if "{" in word else word for word in COMMANDS[command]]

    done = subprocess.run(
        [sys.executable, "-m", "course", *words],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | TERMINALS[terminal],
        timeout=120,
    )

    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr
    assert done.stdout + done.stderr


@pytest.mark.parametrize("terminal", STRICTEST)
def test_serving_begins_on_any_terminal(course: Path, terminal: str) -> None:
    words = [sys.executable, "-u", "-m", "course", "serve", str(course), "--port", "18760"]
    process = subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | TERMINALS[terminal],
        cwd=ROOT,
    )
    assert process.stdout is not None
    try:
        assert any(b"Serving the course at" in line for line in process.stdout)
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()
