"""The course is written in its own words: it repeats no twelve words of the facts it was written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests import shipped_course
from tools.word_runs import KEPT, RUN, kept, runs_of, words_of, write

ROOT = Path(__file__).parents[1]
SENTENCE = "We walked along the quiet harbour until the old crane came into sight that morning."


def repeated(text: str, hashes: frozenset[bytes], excepted: Iterable[str] = ()) -> Iterator[str]:
    """Yield each run of a text that is among the hashes and is not part of an excepted name or title."""
    for part in _parts(words_of(text), [words_of(name) for name in excepted]):
        for at, found in runs_of(part):
            if found in hashes:
                yield " ".join(part[at : at + RUN])


def _parts(words: list[str], names: list[list[str]]) -> Iterator[list[str]]:
    """Cut words where a name stands that is more than one word."""
    text = f" {' '.join(words)} "
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 1:
            text = text.replace(f" {' '.join(name)} ", " \n ")
    yield from (part.split() for part in text.split("\n"))


def test_no_twelve_words_of_the_facts_are_in_the_course() -> None:
    course = shipped_course.course()
    names = [item.name for instrument in course.framework.instruments for item in instrument.items]
    titles = [reference.title for reference in course.references]
    hashes = kept(ROOT / KEPT)
    files = [*ROOT.glob("content/**/*.md"), *ROOT.glob("content/**/*.yml"), *ROOT.glob("quizzes/**/*.yml")]

    found = {
        path.relative_to(ROOT).as_posix(): runs
        for path in files
        if (runs := list(repeated(path.read_text(encoding="utf-8"), hashes, [*names, *titles])))
    }

    assert len(hashes) > 10_000
    assert files
    assert found == {}


@pytest.mark.parametrize(
    "copy",
    [
        SENTENCE,
        "**We** walked *along* the quiet [harbour](x.md#top)\nuntil the old crane came [@a, p. 3] into sight",
        'text: "We walked along the quiet harbour, until the OLD crane came into sight"',
    ],
)
def test_a_copied_sentence_is_found_whatever_its_signs(tmp_path: Path, copy: str) -> None:
    write(SENTENCE, tmp_path / "runs")

    assert list(repeated(copy, kept(tmp_path / "runs")))


def test_eleven_words_and_excepted_names_are_no_copy(tmp_path: Path) -> None:
    write(SENTENCE, tmp_path / "runs")
    hashes = kept(tmp_path / "runs")

    assert not list(repeated("walked along the quiet harbour until the old crane came into", hashes))
    assert not list(repeated(SENTENCE, hashes, ["quiet harbour until the old crane"]))
