"""Serving: an author saves, and the browser is told that there is a new site."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    list(sample.write("course", tmp_path / "course"))
    return tmp_path / "course"


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    words = [sys.executable, "-u", "-m", "course", "serve", str(folder), "--port", "18640"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield next(found[1] for line in process.stdout if (found := re.search(r"(http://\S+/)  ", line)))
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def test_after_a_save_the_browser_is_told_and_sees_the_change(folder: Path, address: str) -> None:
    lesson = "first-part/asking-first/three-questions.html"
    assert "wait longer than feels natural" in _page(address + lesson)

    with urllib.request.urlopen(address + "-reload", timeout=60) as told:
        _reword(folder)
        assert any(line == b"data: changed\n" for line in told)

    assert "wait twice as long" in _page(address + lesson)


def test_a_page_that_is_not_there_is_answered_kindly(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(address + "nowhere.html", timeout=10)

    assert missing.value.code == 404
    assert "This page is not here" in missing.value.read().decode()


def _page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def _reword(folder: Path) -> None:
    lesson = next(folder.rglob("01-three-questions.md"))
    lesson.write_text(lesson.read_text().replace("wait longer than feels natural", "wait twice as long"))
