"""The course folder of a case: the base course, the files of the case over it, and what git cannot hold."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
EXPECTED = "expected.txt"

UNIT = "content/first-steps/asking/index.md"
LESSON = "content/first-steps/asking/01-questions.md"
BANK = "quizzes/first-steps/asking/asking-bank.yml"

Change = Callable[[Path], None]


def case_names() -> list[str]:
    """Return the names of the cases, each a folder beside the base course."""
    return sorted(folder.name for folder in CASES.iterdir() if folder.is_dir() and folder != BASE)


def make_course(case: str, folder: Path) -> Path:
    """Make the course folder of a case and return it."""
    shutil.copytree(BASE, folder)
    shutil.copytree(CASES / case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED))
    for change in UNSTORABLE.get(case, ()):
        change(folder)
    return folder


def deleted(path: str) -> Change:
    return lambda folder: (folder / path).unlink()


def written(path: str, content: bytes) -> Change:
    return lambda folder: _write(folder / path, content)


def replaced(path: str, old: bytes, new: bytes) -> Change:
    """Replace bytes that must be there, so that a case cannot lose its mistake unseen."""

    def change(folder: Path) -> None:
        content = (folder / path).read_bytes()
        assert old in content, f"{path} no longer holds {old!r}"
        _write(folder / path, content.replace(old, new))

    return change


def linked(path: str, target: str) -> Change:
    return lambda folder: (folder / path).symlink_to(target)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


# What git or an editor would not keep as it is: missing and empty files, other encodings and
# line endings, control characters, links, and files that are too large to store.
UNSTORABLE: dict[str, tuple[Change, ...]] = {
    "broken-yaml-too-deep": (replaced(BANK, b"[EDU1]", b"[" * 60 + b"EDU1" + b"]" * 60),),
    "byte-order-mark": (replaced(LESSON, b"---\nid: open", b"\xef\xbb\xbf---\nid: open"),),
    "citation-without-references-file": (deleted("content/references.yml"),),
    "control-character-in-lesson": (replaced(LESSON, b"noticed", b"no\x0bticed"),),
    "control-character-in-bank": (replaced(BANK, b"Correct, and", b"Correct,\x00 and"),),
    "control-character-line-separator": (replaced(BANK, b"Correct, and", b"Correct,\xe2\x80\xa8and"),),
    "empty-bank": (written(BANK, b"\n"),),
    "empty-lesson": (written(LESSON, b""),),
    "file-too-large": (written(BANK, b"# a very long bank\n" * 60_000),),
    "image-empty": (written("content/first-steps/asking/photo.png", b""),),
    "image-not-utf8": (written("content/first-steps/asking/talk.svg", b"<svg><title>\xe0</title></svg>"),),
    "image-too-large": (written("content/first-steps/asking/photo.png", b"\x89PNG" + bytes(2_000_000)),),
    "link-leaves-course": (
        deleted(LESSON),
        written("../elsewhere.md", b"# Elsewhere\n"),
        linked(LESSON, "../../../../elsewhere.md"),
    ),
    "link-to-itself": (deleted(LESSON), linked(LESSON, "01-questions.md")),
    "missing-competencies": (deleted("content/competencies.yml"),),
    "missing-course-file": (deleted("content/course.yml"),),
    "missing-unit-page": (deleted(UNIT),),
    "no-course": (deleted("content/course.yml"), deleted("content/competencies.yml")),
    "not-utf8": (replaced(BANK, b"Correct, and nobody", b"Voil\xe0, and nobody"),),
    "link-to-nothing": (deleted(BANK), linked(BANK, "not-there.yml")),
    "old-mac-line-endings": (replaced(BANK, b"\n", b"\r"),),
    "unreadable-file": (deleted(BANK), lambda folder: os.mkfifo(folder / BANK)),
    "windows-line-endings": (replaced(BANK, b"\n", b"\r\n"),),
}
