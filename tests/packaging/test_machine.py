"""What `make` finds on a machine, and what it says when something is missing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.packaging.project import ROOT, put
from tools import find_browser

NEW_ENOUGH_WITHOUT_VENV = 'case "$2" in *version_info*) exit 0;; *) exit 1;; esac'


def test_a_python_with_venv_is_preferred_to_one_without(programs: Path) -> None:
    put(programs, "python3.11", NEW_ENOUGH_WITHOUT_VENV)
    put(programs, "python3.12", "exit 0")

    assert find_python() == (0, "python3.12\n")


def test_a_named_python_comes_first(programs: Path) -> None:
    put(programs, "python3.11", "exit 0")
    put(programs, "mine", "exit 0")

    assert find_python(PYTHON="mine") == (0, "mine\n")


def test_a_missing_venv_module_is_named_with_its_package(programs: Path) -> None:
    put(programs, "python3", NEW_ENOUGH_WITHOUT_VENV)

    assert find_python() == (
        1,
        "error: python3 comes without its venv module\n"
        "  = help: on Debian or Ubuntu run `apt-get install python3-venv`, then try again\n",
    )


def test_a_machine_with_an_old_python_only_gets_a_message(programs: Path) -> None:
    put(programs, "python3", "exit 1")

    assert find_python() == (
        1,
        "error: no Python 3.11 or newer here\n"
        "  = help: install one, or name it: `make PYTHON=/path/to/python3 serve`\n",
    )


def test_a_browser_that_does_not_start_is_passed_over(programs: Path) -> None:
    put(programs, "chromium", "exit 1")
    put(programs, "google-chrome", "exit 0")

    assert find_browser.find() == str(programs / "google-chrome")


def test_root_on_debian_gets_the_browser_of_debian(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # this apt-get can install one thing: itself, under the name that was asked for
    put(programs, "apt-get", f'[ "$1" != install ] || /bin/cp "$0" "{programs}/$3"')
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    assert find_browser.install_from_debian() == str(programs / "chromium")


def test_nobody_but_root_installs_with_apt(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(programs, "apt-get", f'/bin/touch "{programs}/started"')
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert find_browser.install_from_debian() is None
    assert not (programs / "started").exists()


def find_python(**variables: str) -> tuple[int, str]:
    """Run the script with what the test has put on PATH."""
    outcome = subprocess.run(
        [ROOT / "tools" / "find_python.sh"],
        env={"PATH": os.environ["PATH"], **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return outcome.returncode, outcome.stdout
