"""Safety questions that were missed, on the front page: first of all, by name, and never a wall."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, expect

from course import sample
from course.build import pipeline
from tests.browser.conftest import serving
from tests.browser.keeping import answer, open_lesson

MISSED = ("single-choice", "multiple-choice", "order-steps", "match", "sort")
_ITEM = re.compile(r"^(\s*)- id: asking-(?:single|multiple|order|match|sort)$", re.MULTILINE)
NOW = datetime.now(tz=UTC)


def test_missed_safety_questions_come_first_by_name_and_leave_the_next_step_in_sight(
    browser: Browser, tmp_path: Path
) -> None:
    list(sample.write("course", tmp_path))
    for bank in (tmp_path / "quizzes").rglob("*.yml"):
        text = bank.read_text(encoding="utf-8")
        bank.write_text(_ITEM.sub(r"\g<0>\n\1  harm: true", text), encoding="utf-8")
    built = pipeline.build(tmp_path)
    assert built.site is not None, built.findings
    context = browser.new_context(viewport={"width": 360, "height": 780}, timezone_id="UTC")
    page = context.new_page()
    with serving(built.site) as address:
        page.clock.set_system_time(NOW - timedelta(days=1))
        open_lesson(page, address)
        for kind in MISSED:
            answer(page, kind, "wrong")

        page.clock.set_system_time(NOW)
        page.goto(f"{address}/index.html")
        card = page.get_by_role("region", name="First, put right")
        expect(card).to_contain_text("You missed 5 questions on which someone's safety can depend.")
        expect(card.get_by_role("link")).to_have_count(3)
        next_step = page.get_by_role("region", name="Your next step")
        top = "one => one.getBoundingClientRect().top + scrollY"
        assert card.evaluate(top) < next_step.evaluate(top) < 2 * 780
        card.get_by_text("2 more").click()
        expect(card.get_by_role("link")).to_have_count(5)
        card.get_by_role("link").last.click()
        expect(page.locator("article :target")).to_be_visible()
    context.close()
