"""The site engines: commands that turn the generated project into a site."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# Any fixed moment serves: engines write it where they would write the time of the build.
FIXED_MOMENT = "1577836800"


@dataclass(frozen=True)
class Engine:
    """A site engine: the module that is run, its package, and its name in messages."""

    module: str
    package: str


ENGINES = {
    "material": Engine("mkdocs", "mkdocs-material"),
    "zensical": Engine("zensical", "imr-trainer-course[zensical]"),
    "properdocs": Engine("properdocs", "imr-trainer-course[properdocs]"),
}


class EngineError(Exception):
    """The engine is missing or failed; `str()` is what a person reads."""


def run(name: str, project: Path) -> None:
    """Run an engine over a project. Raise EngineError with its own words when it fails."""
    engine = ENGINES[name]
    if importlib.util.find_spec(engine.module) is None:
        raise EngineError(f"the engine {name} is not installed\n  = help: run `pip install {engine.package}`")
    words = [sys.executable, "-m", engine.module, "build", "--clean", "--config-file", "mkdocs.yml"]
    done = subprocess.run(
        words,
        cwd=project,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        said = "\n".join(line for line in (done.stdout + done.stderr).splitlines() if line.strip())
        raise EngineError(f"the engine {name} failed; its own words follow\n{said}")


def _environment() -> dict[str, str]:
    return os.environ | {
        "SOURCE_DATE_EPOCH": FIXED_MOMENT,
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
    }
