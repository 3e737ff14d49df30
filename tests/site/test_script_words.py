"""Every script is given the words that it says, and no page more than it needs."""

from __future__ import annotations

import re

import pytest

from course.shipped import site_assets
from course.targets.site.project import PAGE_SCRIPTS

ASSETS = site_assets()
_ASKED = re.compile(r"""\(["'`]((?:[a-z]+_)+)["'`]\)""")
APART = {beginning for beginnings in PAGE_SCRIPTS.values() for beginning in beginnings}


@pytest.mark.parametrize("name", sorted({*PAGE_SCRIPTS, "learner.js"}))
def test_a_script_comes_with_the_words_that_it_says(name: str) -> None:
    script = ASSETS[f"bundle/{name}"].decode("utf-8")
    asked = {
        beginning for found in _ASKED.findall(script) for beginning in APART if found.startswith(beginning)
    }

    assert asked == set(PAGE_SCRIPTS.get(name, ()))
