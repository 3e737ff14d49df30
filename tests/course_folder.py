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
    "conflict-marker-in-bank": (
        replaced(
            BANK, b"title: Asking first\n", b"<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n"
        ),
    ),
    "conflict-marker-in-front-matter": (
        replaced(
            LESSON, b"do: Begin", b"<<<<<<< HEAD\ndo: Ask.\n=======\ndo: Wait.\n>>>>>>> other\ndo: Begin"
        ),
    ),
    "conflict-marker-in-lesson": (
        replaced(LESSON, b"Read [", b"<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n\nRead ["),
    ),
    "control-character-in-bank": (replaced(BANK, b"Correct, and", b"Correct,\x00 and"),),
    "control-character-line-separator": (replaced(BANK, b"Correct, and", b"Correct,\xe2\x80\xa8and"),),
    "empty-bank": (written(BANK, b"\n"),),
    "empty-lesson": (written(LESSON, b""),),
    "file-too-large": (written(BANK, b"# a very long bank\n" * 60_000),),
    "image-empty": (written("content/first-steps/asking/photo.png", b""),),
    "image-not-utf8": (written("content/first-steps/asking/talk.svg", b"<svg><title>\xe0</title></svg>"),),
    "image-too-large": (written("content/first-steps/asking/photo.png", b"\x89PNG" + bytes(2_000_000)),),
    "image-is-a-gif": (written("content/first-steps/asking/photo.jpg", b"GIF89a" + bytes(20)),),
    "image-is-a-jpeg": (written("content/first-steps/asking/photo.png", b"\xff\xd8\xff\xe0" + bytes(20)),),
    "invisible-character-before-field": (replaced(BANK, b"    level:", b"  \xc2\xa0\xc2\xa0level:"),),
    "invisible-character-in-box": (replaced(LESSON, b"::: say nadia", b"::: say\xc2\xa0nadia"),),
    "invisible-character-in-citation": (replaced(UNIT, b"[@smith-2020]", b"[@smith\xe2\x80\x8b-2020]"),),
    "invisible-character-in-competency": (replaced(BANK, b"[EDU1]", b"[EDU1\xe2\x80\x8e]"),),
    "invisible-character-in-field-name": (replaced(BANK, b"    prompt:", b"    prompt\xe2\x80\x8b:"),),
    "invisible-character-in-flag": (replaced(BANK, b"correct: true", b"correct: true\xc2\xa0"),),
    "invisible-character-in-heading": (replaced(LESSON, b"## Ask", b"##\xc2\xa0Ask"),),
    "invisible-character-in-id": (
        replaced(BANK, b"id: asking-what-first", b"id: asking-what\xc2\xad-first"),
    ),
    "invisible-character-in-image": (replaced(LESSON, b"Read [", b"![A chart](cha\xc2\xadrt.png) Read ["),),
    "invisible-character-in-level": (replaced(BANK, b"level: judge", b"level: judge\xe2\x80\x8b"),),
    "invisible-character-in-link": (replaced(LESSON, b"(index.md#", b"(in\xe2\x80\x8bdex.md#"),),
    "invisible-character-in-section": (replaced(BANK, b"#ask-and-wait", b"#ask-and\xe2\x81\xa0-wait"),),
    "invisible-character-in-source": (replaced(BANK, b"[smith-2020]", b"[smith-2020\xef\xbb\xbf]"),),
    "invisible-character-on-empty-line": (replaced(LESSON, b"wait\n\nRead", b"wait\n\n\xc2\xa0\nRead"),),
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
