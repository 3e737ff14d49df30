"""A build deletes and overwrites nothing that it did not make, and follows no link out of its folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import cli, editor, sample
from course.build import engine, own_folder, paths, pipeline
from tests.site.sites import tree

LESSON = "content/first-part/asking-first/01-three-questions.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small course without a site, whose engine only copies pages."""
    monkeypatch.setattr(
        engine, "run", lambda name, project: shutil.copytree(project / "docs", project / "site")
    )
    list(sample.write("course", tmp_path / "course"))
    return tmp_path / "course"


@pytest.fixture
def built(folder: Path) -> Path:
    pipeline.build(folder)
    return folder


def write(path: Path, text: str = "mine") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def reword(folder: Path) -> None:
    text = (folder / LESSON).read_text()
    (folder / LESSON).write_text(text.replace("Ask an open question", "Ask one open question") + "\nMore.\n")


def test_a_site_folder_that_no_build_made_is_refused_and_left_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "site/notes.txt")
    write(folder / "site/.git/config")
    before = tree(folder / "site")

    assert cli.main(["build", str(folder)]) == 1

    said = capsys.readouterr().err
    assert str(folder / "site") in said
    assert "--output DIR" in said
    assert tree(folder / "site") == before


def test_with_output_the_site_goes_elsewhere(folder: Path, tmp_path: Path) -> None:
    notes = write(folder / "site/notes.txt")

    for _ in range(2):
        assert cli.main(["build", str(folder), "--output", str(tmp_path / "new/place")]) == 0
        assert (tmp_path / "new/place/index.md").is_file()
        reword(folder)

    assert notes.read_text() == "mine"


@pytest.mark.parametrize("inside", ["build/out", "content/out", "quizzes"])
def test_an_output_inside_what_the_course_needs_is_refused(folder: Path, inside: str) -> None:
    with pytest.raises(own_folder.NotOursError, match="--output"):
        pipeline.build(folder, output=folder / inside)


def test_the_course_itself_is_no_output(folder: Path) -> None:
    with pytest.raises(own_folder.NotOursError, match="no build of this course made"):
        pipeline.build(folder, output=folder)


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("CNAME", "CNAME"),
        (".nojekyll", ".nojekyll"),
        (".git/config", ".git"),
        ("first-part/mine.txt", "first-part/mine.txt"),
        ("deep/er/mine.txt", "deep"),
    ],
)
@pytest.mark.parametrize("is_cached", [True, False])
def test_a_file_of_others_in_the_site_survives_every_build_and_is_named(
    built: Path, name: str, named: str, is_cached: bool
) -> None:
    write(built / "site" / name)

    for _ in range(2):
        reword(built)
        notes = pipeline.build(built, is_cached=is_cached).notes
        assert any(note.endswith(f": {named}") for note in notes)
        assert (built / "site" / name).read_text() == "mine"


