"""The peers are given the same text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.peers.projects import write_project
from bench.text.course import Unit, make_units

UNITS = make_units(12)


def _texts(unit: Unit) -> list[str]:
    """Return what a reader of a unit reads of its questions and exercises."""
    items = [item for page in unit.pages for item in page.items]
    choices = [text for item in items for choice in item.choices for text in (choice.text, choice.feedback)]
    replies = [reply["reaction"] for turn in unit.exercises[0]["turns"] for reply in turn["replies"]]
    return [*choices, *replies, *(line for item in items for line in item.prompt.splitlines())]


@pytest.mark.parametrize("peer", ["material", "zensical", "hugo"])
def test_a_peer_gets_every_sentence_of_questions_and_exercises(peer: str, tmp_path: Path) -> None:
    write_project(peer, tmp_path, UNITS)
    text = "".join(path.read_text() for path in tmp_path.rglob("*.md"))

    missing = [each for unit in UNITS for each in _texts(unit) if each not in text]

    assert missing == []


@pytest.mark.parametrize("peer", ["material", "zensical", "hugo"])
def test_nothing_of_our_own_syntax_is_left_for_a_peer(peer: str, tmp_path: Path) -> None:
    write_project(peer, tmp_path, UNITS)

    left = [line for path in tmp_path.rglob("*.md") for line in _own_syntax(path.read_text())]

    assert left == []


def _own_syntax(text: str) -> list[str]:
    return re.findall(r"^.*(?::::|\[@).*$", text, re.MULTILINE)


@pytest.mark.parametrize("peer", ["material", "zensical", "hugo"])
def test_a_peer_gets_as_many_words_as_we_do(peer: str, tmp_path: Path) -> None:
    write_project(peer, tmp_path, UNITS)
    page = UNITS[0].pages[1]

    theirs = next(tmp_path.rglob(page.file)).read_text()

    prose = page.text[: page.text.index("## Check yourself")].split()
    assert len(theirs.split("## Check yourself")[0].split()) == pytest.approx(len(prose), rel=0.05)
