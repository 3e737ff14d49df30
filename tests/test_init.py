"""What `course init` begins."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from course import cli

COURSE_FILE = "content/course.yml"


def test_two_courses_that_init_begins_never_share_a_record(tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert cli.main(["init", str(tmp_path / name)]) == 0

    ids = [_id_in(tmp_path / name / COURSE_FILE) for name in ("one", "other")]

    assert ids[0] != ids[1]
    assert all(re.fullmatch(r"my-course-[a-z]{6}", one) for one in ids)


def test_a_new_course_has_no_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["init", str(tmp_path / "course")])
    capsys.readouterr()

    assert cli.main(["check", str(tmp_path / "course")]) == 0
    assert capsys.readouterr().out.strip() == "no findings"


def _id_in(path: Path) -> str:
    found = re.search(r"(?m)^id: (.+)$", path.read_text(encoding="utf-8"))
    assert found
    return found[1]


@pytest.mark.parametrize("kind", [[], ["--host"]])
def test_what_stands_beside_a_new_course_says_only_what_the_program_understands(
    tmp_path: Path, kind: list[str]
) -> None:
    assert cli.main(["init", *kind, str(tmp_path / "course")]) == 0

    written = [path for path in (tmp_path / "course").rglob("*") if path.is_file()]
    beside = [path for path in written if path.name in ("site.yml", ".gitlab-ci.yml", "Dockerfile")]
    commands = [words for path in beside for words in _commands_in(path.read_text(encoding="utf-8"))]
    assert len(beside) == (3 if kind else 2)
    assert {words[0] for words in commands} == {"check", "build"}
    for words in commands:
        cli.parser().parse_args(words)


def test_the_workflows_of_a_new_course_publish_what_was_built(tmp_path: Path) -> None:
    cli.main(["init", str(tmp_path / "course")])

    github = yaml.safe_load((tmp_path / "course/.github/workflows/site.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((tmp_path / "course/.gitlab-ci.yml").read_text(encoding="utf-8"))

    (uploaded,) = (
        step["with"]["path"] for step in github["jobs"]["build"]["steps"] if "path" in step.get("with", {})
    )
    assert uploaded == "site"
    assert github["jobs"]["publish"]["needs"] == "build"
    assert (
        gitlab["pages"]["script"][-1] == f"course build --output {gitlab['pages']['artifacts']['paths'][0]}"
    )


def test_git_leaves_out_what_a_build_makes(tmp_path: Path) -> None:
    cli.main(["init", str(tmp_path / "course")])

    assert {"/build/", "/site/"} <= set((tmp_path / "course/.gitignore").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("kind", [[], ["--host"]])
def test_a_new_course_comes_with_the_schemas_for_an_editor(tmp_path: Path, kind: list[str]) -> None:
    cli.main(["init", *kind, str(tmp_path / "course")])

    settings = json.loads((tmp_path / "course" / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert all((tmp_path / "course" / schema).is_file() for schema in settings["yaml.schemas"])


def test_check_finds_the_course_from_a_subfolder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["init", str(tmp_path / "course")])
    monkeypatch.chdir(tmp_path / "course" / "quizzes" / "first-part")
    capsys.readouterr()

    assert cli.main(["check"]) == 0

    printed = capsys.readouterr()
    assert printed.out.strip() == "no findings"
    assert printed.err == f"note: the course is in {tmp_path / 'course'}\n"


def test_a_folder_that_is_named_is_the_one_that_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["init", str(tmp_path / "course")])

    assert cli.main(["check", str(tmp_path / "course" / "quizzes")]) == 1
    assert "missing-file" in capsys.readouterr().out


def _commands_in(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    return [
        found.split() for line in lines for found in re.findall(r"\bcourse ((?:check|build)[^&\n]*)", line)
    ]