def test_a_build_without_changes_still_starts_no_engine_beside_files_of_others(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(built / "site/CNAME")
    pipeline.build(built)
    monkeypatch.setattr(engine, "run", lambda *_: pytest.fail("the engine was started"))

    assert pipeline.build(built).notes == ()


def test_a_page_that_someone_changed_is_moved_aside_and_reported(built: Path) -> None:
    write(built / "site/index.md", "my own words")

    notes = pipeline.build(built).notes

    kept = built / paths.OTHERS / "index.md"
    assert kept.read_text() == "my own words"
    assert any(str(kept) in note for note in notes)
    assert (built / "site/index.md").read_text() != "my own words"


@pytest.mark.parametrize("path", ["notes.txt", "docs/mine.md", "mkdocs.yml"])
def test_what_others_put_into_the_project_is_moved_aside_and_reported(path: str, built: Path) -> None:
    write(built / paths.PROJECT / path, "my own words")
    reword(built)

    notes = pipeline.build(built).notes

    kept = built / paths.OTHERS / "project" / path
    assert kept.read_text() == "my own words"
    assert any(str(kept) in note for note in notes)
    assert pipeline.build(built).notes == ()


def test_a_page_of_ours_that_is_no_longer_made_goes(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_index(name: str, project: Path) -> None:
        shutil.copytree(project / "docs", project / "site")
        (project / "site/index.md").unlink()

    monkeypatch.setattr(engine, "run", without_index)
    reword(built)

    assert pipeline.build(built).notes == ()
    assert not (built / "site/index.md").exists()


@pytest.mark.parametrize(
    "place", ["site", "build", "build/project", "build/project/docs", "build/site-before", "build/lock"]
)
@pytest.mark.parametrize("is_built", [True, False])
def test_a_link_is_never_followed_out_of_the_folder(
    folder: Path, tmp_path: Path, place: str, is_built: bool
) -> None:
    if is_built:
        pipeline.build(folder)
    precious = write(tmp_path / "precious/file.txt")
    link = folder / place
    if link.is_dir():
        shutil.rmtree(link)
    link.unlink(missing_ok=True)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(precious if place == "build/lock" else precious.parent)
    reword(folder)

    with pytest.raises(own_folder.NotOursError, match="link"):
        pipeline.build(folder)

    assert tree(precious.parent).keys() == {"file.txt"}
    assert precious.read_text() == "mine"


@pytest.mark.parametrize("is_built", [True, False])
def test_a_file_with_another_name_elsewhere_is_never_written_into(
    folder: Path, tmp_path: Path, is_built: bool
) -> None:
    if is_built:
        pipeline.build(folder)
    names = [paths.MARK, paths.STAMP, paths.CACHE, f"{paths.PROJECT}/mkdocs.yml", "build/lock"]
    names += [f"{name}~" for name in names[:-1]]
    for number, name in enumerate(names):
        place = folder / name
        precious = write(tmp_path / "precious" / str(number))
        if place.exists():
            precious.write_bytes(place.read_bytes())
            place.unlink()
        place.parent.mkdir(parents=True, exist_ok=True)
        place.hardlink_to(precious)
    before = tree(tmp_path / "precious")
    reword(folder)

    pipeline.build(folder)

    assert tree(tmp_path / "precious") == before


def test_schemas_for_an_editor_are_written_through_no_link(folder: Path, tmp_path: Path) -> None:
    precious = write(tmp_path / "precious/file.txt")
    for name in ("course.schema.json", "bank.schema.json"):
        (folder / editor.FOLDER).mkdir(parents=True, exist_ok=True)
        (folder / editor.FOLDER / name).symlink_to(precious)
    (folder / editor.SETTINGS).symlink_to(tmp_path / "precious/new.json")

    list(editor.write_files(folder))

    assert tree(precious.parent).keys() == {"file.txt"}
    assert precious.read_text() == "mine"


def test_a_link_inside_the_site_is_carried_over_as_a_link(built: Path, tmp_path: Path) -> None:
    precious = write(tmp_path / "precious/file.txt")
    (built / "site/linked").symlink_to(precious.parent)
    reword(built)

    pipeline.build(built)

    assert (built / "site/linked").is_symlink()
    assert precious.read_text() == "mine"


def test_a_project_folder_that_no_build_made_is_refused(folder: Path) -> None:
    mine = write(folder / "build/project/mine.txt")

    with pytest.raises(own_folder.NotOursError, match="no build of this course made"):
        pipeline.build(folder)

    assert mine.read_text() == "mine"


def test_a_site_of_a_version_without_marks_is_known_by_its_stamp(built: Path) -> None:
    (built / paths.MARK).unlink()
    os.utime(built / paths.STAMP)
    write(built / "site/CNAME")
    os.utime(built / paths.STAMP, ns=(0, (built / "site/CNAME").stat().st_ctime_ns - 1))
    reword(built)

    notes = pipeline.build(built).notes

    assert [note for note in notes if "CNAME" in note and "index" not in note] == list(notes)
    assert (built / "site/CNAME").read_text() == "mine"


def test_when_the_build_folder_is_gone_the_site_is_not_taken_for_ours(built: Path) -> None:
    shutil.rmtree(built / "build")

    with pytest.raises(own_folder.NotOursError):
        pipeline.build(built)


def test_a_course_that_was_moved_knows_its_site(built: Path) -> None:
    moved = built.rename(built.with_name("elsewhere"))
    reword(moved)

    assert pipeline.build(moved).site == moved / "site"


@pytest.mark.parametrize("leftover", [paths.NEXT, paths.ASIDE])
def test_what_others_kept_in_a_site_survives_an_interrupted_exchange(built: Path, leftover: str) -> None:
    write(built / "site/CNAME")
    shutil.copytree(built / "site", built / leftover)
    (built / "site/CNAME").unlink()
    reword(built)

    pipeline.build(built)

    assert (built / "site/CNAME").read_text() == "mine"
    assert not (built / leftover).exists()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.sets(
        st.lists(st.sampled_from(["a", ".b", "index.md", "c~"]), min_size=1, max_size=3).map("/".join)
    )
)
def test_whatever_others_put_into_a_site_is_somewhere_after_a_build(
    tmp_path_factory: pytest.TempPathFactory, names: set[str]
) -> None:
    root = tmp_path_factory.mktemp("others")
    old, site, aside = root / "old", root / "site", root / "aside"
    write(old / "page.md", "ours")
    write(site / "index.md", "ours")
    made = own_folder.both(own_folder.made_in(old), own_folder.made_in(site))
    written = 0
    for name in sorted(names):
        if not any(parent.is_file() for parent in (old / name).parents) and not (old / name).exists():
            write(old / name, f"mine {name}")
            written += 1

    own_folder.carry_over(old, site, made, aside)

    places = [path for top in (site, aside) for path in top.rglob("*") if path.is_file()]
    assert sum(path.read_text().startswith("mine") for path in places) == written
    assert (site / "index.md").read_text() == "ours"
    assert not old.exists()


def test_merging_records_overwrites_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = write(tmp_path / "mine.json")
    record = Path(__file__).parents[1] / "golden/competence-record-1.0.0.json"

    assert cli.main(["record", "merge", str(record), "-o", str(mine)]) == 2

    assert "name a new file" in capsys.readouterr().err
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("words", [["init"], ["init", "--host"]])
def test_beginning_a_course_writes_into_no_folder_that_holds_something(
    tmp_path: Path, words: list[str]
) -> None:
    mine = write(tmp_path / "here/organisation.yml")

    assert cli.main([*words, str(mine.parent)]) == 2

    assert mine.read_text() == "mine"
