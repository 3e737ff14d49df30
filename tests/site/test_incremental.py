"""What earlier builds kept makes a build faster, and never another site."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import sample
from course.build import engine, fingerprint, paths, pipeline
from course.build.cache import FileCache
from course.shipped import site_assets
from course.targets import site
from tests.site.sites import ROOT, tree

LESSON = "content/first-part/asking-first/01-three-questions.md"
BANK = "quizzes/first-part/asking-first/asking-bank.yml"
EDITS = 80


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with every run of the engine, which only copies pages."""
    ran: list[str] = []

    def copy_pages(name: str, project: Path) -> None:
        ran.append(name)
        shutil.copytree(project / "docs", project / "site")

    monkeypatch.setattr(engine, "run", copy_pages)
    return ran


@pytest.fixture
def course(tmp_path: Path, runs: list[str]) -> Path:
    folder = tmp_path / "course"
    list(sample.write("course", folder))
    pipeline.build(folder)
    runs.clear()
    return folder


def test_when_nothing_changed_the_engine_is_not_started(course: Path, runs: list[str]) -> None:
    before = tree(course / "site")

    built = pipeline.build(course)

    assert (runs, built.site, built.notes) == ([], course / "site", ())
    assert tree(course / "site") == before


def test_when_nothing_changed_the_findings_are_said_again(course: Path, runs: list[str]) -> None:
    _change(course, "content/competencies.yml", _with_another_competency)
    first = pipeline.build(course)
    runs.clear()

    again = pipeline.build(course)

    assert runs == []
    assert again.findings == first.findings != ()
    assert [finding.span.place for finding in again.findings] == [one.span.place for one in first.findings]


def test_an_edit_that_changes_no_page_does_not_start_the_engine(course: Path, runs: list[str]) -> None:
    _change(course, BANK, lambda text: "# a note of the author\n" + text)

    pipeline.build(course)

    assert runs == []


def test_a_changed_word_starts_the_engine_once(course: Path, runs: list[str]) -> None:
    _change(course, LESSON, lambda text: text.replace("wait longer", "wait a little longer"))

    pipeline.build(course)
    pipeline.build(course)

    assert runs == ["material"]
    assert any("a little longer" in path.read_text() for path in (course / "site").rglob("*.md"))


def test_another_engine_starts_anew(course: Path, runs: list[str]) -> None:
    pipeline.build(course, "zensical")

    assert runs == ["zensical"]


@pytest.mark.parametrize("what", ["of_code", "of_assets"])
def test_another_version_of_the_program_or_its_templates_recalls_nothing(
    course: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(fingerprint, what, lambda *_: "another version")
    recalled = _recalled(monkeypatch)

    pipeline.build(course)

    assert recalled.count(True) == (0 if what == "of_code" else len(recalled))


def test_a_site_that_somebody_changed_is_built_again(course: Path, runs: list[str]) -> None:
    before = tree(course / "site")
    (course / "site" / "index.md").write_text("mine")

    pipeline.build(course)

    assert runs == ["material"]
    assert tree(course / "site") == before


@pytest.mark.parametrize("damage", [b"", b"not a database at all", None])
@pytest.mark.parametrize("kept", [paths.CACHE, paths.STAMP])
def test_what_was_kept_and_is_damaged_is_made_anew_with_a_note(
    course: Path, kept: str, damage: bytes | None
) -> None:
    path = course / kept
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] if damage is None else damage)
    _change(course, LESSON, lambda text: text.replace("wait longer", "wait a little longer"))

    built = pipeline.build(course)

    assert built.notes == (pipeline.DAMAGED,)
    _assert_as_clean(course)
    assert pipeline.build(course).notes == ()


def test_a_kept_page_with_other_bytes_is_never_shown(course: Path) -> None:
    with sqlite3.connect(course / paths.CACHE) as table:
        table.execute("UPDATE kept SET content = ?", (b"<p>something else</p>",))
    _change(course, LESSON, lambda text: text.replace("wait longer", "wait a little longer"))

    assert pipeline.build(course).notes == (pipeline.DAMAGED,)

    _assert_as_clean(course)


