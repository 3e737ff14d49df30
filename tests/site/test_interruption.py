"""A build interrupted at any moment leaves a whole site, and the next run repairs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from course import sample
from course.build import engine, paths, pipeline, swap
from tests.site.sites import tree


class Interrupted(BaseException):
    """Stands for a killed process: nothing in the product catches it."""


@pytest.fixture
def course_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small course with a site, whose engine only copies pages, so that hundreds of builds are quick."""
    monkeypatch.setattr(engine, "run", _copy_pages)
    folder = tmp_path / "course"
    list(sample.write("course", folder))
    pipeline.build(folder)
    return folder


@pytest.mark.parametrize("can_exchange", [True, False])
def test_after_an_interruption_at_every_step_there_is_a_whole_site(
    course_folder: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    old = tree(course_folder / "site")
    _reword(course_folder)
    new = _clean_build(course_folder, monkeypatch)
    kept = course_folder.with_name("kept")
    shutil.copytree(course_folder, kept)

    for number in count(1):
        shutil.rmtree(course_folder)
        shutil.copytree(kept, course_folder)
        was_interrupted = _interrupted_build(course_folder, number)

        swap.repair(course_folder / paths.SITE, course_folder / paths.ASIDE)
        assert tree(course_folder / "site") in (old, new), f"interrupted at step {number}"
        pipeline.build(course_folder)
        assert tree(course_folder / "site") == new
        assert not (course_folder / paths.ASIDE).exists()
        if not was_interrupted:
            break

    assert number > 5


@pytest.mark.parametrize("can_exchange", [True, False])
def test_what_others_put_into_the_site_is_there_again_after_an_interruption_at_every_step(
    course_folder: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    (course_folder / "site" / "CNAME").write_text("course.example.org")
    _reword(course_folder)
    kept = course_folder.with_name("kept")
    shutil.copytree(course_folder, kept)

    for number in count(1):
        shutil.rmtree(course_folder)
        shutil.copytree(kept, course_folder)
        was_interrupted = _interrupted_build(course_folder, number)

        pipeline.build(course_folder)
        assert (course_folder / "site" / "CNAME").read_text() == "course.example.org"
        assert not (course_folder / paths.OTHERS).exists(), f"interrupted at step {number}"
        if not was_interrupted:
            break


def test_where_folders_can_be_exchanged_there_is_a_site_without_any_repair(course_folder: Path) -> None:
    if not swap._exchange(_empty(course_folder / "one"), _empty(course_folder / "two")):
        pytest.skip("this system cannot exchange two folders")
    _reword(course_folder)

    for number in count(1):
        if not _interrupted_build(course_folder, number):
            break
        assert (course_folder / "site" / "index.md").is_file(), f"interrupted at step {number}"


def test_a_failing_engine_leaves_the_old_site_and_says_why(
    course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tree(course_folder / "site")
    _reword(course_folder)

    def fail(name: str, project: Path) -> None:
        raise engine.EngineError("the engine material failed; its own words follow\nno room left")

    monkeypatch.setattr(engine, "run", fail)
    with pytest.raises(engine.EngineError, match="no room left"):
        pipeline.build(course_folder)

    assert tree(course_folder / "site") == old


def _copy_pages(name: str, project: Path) -> None:
    shutil.copytree(project / "docs", project / "site")


def _reword(folder: Path) -> None:
    lesson = next(folder.rglob("01-three-questions.md"))
    lesson.write_text(lesson.read_text().replace("Ask an open question", "Ask one open question"))


def _clean_build(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    other = folder.with_name("clean")
    shutil.copytree(folder, other, ignore=shutil.ignore_patterns("build", "site"))
    pipeline.build(other)
    return tree(other / "site")


def _interrupted_build(folder: Path, number: int) -> bool:
    """Build, and be killed just before the given change to the disk; false when there were fewer."""
    steps = count(1)

    def killed(change: Callable[..., Any], half: Callable[..., Any] | None = None) -> Callable[..., Any]:
        def step(*words: Any, **names: Any) -> Any:
            if next(steps) == number:
                if half:
                    half(*words, **names)
                raise Interrupted
            return change(*words, **names)

        return step

    with _every_change(killed):
        try:
            pipeline.build(folder)
        except Interrupted:
            return True
    return False


@contextmanager
def _every_change(wrap: Callable[..., Callable[..., Any]]) -> Iterator[None]:
    """Wrap everything through which a build changes the disk."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("rename", "replace", "write_bytes", "unlink", "rmdir"):
            patch.setattr(Path, name, wrap(getattr(Path, name)))
        patch.setattr(shutil, "rmtree", wrap(shutil.rmtree, _remove_half))
        patch.setattr(shutil, "copytree", wrap(shutil.copytree))
        patch.setattr(swap, "_exchange", wrap(swap._exchange))
        yield


def _remove_half(folder: Path) -> None:
    for path in sorted(path for path in folder.rglob("*") if path.is_file())[::2]:
        os.remove(path)


def _empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_two_builds_at_once_wait_for_each_other(course_folder: Path) -> None:
    new = _reworded_site(course_folder)

    with ThreadPoolExecutor(4) as pool:
        built = list(pool.map(pipeline.build, [course_folder] * 4))

    assert all(one.site for one in built)
    assert tree(course_folder / "site") == new


def _reworded_site(folder: Path) -> dict[str, str]:
    other = folder.with_name("reworded")
    shutil.copytree(folder, other, ignore=shutil.ignore_patterns("build", "site"))
    _reword(other)
    _reword(folder)
    pipeline.build(other)
    return tree(other / "site")
