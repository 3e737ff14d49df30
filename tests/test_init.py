"""What `course init` begins."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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