def test_without_cache_the_bytes_are_the_same(course: Path, runs: list[str]) -> None:
    before = tree(course / "site")

    pipeline.build(course, is_cached=False)

    assert runs == ["material"]
    assert tree(course / "site") == before


def test_with_errors_nothing_is_kept(tmp_path: Path, runs: list[str]) -> None:
    folder = tmp_path / "course"
    list(sample.write("course", folder))
    (folder / LESSON).write_text("no front matter")

    assert pipeline.build(folder).site is None

    assert not (folder / paths.FOLDER).exists()


WORDS = (
    "more",
    "less",
    "[a link](index.md)",
    "*weight*",
    "- a point",
    "| a | b |",
    "::: pitfall Hurry\nSlow.\n:::",
)


@settings(
    max_examples=EDITS // 10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_after_each_of_many_random_edits_the_site_is_that_of_a_clean_build(
    tmp_path_factory: pytest.TempPathFactory, runs: list[str], seed: int
) -> None:
    folder = tmp_path_factory.mktemp("edited") / "course"
    list(sample.write("course", folder))
    chance = random.Random(seed)
    for _ in range(10):
        _edit(folder, chance)
        built = pipeline.build(folder)
        if built.site is not None:
            _assert_as_clean(folder)


def _edit(folder: Path, chance: random.Random) -> None:
    """Change, take away or double a line, or bring a file of the sample back as it was."""
    path = chance.choice([path for path in sorted(folder.rglob("*.*")) if path.suffix in (".md", ".yml")])
    lines = path.read_text(encoding="utf-8").splitlines()
    at = chance.randrange(len(lines)) if lines else 0
    match chance.randrange(6):
        case 0 if path.suffix == ".md":
            lines.insert(len(lines), f"\n{chance.choice(WORDS)}\n")
        case 1 if lines:
            lines[at] += f" {chance.choice(WORDS[:2])}"
        case 2 if lines and path.suffix == ".md":
            del lines[at]
        case 3 if lines:
            lines.insert(at, "")
        case 4 if path.suffix == ".yml":
            lines.insert(0, f"# note {chance.random()}")
        case _:
            list(sample.write("course", folder))
            return
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _assert_as_clean(folder: Path) -> None:
    project = dict(site.write(pipeline.check(folder).course, site_assets()).files)
    pages = {path.removeprefix("docs/"): content for path, content in project.items() if "docs/" in path}
    assert tree(folder / "site") == {path: sha256(content).hexdigest() for path, content in pages.items()}


def _recalled(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return a list that says for every question to the cache whether it was answered."""
    answers: list[bool] = []
    recall = FileCache.recall

    def noted(self: FileCache, key: bytes) -> bytes | None:
        answers.append((found := recall(self, key)) is not None)
        return found

    monkeypatch.setattr(FileCache, "recall", noted)
    return answers


def _with_another_competency(text: str) -> str:
    """Add a competency that no item assesses, which is a warning."""
    return text + text[text.index("  - id:", text.index("competencies:")) :].replace("EDU1", "EDU9", 1)


def _change(folder: Path, path: str, change: Callable[[str], str]) -> None:
    before = (folder / path).read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    (folder / path).write_text(after, encoding="utf-8")


def test_the_fingerprint_of_the_program_covers_every_file_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    package = ROOT / "course"
    covered: set[Path] = set()

    def noted(path: Path) -> bytes:
        covered.add(path)
        return b""

    monkeypatch.setattr(Path, "read_bytes", noted)
    fingerprint.of_code.__wrapped__()

    assert covered == {*package.rglob("*.py"), *package.rglob("*.toml")}


def test_when_nothing_changed_no_reader_and_no_template_is_imported(course: Path) -> None:
    ask = (
        "import sys; from pathlib import Path; from course.build import pipeline;"
        "pipeline.build(Path(sys.argv[1]));"
        "print(*sorted({'yaml', 'markdown_it', 'jinja2', 'msgspec', 'babel'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", ask, str(course)], capture_output=True, text=True, check=True
    )

    assert done.stdout == "\n"
