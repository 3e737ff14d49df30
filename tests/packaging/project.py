"""A copy of the project to build from, its wheel, and an environment to install into."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

IMPORT_ALL = """
import course, importlib, pkgutil
for module in pkgutil.walk_packages(course.__path__, "course."):
    if module.name == "course.__main__":
        continue
    try:
        print(importlib.import_module(module.name).__name__)
    except ModuleNotFoundError as error:
        if error.name not in {"openpyxl", "pyarrow", "xlsxwriter"}:  # brought by an extra
            raise
"""
COURSE_ID = """
from pathlib import Path
from course.build import pipeline
print(pipeline.check(Path()).course.outline.id)
"""
ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(
    ".*_cache", ".bench", ".git", ".hypothesis", ".venv", "__pycache__", "node_modules"
)


@dataclass
class Environment:
    """A virtual environment that knows nothing of the project's folder, and the wheel that it holds."""

    folder: Path
    wheel: Path | None = None

    def install(self, *words: str | Path) -> None:
        """Install with the pip of the tests: the environment has none of its own. The wheel comes last."""
        pip: list[str | Path] = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
        subprocess.run([*pip, "--python", self.folder / "bin" / "python", "install", *words], check=True)
        self.wheel = Path(words[-1])

    def course(self, *words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run the installed command; of the tests' own settings it sees none."""
        return subprocess.run(
            [self.folder / "bin" / "course", *words],
            cwd=cwd,
            env={"PATH": os.defpath, "HOME": str(cwd)},
            capture_output=True,
            text=True,
        )

    def course_id(self, folder: Path) -> str:
        """Ask the installed package for the id of the course that a folder stands for."""
        return self._python(COURSE_ID, folder).strip()

    def import_all(self, cwd: Path) -> list[str]:
        """Import every module of the installed package, and name those that need no extra."""
        return self._python(IMPORT_ALL, cwd).split()

    def _python(self, script: str, cwd: Path) -> str:
        python = self.folder / "bin" / "python"
        return subprocess.check_output([python, "-c", script], cwd=cwd, text=True)


def copy_project(to: Path) -> Path:
    """Copy the project without what was installed or built in it, but with its bundle."""
    folder = Path(shutil.copytree(ROOT, to, ignore=LEFT_OUT))
    for name in ("build", "site", "dist"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return folder


def build_wheel(project: Path, into: Path, *how: str) -> Path:
    """Build a wheel the way pip does, in a build environment of its own unless asked otherwise."""
    subprocess.run([sys.executable, "-m", "build", *how, "--wheel", "--outdir", into, project], check=True)
    (wheel,) = into.glob("*.whl")
    return wheel


def put(folder: Path, name: str, script: str) -> None:
    """Put a program there that does what the script says."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
