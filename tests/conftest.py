"""What the tests share: whole expected texts, and course folders with one mistake in them."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.course_folder import make_course

# No test asserts a time: a machine that is busy must not fail one.
settings.register_profile("without deadlines", deadline=None)
settings.load_profile("without deadlines")

Expect = Callable[[Path, str], None]
MakeCourse = Callable[[str], Path]
TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected files with what came out")


# What takes longest begins first, so that all workers end at about the same time.
LONGEST_FIRST = ("browser", "site", "packaging", "test_terminal.py", "twins", "learning", "records", "bench")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _place(item.path.relative_to(TESTS).parts[0]))


def _place(folder: str) -> int:
    return LONGEST_FIRST.index(folder) if folder in LONGEST_FIRST else len(LONGEST_FIRST)


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Expect:
    """Compare a text with a whole expected file, or rewrite that file after `--update`."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            return
        expected = path.read_bytes().decode() if path.exists() else ""
        if text != expected:
            pytest.fail(_difference(path, expected, text), pytrace=False)

    return compare


@pytest.fixture
def course_of(tmp_path: Path) -> MakeCourse:
    """Make the course folder of a case, by its name."""
    return lambda case: make_course(case, tmp_path / case)


def _difference(path: Path, expected: str, text: str) -> str:
    lines = difflib.unified_diff(
        expected.splitlines(),
        text.splitlines(),
        f"{path.parent.name}/{path.name}",
        "what came out",
        lineterm="",
    )
    return "\n".join([*lines, "If the new text is right, run pytest again with --update."])
