"""`course docs`: the docs come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from course import cli

DOCS = Path(__file__).parents[1] / "docs"


def test_every_page_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["docs"]) == 0

    printed = capsys.readouterr().out
    assert all(f"  {page.stem} " in printed for page in DOCS.glob("*.md"))


def test_a_page_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["docs", "hosting"]) == 0
    assert Path(capsys.readouterr().out.strip()).read_text(encoding="utf-8").startswith("# Hosting")


def test_a_misspelt_page_is_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["docs", "hostin"]) == 2
    assert "did you mean `hosting`?" in capsys.readouterr().err
