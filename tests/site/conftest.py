"""Sites that several tests look at, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.build.engine import ENGINES
from course.model.course import Course
from tests import built, shipped_course


@pytest.fixture(scope="session", params=sorted(ENGINES))
def engine_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course built by each of the engines."""
    return built.shipped_site(tmp_path_factory, request.param)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course built by the usual engine."""
    return built.shipped_site(tmp_path_factory)


@pytest.fixture(scope="session")
def shipped() -> Course:
    """The shipped course as a value."""
    return shipped_course.course()
