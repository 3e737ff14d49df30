"""What a supervisor has assigned, on the front page: completing it is said, and the focus stays near."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.exercising import REFERENCES, compare, open_exercises
from tests.browser.keeping import answer_all, events, open_lesson
from tests.browser.talking import GOOD, open_talk, talk

# writes events as the page does, one after the other
_WRITE = """async events => {
  for (const [type, body] of events) await imr.store.change(({ events, self }) => {
    const own = events.filter(({ raw }) => raw.device === self.device);
    const last = own[own.length - 1].raw;
    const number = (parseInt(last.id.slice(-6), 16) + 1).toString(16).padStart(6, '0');
    const id = last.id.slice(0, -6) + number;
    const raw = { ...last, id, seq: last.seq + 1, at: last.at + 1, type, body };
    return { add: [{ raw, hash: `sha256:${number.padStart(64, '0')}`, event: raw }] };
  });
}"""
_LESSONS = "imr.units.find(({ id }) => id === 'asking-first').lessons.map(({ id }) => id)"
ASSIGNED = {"unitId": "asking-first", "minutes": 30, "dueDate": "2027-02-01", "assigner": "Carla"}


def test_a_completed_unit_leaves_the_card_and_is_said_beside_it(page: Page, address: str) -> None:
    open_lesson(page, address)
    answer_all(page, "right")
    open_talk(page, address)
    talk(page, GOOD)
    open_exercises(page, address)
    compare(page, **REFERENCES)
    page.goto(f"{address}/profile.html")
    page.evaluate("imr.store.ready")
    read = [
        ["lesson.read", {"lessonId": lesson, "lessonHash": f"sha256:{0:064x}"}]
        for lesson in page.evaluate(_LESSONS)
    ]
    page.evaluate(_WRITE, [*read, ["ce.assigned", ASSIGNED]])
    page.goto(f"{address}/index.html")
    card = page.locator("[data-role=assigned-card]")

    card.get_by_role("button", name="Mark as completed").click()
    expect(card.locator(".imr-record-outcome")).to_be_visible()
    card.get_by_label("I rehearsed it with").select_option(label="a colleague")
    card.get_by_role("button", name="Mark as completed").click()

    expect(card).to_be_hidden()
    told = page.locator(".imr-record-outcome:visible")
    expect(told).to_contain_text("Completed.")
    expect(told).to_be_focused()
    assert events(page)[-1]["type"] == "ce.completed"
