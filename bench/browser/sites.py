"""The sites that are opened: a course of ours, the same with Material and mkdocs-quiz, and a long lesson."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from bench.builds.tasks import OURS, course_command
from bench.measuring import measure
from bench.peers.environments import FOLDER, command, prepare
from bench.peers.projects import write_project
from bench.text.course import Unit
from bench.text.ours import write_course

GROUND = FOLDER / "browser"
LESSON = 4  # the first that holds questions and no exercise
LONG = 100


@dataclass(frozen=True)
class Sites:
    """Where each site is, and the units that ours was written from."""

    lessons: int
    units: list[Unit]

    @property
    def project(self) -> Path:
        return GROUND / "ours" / "build" / "project"

    ours = GROUND / "ours" / "site"
    material = GROUND / "material" / "site"
    long = GROUND / "long" / "site"

    @property
    def lesson(self) -> str:
        unit = self.units[0]
        return f"{unit.folder}/{unit.pages[LESSON].id}.html"

    @property
    def their_lesson(self) -> str:
        unit = self.units[0]
        return f"{unit.folder}/{unit.pages[LESSON].file}".replace(".md", ".html")

    @property
    def long_lesson(self) -> str:
        return f"{self.units[0].folder}/{self.units[0].pages[1].id}.html"


def build_sites(lessons: int) -> Sites:
    """Build all of them anew."""
    shutil.rmtree(GROUND, ignore_errors=True)
    print(f"building sites of {lessons} lessons, and a lesson of {LONG} questions", flush=True)
    units = write_course(GROUND / "ours", lessons)
    write_course(GROUND / "long", 1, items=LONG)
    for name in ("ours", "long"):
        measure(course_command("build", GROUND / name), Path(), OURS)
    prepare("material")
    write_project("material", GROUND / "material", units)
    measure(command("material"), GROUND / "material")
    return Sites(lessons, units)
