"""Editing a course that people have begun: what they would lose is said beforehand."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from course import against, cli, sample

BANK = "quizzes/first-part/asking-first/asking-bank.yml"
LESSON = "content/first-part/asking-first/01-three-questions.md"
ITEMS_OF_CASE = ["asking-case-wait"]
DIALOGUE = BANK.replace("asking-bank", "asking-dialogue")
DEMONSTRATION = BANK.replace("asking-bank", "asking-shown")
RATING = BANK.replace("asking-bank", "asking-session")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    list(sample.write("course", tmp_path / "old"))
    return tmp_path / "old"


@pytest.fixture
def new(old: Path, tmp_path: Path) -> Path:
    shutil.copytree(old, tmp_path / "new")
    return tmp_path / "new"


def findings_between(new: Path, old: Path | str) -> list[tuple[str, str]]:
    """Return the code of each finding and the words it points at."""
    return [
        (finding.code, finding.span.source.text[finding.span.start : finding.span.end])
        for finding in against.compare(new, str(old))
    ]


def reword(folder: Path, path: str, before: str, after: str) -> None:
    text = (folder / path).read_text()
    assert before in text
    (folder / path).write_text(text.replace(before, after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You start from what people know.", "You begin with what people already know."),
        ("text: What have you noticed in a full week?", "text:   What *have* you noticed in a full week?"),
        ("title: Asking before telling", "title: Ask first"),
        ("level: judge", "level: plan"),
    ],
)
def test_feedback_emphasis_and_titles_can_be_changed_freely(
    old: Path, new: Path, before: str, after: str
) -> None:
    reword(new, BANK, before, after)

    assert findings_between(new, old) == []


@pytest.mark.parametrize(
    ("before", "after", "item"),
    [
        ("What does she say first?", "What does she say last?", "asking-single"),
        ("Stress has four kinds of signs.", "Stress has five kinds of signs.", "asking-single"),
        ("text: Wait.\n", "text: Wait a moment.\n", "asking-order"),
        (
            "verdict: violation\n        feedback: It argues",
            "verdict: proficient\n        feedback: It argues",
            "asking-replies",
        ),
    ],
)
def test_a_change_of_meaning_supersedes_the_answers(
    old: Path, new: Path, before: str, after: str, item: str
) -> None:
    reword(new, BANK, before, after)

    assert findings_between(new, old) == [("superseded-item", item)]


def test_a_vignette_that_turns_into_its_opposite_supersedes_the_answers_to_its_items(
    old: Path, new: Path
) -> None:
    reword(new, BANK, "      Nobody says anything.", "      Everybody talks at once.")

    assert findings_between(new, old) == [("superseded-item", item) for item in ITEMS_OF_CASE]


@pytest.mark.parametrize(
    ("file", "code", "name"),
    [(DIALOGUE, "superseded-turn", "asking-dialogue"), (RATING, "superseded-rating", "asking-session")],
)
def test_another_scene_supersedes_what_was_done_in_it(
    old: Path, new: Path, file: str, code: str, name: str
) -> None:
    reword(new, file, "scene: |\n", "scene: |\n  Everything is different today.\n")

    (finding,) = against.compare(new, str(old))

    assert finding.code == code
    assert f"`{name}`" in finding.message


@pytest.mark.parametrize("file", [DIALOGUE, RATING])
def test_a_removed_exercise_is_named(old: Path, new: Path, file: str) -> None:
    (new / file).unlink()

    assert "retired-exercise" in [code for code, _ in findings_between(new, old)]


def test_feedback_in_a_dialogue_costs_nobody_a_choice(old: Path, new: Path) -> None:
    text = (new / DIALOGUE).read_text()
    changed = re.sub(r"(?m)^(\s+feedback: ).*$", r"\1Say it in your own words.", text)
    assert changed != text
    (new / DIALOGUE).write_text(changed)

    assert findings_between(new, old) == []


@pytest.mark.parametrize("is_removed", [False, True])
def test_a_demonstration_is_scored_by_nobody_and_changes_freely(
    old: Path, new: Path, is_removed: bool
) -> None:
    if is_removed:
        (new / DEMONSTRATION).unlink()
    else:
        reword(new, DEMONSTRATION, "Dunno. Tired.", "No idea.")

    assert findings_between(new, old) == []


def test_an_artefact_that_shows_something_else_supersedes_the_answers(old: Path, new: Path) -> None:
    for folder, step in ((old, "Buy seeds"), (new, "Buy soil")):
        shows = f"    shows:\n      - artefact: action-plan\n        title: A plan\n        what: {step}\n"
        reword(folder, BANK, "    options:\n", f"{shows}    options:\n")

    assert {code for code, _ in findings_between(new, old)} == {"superseded-item"}


def test_an_item_inserted_moved_or_put_into_another_bank_costs_nobody_anything(old: Path, new: Path) -> None:
    head, *entries = (new / BANK).read_text().split("\n  - id: asking-")
    items = [f"\n  - id: asking-{entry}" for entry in entries]
    added = items[0].replace("asking-single", "asking-added").replace("say first", "say after that")
    (new / BANK).write_text(head + added + "".join(reversed(items[:2])))
    other = head.replace("id: asking-bank", "id: other-bank")
    (new / BANK).with_name("other-bank.yml").write_text(other + "".join(items[2:]))

    assert findings_between(new, old) == []


def test_a_renamed_item_is_proposed_its_old_name(old: Path, new: Path) -> None:
    reword(new, BANK, "id: asking-order\n", "id: asking-sequence\n")

    (finding,) = against.compare(new, str(old))

    assert finding.code == "retired-item"
    assert finding.help == "give `asking-sequence`, which reads the same, its old id `asking-order` again"


def test_an_id_is_not_used_for_something_else(old: Path, new: Path) -> None:
    reword(new, BANK, "id: asking-order\n", "id: asking-sequence\n")
    reword(new, LESSON, "id: three-questions", "id: asking-order")

    assert ("reused-id", "asking-order") in findings_between(new, old)


def test_a_removed_lesson_is_named(old: Path, new: Path) -> None:
    reword(new, LESSON, "id: three-questions", "id: other-questions")

    assert findings_between(new, old) == [("retired-lesson", "three-questions")]


def test_another_course_is_one_finding(old: Path, new: Path) -> None:
    reword(new, "content/course.yml", "id: my-course", "id: your-course")

    assert [code for code, _ in findings_between(new, old)] == ["changed-course-id"]


@pytest.mark.parametrize("made", ["wheel", "revision"])
def test_the_old_version_may_be_a_wheel_or_a_revision(
    new: Path, old: Path, made: str, tmp_path: Path
) -> None:
    make: dict[str, Callable[[Path, Path], str]] = {"wheel": _wheel, "revision": _revision}
    version = make[made](old, new)
    reword(new, BANK, "What does she say first?", "What does she say last?")

    assert findings_between(new, version) == [("superseded-item", "asking-single")]


def test_a_version_that_does_not_exist_is_said_kindly(new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(new), "--against", "v9.9.9"]) == 2

    assert "`v9.9.9` is no folder, no wheel and no revision" in capsys.readouterr().err


@pytest.mark.parametrize("damage", [lambda content: content[:-30], lambda _: b"PK", lambda _: b""])
def test_a_wheel_that_cannot_be_read_is_said_kindly(
    new: Path, old: Path, tmp_path: Path, damage: Callable[[bytes], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    wheel = Path(_wheel(old, new))
    wheel.write_bytes(damage(wheel.read_bytes()))

    assert cli.main(["check", str(new), f"--against={wheel}"]) == 2

    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        *("--output={file}", "--output", "-o{file}", "--remote={file}", "--help", "--exec={file}", "-"),
        *("", "--", "HEAD --output={file}", "HEAD\n--output={file}", "..", ":/x", "@{{-1}}", "HEAD:content"),
    ],
)
def test_a_version_that_looks_like_an_option_is_no_option(
    old: Path, new: Path, tmp_path: Path, words: str
) -> None:
    _revision(old, new)
    file = tmp_path / "precious.txt"
    file.write_text("mine")

    assert cli.main(["check", str(new), f"--against={words.format(file=file)}"]) == 2

    assert file.read_text() == "mine"


def test_the_command_shows_both_kinds_of_findings(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reword(new, BANK, "What does she say first?", "What does she say last?")

    assert cli.main(["check", str(new), "--against", str(old)]) == 0

    assert "warning[superseded-item]" in capsys.readouterr().out


def _wheel(old: Path, new: Path) -> str:
    path = old.with_name("old-0.1-py3-none-any.whl")
    with zipfile.ZipFile(path, "w") as wheel:
        for file in old.rglob("*.*"):
            wheel.write(file, f"course/shipped/{file.relative_to(old)}")
    return str(path)


def _revision(old: Path, new: Path) -> str:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "old"]):
        subprocess.run([*git, *words], cwd=new, check=True)
    return "HEAD"
