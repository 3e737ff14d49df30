"""In each engine's build, one item is answered in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from course.build.engine import ENGINES
from tests import built
from tests.browser.answering import EVERY_TYPE, check, verdict
from tests.browser.conftest import LESSON


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_an_item_is_answered_in_the_build_of_each_engine(
    page: Page, tmp_path_factory: pytest.TempPathFactory, engine: str
) -> None:
    page.goto((built.sample_site(tmp_path_factory, engine) / LESSON).as_uri())
    page.get_by_role("button", name="Show the whole page").click()
    page.locator("[data-role=on]").click()
    assert page.locator(".imr-lesson-step:not([hidden])").count() == 1
    page.get_by_role("button", name="Show the whole page").click()
    item = EVERY_TYPE["single-choice"].find(page)

    EVERY_TYPE["single-choice"].wrong(item)
    check(item)

    assert verdict(item).startswith("Not right")
