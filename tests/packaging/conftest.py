"""What the packaging tests share."""

from __future__ import annotations

import shutil
import venv
from pathlib import Path

import pytest

from tests.packaging.project import ROOT, Environment, build_wheel, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project whose bundle is still to be made."""
    folder = copy_project(tmp_path / "project")
    shutil.rmtree(folder / "site_templates" / "bundle", ignore_errors=True)
    return folder


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH, empty."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the project as it is."""
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    environment = Environment(folder)
    environment.install(wheel)
    return environment


@pytest.fixture
def installed(environment: Environment, wheel: Path) -> Environment:
    """The environment with this very wheel, also after a test that put another one there."""
    if environment.wheel != wheel:
        environment.install("--no-deps", "--force-reinstall", wheel)
    return environment
