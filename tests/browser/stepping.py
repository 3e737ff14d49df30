"""A lesson with several steps, and moving through it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

from course import sample
from course.build import pipeline

STEPS = "first-part/asking-first/three-questions.html"
_LESSON = "content/first-part/asking-first/01-three-questions.md"
_FRONT = """---
id: three-questions
title: Three questions to begin with
minutes: 4
remember: A question you ask first tells you what you need not explain.
do: Begin your next session with one open question, and wait.
---
"""
_LONG = "People notice more than they say, and they say more when someone waits for them to finish. " * 5
_BODY = f"""
## Ask, wait, build on it {{#ask-wait-build}}

{_LONG}

::: question asking-multiple
:::

What follows a question is a step of its own, and it speaks of a lighthouse. {_LONG}

## Wait longer {{#wait-longer}}

| What you hear | What you say | What it may lead to |
|---|---|---|
| Nothing at all | Nothing yet, because you count to ten | Somebody says what they have noticed |

{_LONG}

### A silence {{#a-silence}}

Here a harbour is spoken of. Look at [the beginning](#ask-wait-build) once more.

::: checklist first-check: For your next session
- I asked before I explained.
- I waited.
:::

## Check yourself {{#check}}

::: quiz asking-bank
:::
"""


def build_steps(folder: Path) -> Path:
    """Build the sample course with a longer lesson, and return its site."""
    list(sample.write("course", folder))
    (folder / _LESSON).write_text(_FRONT + _BODY, encoding="utf-8")
    built = pipeline.build(folder)
    assert built.site is not None, built.findings
    return built.site


def place(page: Page) -> str:
    """Return what is said above the step."""
    return page.locator("[data-role=place]").inner_text()


def go_on(page: Page) -> None:
    page.locator("[data-role=on]").click()


def go_back(page: Page) -> None:
    page.locator("[data-role=back]").click()


def shown(page: Page) -> list[str]:
    """Return the addresses of the steps that are shown; one, unless the page is whole."""
    return list(
        page.locator(".imr-lesson-step").evaluate_all(
            "all => all.filter(one => one.checkVisibility({contentVisibilityAuto: true}) && !one.hidden)"
            ".map(one => one.dataset.anchor)"
        )
    )


def question(page: Page) -> Locator:
    """Return the one question that is shown."""
    return page.locator(".imr-item:visible")
