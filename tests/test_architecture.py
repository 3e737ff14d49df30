"""The page of the architecture names the floors that the contracts hold."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

Floors = list[set[str]]  # from the top down; modules on one floor do not know each other


def _python_contract() -> Floors:
    """Return the layers of import-linter."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    (layers,) = [one["layers"] for one in tool["importlinter"]["contracts"] if one["type"] == "layers"]
    return [set(re.findall(r"\w+", layer)) for layer in layers]


def _browser_contract() -> Floors:
    """Return the floors of dependency-cruiser."""
    return [{name} for name in json.loads((ROOT / "tools" / "runtime_floors.json").read_text())]


def _floors_below(title: str) -> Floors:
    """Return the floors in the table of a section of the page."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    (section,) = [part for part in re.split(r"^## ", page, flags=re.M) if part.startswith(f"{title}\n")]
    rows = re.findall(r"^\| (`[^|]*) \|", section, flags=re.M)
    return [set(re.findall(r"`(\w+)`", row)) for row in rows]


@pytest.mark.parametrize(
    ("title", "contract"), [("Floors", _python_contract), ("In the browser", _browser_contract)]
)
def test_the_page_names_the_floors_of_the_contract(title: str, contract: Callable[[], Floors]) -> None:
    assert _floors_below(title) == contract()


def test_every_module_of_the_package_is_on_a_floor() -> None:
    there = {
        path.stem
        for path in (ROOT / "course").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }

    assert there - {"__init__", "__main__"} == set().union(*_floors_below("Floors"))


def test_every_file_that_the_page_names_is_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    there = [
        path.relative_to(ROOT).as_posix()
        for folder in ("course", "site_templates", "tools", "tests")
        for path in (ROOT / folder).rglob("*")
        if not {"bundle", "__pycache__"} & set(path.parts)
    ]

    named = re.findall(r"`([\w/]+\.(?:py|ts|html|json))`", page)
    missing = [name for name in named if not any(path == name or path.endswith(f"/{name}") for path in there)]

    assert named
    assert missing == []
