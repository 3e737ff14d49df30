"""The installed wheel is the whole product, and updating it costs a host none of its own words."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.packaging.project import ROOT, Environment, build_wheel, copy_project

BUNDLE = {"course.css", "learner.js", "pages.css", "exercises.css", "search.js", "search.css"}
CHANGED_LESSON = "content/modules/module-1-recovery-strategies/01-ask-before-you-tell.md"
NEW_WORDS = "A sentence that only the newer course has."
ORGANISATION = """\
name: Riverside Clinic
welcome: Ask Robin on the second floor for the keys of the group room.
crisis_contacts:
  - name: Riverside night desk
    phone: "0800 555 0199"
"""
OWN_WORDS = ("Riverside Clinic", "Ask Robin on the second floor", "Riverside night desk", "0800 555 0199")


@pytest.fixture(scope="session")
def newer_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the next version, whose shipped course has one changed lesson."""
    project = copy_project(tmp_path_factory.mktemp("newer") / "project")
    replace(project / "course/__init__.py", r'__version__ = ".*"', '__version__ = "999.0"')
    replace(project / "content/course.yml", r"^version: .*", "version: 999.0.0")
    replace(project / CHANGED_LESSON, r"\Z", f"\n{NEW_WORDS}\n")
    # how a wheel is built on any machine is shown by the other one
    return build_wheel(project, tmp_path_factory.mktemp("newer-wheel"), "--no-isolation")


def test_the_wheel_holds_course_templates_and_bundle(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = {name.removeprefix("course/shipped/") for name in archive.namelist()}
        bundle = {name: archive.read(f"course/shipped/site_templates/bundle/{name}") for name in BUNDLE}

    assert set(shipped_files()) <= names
    assert not [name for name in names if name.startswith("site_templates/runtime/")]
    assert all(bundle.values())


def test_every_module_finds_what_it_imports(installed: Environment, tmp_path: Path) -> None:
    imported = set(installed.import_all(cwd=tmp_path))

    assert "course.cli" in imported
    commands = {f"course.commands.{path.stem}" for path in (ROOT / "course" / "commands").glob("[a-z]*.py")}
    assert commands <= imported


def test_a_command_whose_extra_is_missing_says_what_to_install(
    installed: Environment, tmp_path: Path
) -> None:
    asked = installed.course("cohort", ".", "--out", "report", cwd=tmp_path)

    assert asked.returncode != 0
    assert 'pip install "imr-trainer-course[cohort]"' in asked.stderr
    assert "Traceback" not in asked.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_sample_course_is_made_checked_and_built(installed: Environment, tmp_path: Path) -> None:
    assert_succeeds(installed.course("init", "my-course", cwd=tmp_path))
    assert (tmp_path / "my-course" / ".github" / "workflows" / "site.yml").is_file()
    assert_succeeds(installed.course("check", "my-course", cwd=tmp_path))
    assert_succeeds(installed.course("build", "my-course", cwd=tmp_path))

    site = tmp_path / "my-course" / "site"
    assert (site / "index.html").is_file()
    assert any('data-module="item"' in page for page in pages(site))


def test_an_update_of_the_course_keeps_the_words_of_its_host(
    installed: Environment, newer_wheel: Path, tmp_path: Path
) -> None:
    host = tmp_path / "riverside"
    assert_succeeds(installed.course("init", "--host", "riverside", cwd=tmp_path))
    (host / "organisation.yml").write_text(ORGANISATION)
    assert_succeeds(installed.course("build", "riverside", cwd=tmp_path))
    before = "".join(pages(host / "site"))
    id_before = installed.course_id(host)

    installed.install("--no-deps", newer_wheel)
    assert_succeeds(installed.course("build", "riverside", cwd=tmp_path))
    after = "".join(pages(host / "site"))

    assert "999.0" in installed.course("--version", cwd=tmp_path).stdout
    assert (host / "organisation.yml").read_text() == ORGANISATION
    assert [words for words in OWN_WORDS if words not in before or words not in after] == []
    assert NEW_WORDS not in before
    assert NEW_WORDS in after
    assert installed.course_id(host) == id_before
    assert item_ids_and_hashes(after) == item_ids_and_hashes(before) != []


def shipped_files() -> Iterator[str]:
    """Yield the files that someone wrote for the wheel to ship."""
    for folder in ("content", "docs", "quizzes", "site_templates"):
        for path in (ROOT / folder).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if path.is_file() and not name.startswith(("site_templates/runtime/", "site_templates/styles/")):
                yield name


def pages(site: Path) -> Iterator[str]:
    """Yield the text of every page."""
    for path in sorted(site.rglob("*.html")):
        yield path.read_text(encoding="utf-8")


def item_ids_and_hashes(text: str) -> list[tuple[str, str]]:
    """Find what a trainer's record holds on to."""
    return sorted(re.findall(r'data-item="([^"]+)" data-hash="([^"]+)"', text))


def replace(path: Path, pattern: str, words: str) -> None:
    """Change one place of a file."""
    text, count = re.subn(pattern, words, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1, f"{path} has nothing like {pattern}"
    path.write_text(text, encoding="utf-8")


def assert_succeeds(outcome: subprocess.CompletedProcess[str]) -> None:
    """Show what the command said when it fails."""
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
