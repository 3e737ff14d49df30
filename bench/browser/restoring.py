"""Opening a lesson with a long record: how long until every question shows how it was left."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.browser.opening import fresh_page
from bench.browser.sites import GROUND, Sites
from bench.records.files import record, under_another_name
from bench.text.course import SEED
from course.reading import course_folder
from course.records.course_data import course_data
from course.records.course_keys import course_keys

EVENTS = 5_000
_RESTORED = Path(__file__).with_name("restored.js").read_text()


def restore_times(
    browser: Browser, sites: Sites, address: str, rounds: int
) -> tuple[list[float], list[float]]:
    """Return milliseconds from the start of the visit: with nothing kept, and with the long record."""
    empty: list[float] = []
    full: list[float] = []
    with fresh_page(browser, _RESTORED) as without, fresh_page(browser, _RESTORED) as having:
        _bring_in(having, address, _record())
        for _ in range(rounds):
            empty.append(_restored(without, f"{address}/{sites.lesson}"))
            full.append(_restored(having, f"{address}/{sites.lesson}"))
        _require_answers(having)
    return empty, full


def _restored(page: Page, address: str) -> float:
    page.goto(address)
    page.wait_for_function("() => window.benchRestored")
    return float(page.evaluate("benchRestored"))


def _require_answers(page: Page) -> None:
    """What was fast because nothing came back would say nothing."""
    states = page.locator("[data-module=item]").evaluate_all("items => items.map(item => item.dataset.state)")
    if set(states) != {"answered"}:
        raise AssertionError(f"the long record did not restore every question: {states}")


def _bring_in(page: Page, address: str, content: bytes) -> None:
    page.goto(f"{address}/record.html")
    page.locator("[data-role=nothing]:visible").wait_for()
    file = {"name": "competence-x.json", "mimeType": "application/json", "buffer": content}
    page.get_by_label("Choose an exported file").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Add it to my record").click()
    page.locator("[data-role=import-outcome]", has_text="The file was added").wait_for()


def _record() -> bytes:
    """Make the record of someone who has answered every question of the course, many of them often."""
    course = course_folder.read((GROUND / "ours",)).course
    made = record(course_data(course), course_keys(course), EVENTS, SEED, 0)
    return under_another_name(made, "the long record")
