"""Sites that tests only look at: each is built once, whichever worker asks first."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from course import sample
from course.build import pipeline
from tests.site.sites import copy_course


def shipped_site(factory: pytest.TempPathFactory, engine: str = "material") -> Path:
    """Return the site of the shipped course."""
    return _built(factory, f"shipped-{engine}", copy_course, engine)


def sample_site(factory: pytest.TempPathFactory, engine: str = "material") -> Path:
    """Return the site of the sample course, whose one bank holds every item type."""
    return _built(factory, f"sample-{engine}", lambda folder: list(sample.write("course", folder)), engine)


def _built(factory: pytest.TempPathFactory, name: str, write: Callable[[Path], object], engine: str) -> Path:
    folder = _shared(factory) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").is_dir():
            write(folder)
            built = pipeline.build(folder, engine)
            assert built.site is not None, built.findings
    return folder / "site"


def _shared(factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run share; the base folder of a worker is inside the run's."""
    own = factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "built"
    shared.mkdir(exist_ok=True)
    return shared
