"""What is measured of a course of one size: our builds and those of the peers, in the order of a round."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Usage, measure
from bench.peers.environments import FOLDER, PEERS, command
from bench.peers.projects import write_project
from bench.text.ours import write_course

CHECKOUT = Path(__file__).parents[2]
OURS = {"PYTHONPATH": str(CHECKOUT)}
PYTHON = sys.executable
SITES = ("material", "zensical", "hugo")
_MADE = ("site", "public", ".cache", "build", "resources", ".hugo_build.lock")


@dataclass(frozen=True)
class Task:
    """One thing to measure, by the name of its row."""

    row: str
    run: Callable[[], Usage]


@dataclass(frozen=True)
class Ground:
    """The folders of one size: our course, and the project of each peer."""

    lessons: int

    @property
    def ours(self) -> Path:
        return FOLDER / f"{self.lessons}" / "ours"

    @property
    def serving(self) -> Path:
        return FOLDER / "serving" / f"{self.lessons}"

    def peer(self, name: str) -> Path:
        return FOLDER / f"{self.lessons}" / name

    def prepare(self) -> None:
        """Write course and projects anew."""
        shutil.rmtree(self.ours.parent, ignore_errors=True)
        units = write_course(self.ours, self.lessons)
        for name in SITES:
            write_project(name, self.peer(name), units)


def course_command(*words: str | Path) -> list[str]:
    return [PYTHON, "-m", "course", *map(str, words)]


def tasks(ground: Ground) -> Iterator[Task]:
    """Yield what a round runs: ours, a peer, ours, a peer."""
    yield Task("ours, compile without site engine", lambda: _compile(ground))
    yield Task(PEERS["material"].name, lambda: _peer(ground, "material"))
    yield Task("ours, `course build`", lambda: _build(ground))
    yield Task(PEERS["zensical"].name, lambda: _peer(ground, "zensical"))
    yield Task("ours, nothing changed", lambda: _again(ground))
    yield Task(f"{PEERS['zensical'].name}, one lesson changed", lambda: _peer_changed(ground, "zensical"))
    yield Task("ours, one lesson changed", lambda: _changed(ground))
    yield Task(PEERS["hugo"].name, lambda: _peer(ground, "hugo"))


def _compile(ground: Ground) -> Usage:
    return measure([PYTHON, "-m", "bench.builds.compile_once", ground.ours], Path(), OURS)


def _build(ground: Ground) -> Usage:
    _clean(ground.ours)
    return _again(ground)


def _again(ground: Ground) -> Usage:
    return measure(course_command("build", ground.ours), Path(), OURS)


def _changed(ground: Ground) -> Usage:
    change(next((ground.ours / "content").rglob("02-lesson.md")))
    return _again(ground)


def _peer(ground: Ground, name: str) -> Usage:
    _clean(ground.peer(name))
    return measure(command(name), ground.peer(name))


def _peer_changed(ground: Ground, name: str) -> Usage:
    change(next(ground.peer(name).rglob("02-lesson.md")))
    words = [word for word in command(name) if word != "--clean"]
    return measure(words, ground.peer(name))


def _clean(folder: Path) -> None:
    for name in _MADE:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def change(lesson: Path, words: str = "") -> None:
    """Add a sentence before the questions of a lesson, different from those before."""
    text = lesson.read_text()
    count = text.count("was changed")
    mark = "## Check yourself"
    lesson.write_text(
        text.replace(mark, f"This lesson was changed {words or f'{count + 1} times'}.\n\n{mark}", 1)
    )
