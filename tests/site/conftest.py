"""Sites that several tests look at, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.build import pipeline
from course.build.engine import ENGINES
from course.model.course import Course
from tests import built, shipped_course
from tests.faults import times

USUAL = "material"


@pytest.fixture(scope="session", params=sorted(ENGINES))
def engine_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course built by the usual engine, and the sample course built by each of the others.

    What one engine does with a page of each kind it does with all; the full set of faults tries them all.
    """
    is_usual = request.param == USUAL
    build = built.shipped_site if is_usual or times(0, 1) else built.sample_site
    return build(tmp_path_factory, request.param)


@pytest.fixture
def engine_course(engine_site: Path) -> Course:
    """The course that the site was built from."""
    is_sample = engine_site.parent.name.startswith("sample")
    return pipeline.check(engine_site.parent).course if is_sample else shipped_course.course()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course built by the usual engine."""
    return built.shipped_site(tmp_path_factory)


@pytest.fixture(scope="session")
def shipped() -> Course:
    """The shipped course as a value."""
    return shipped_course.course()
