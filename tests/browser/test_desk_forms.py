"""The forms of the supervisor's desk: for whom, of which day, and what stays as it was chosen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import built
from tests.browser.conftest import serving
from tests.browser.test_desk import SCORES, assign_what_is_weak, dutch, paste, put_on_desk, save_table

IMPOSSIBLE = """
(field) => {
  field.removeAttribute("max");
  field.value = "20266-05-04";
  field.setAttribute("max", "9999-12-31");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
"""


@pytest.fixture
def desk(page: Page, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The desk of the shipped course with one trainer on it."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{built.shipped_site(tmp_path_factory).as_uri()}/desk.html")
    put_on_desk(page, "Anna")
    page.get_by_label("Scale").select_option(label="IMR Treatment Integrity Scale")
    return page


def by_hand(page: Page) -> Locator:
    details = page.locator("details", has_text="Enter scores by hand")
    details.evaluate("one => { one.open = true }")
    return details


def save_by_hand(page: Page, name: str, score: str, date: str) -> None:
    form = by_hand(page)
    form.get_by_label("Date").fill(date)
    form.get_by_label("9. Weekly action planning").fill(score)
    form.get_by_role("button", name="Save the scores").click()
    expect(form.get_by_text(f"The scores of {name} are saved.")).to_be_visible()


def table_form(page: Page) -> Locator:
    return page.locator("details", has_text="Take scores from a spreadsheet")


def ratings(page: Page) -> Locator:
    """All ratings of whoever is chosen."""
    details = page.locator("details", has_text=re.compile("^All scores so far"))
    return details.locator("li")


def test_a_change_ends_when_it_is_saved_and_the_next_scores_are_of_whoever_is_chosen(desk: Page) -> None:
    page = desk
    put_on_desk(page, "Bram")
    expect(page.locator("#desk-whom option:checked")).to_have_text("Anna")
    save_by_hand(page, "Anna", "2", "2026-05-04")
    page.get_by_text("All scores so far").click()
    page.get_by_role("button", name="Change 4 May 2026").click()
    form = by_hand(page)
    expect(form.get_by_role("heading")).to_have_text("Changing Anna, 4 May 2026")
    expect(form.get_by_role("heading")).to_be_focused()
    expect(form.get_by_label("9. Weekly action planning")).to_have_value("2")
    save_by_hand(page, "Anna", "2.5", "2026-05-04")

    expect(form.get_by_role("heading")).to_have_text("Scores of Anna")
    expect(form.get_by_label("9. Weekly action planning")).to_have_value("")
    expect(form.get_by_role("button", name="Save the scores")).to_be_focused()
    page.get_by_label("Trainer or group").select_option(label="Bram")
    expect(form.get_by_role("heading")).to_have_text("Scores of Bram")
    save_by_hand(page, "Bram", "4", "2026-05-04")
    expect(page.locator(".imr-desk-mean")).to_contain_text("Mean 4:")
    page.get_by_label("Trainer or group").select_option(label="Anna")
    expect(page.locator(".imr-desk-mean")).to_contain_text("Mean 2.5:")
    expect(ratings(page)).to_have_count(1)


def test_a_change_is_left_by_cancel_and_by_choosing_someone_else(desk: Page) -> None:
    page = desk
    put_on_desk(page, "Bram")
    save_by_hand(page, "Anna", "2", "2026-05-04")
    form = by_hand(page)
    page.get_by_text("All scores so far").click()
    page.get_by_role("button", name="Change 4 May 2026").click()
    form.get_by_role("button", name="Cancel").click()
    expect(form.get_by_role("heading")).to_have_text("Scores of Anna")
    expect(form.locator("summary")).to_be_focused()
    page.get_by_role("button", name="Change 4 May 2026").click()

    page.get_by_label("Trainer or group").select_option(label="Bram")
    expect(form.get_by_role("heading")).to_have_text("Scores of Bram")
    expect(form.get_by_label("9. Weekly action planning")).to_have_value("")


def test_whoever_else_is_put_on_the_desk_the_typed_scores_stay_with_the_one_who_is_shown(desk: Page) -> None:
    page = desk
    form = by_hand(page)
    form.get_by_label("9. Weekly action planning").fill("2")
    for name in ("Bram", "Carla", "Dora", "Emil", "Fenna", "Gijs"):
        put_on_desk(page, name)

    expect(form.get_by_role("heading")).to_have_text("Scores of Anna")
    page.get_by_role("button", name="Rename Anna").click()
    page.get_by_label("New name or code for Anna").fill("Zita")
    page.keyboard.press("Enter")
    expect(form.get_by_role("heading")).to_have_text("Scores of Zita")
    expect(form.get_by_label("9. Weekly action planning")).to_have_value("2")


def test_scores_of_a_table_are_saved_for_the_day_and_the_person_that_are_shown(desk: Page) -> None:
    page = desk
    put_on_desk(page, "Bram")
    paste(page, dutch(SCORES), "2026-10-01")
    table = table_form(page)
    expect(table.get_by_text("The day of these scores: 1 October 2026")).to_be_visible()
    table.get_by_label("Date").fill("2026-05-04")
    expect(table.get_by_text("The day of these scores: 4 May 2026")).to_be_visible()
    page.get_by_label("Trainer or group").select_option(label="Bram")
    expect(table.get_by_text("Anna: 16 scores")).to_be_visible()

    table.get_by_label("Date").fill("")
    table.get_by_role("button", name="Save the scores").click()
    expect(table.locator(".imr-desk-problem")).to_have_text("Choose a day first.")
    expect(table.get_by_label("Date")).to_be_focused()
    table.get_by_label("Date").fill("2026-05-04")
    expect(table.locator(".imr-desk-problem")).to_be_hidden()
    save_table(page)

    expect(page.get_by_text("No scores of Bram")).to_be_visible()
    page.get_by_label("Trainer or group").select_option(label="Anna")
    expect(page.locator(".imr-facts", has_text="4 May 2026")).to_be_visible()


def test_no_field_takes_a_day_that_no_file_of_a_desk_can_hold(desk: Page) -> None:
    page = desk
    form = by_hand(page)
    form.get_by_label("9. Weekly action planning").fill("2")
    form.get_by_label("Date").evaluate(IMPOSSIBLE)
    form.get_by_role("button", name="Save the scores").click()
    expect(form.locator(".imr-desk-problem", has_text="Choose a day first.")).to_be_visible()
    expect(form.get_by_label("Date")).to_be_focused()
    save_by_hand(page, "Anna", "2", "2026-05-04")

    fields = page.locator("input[type=date]")
    assert fields.count() > 3
    assert set(fields.evaluate_all("all => all.map((one) => one.max)")) == {"9999-12-31"}
    page.get_by_label("Your name, as the trainer will read it").fill("Carla")
    page.get_by_label("By (for all units)").evaluate(IMPOSSIBLE)
    page.get_by_role("button", name="Assign", exact=True).click()
    expect(page.get_by_text("You have not assigned anything yet.")).to_be_visible()


def test_an_observation_begins_on_a_day(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    with serving(built.shipped_site(tmp_path_factory)) as address:
        page.goto(f"{address}/observe.html")
        page.get_by_label("Their name, or a code").fill("Anna")
        page.get_by_label("Your name").fill("Carla")
        day = page.locator("#observe-date")
        expect(day).to_have_attribute("max", "9999-12-31")
        day.fill("")
        page.get_by_role("button", name="Begin to observe").click()
        expect(page.get_by_text("Choose a day first.").first).to_be_visible()
        expect(day).to_be_focused()


def test_adding_a_unit_leaves_everything_that_was_chosen(desk: Page) -> None:
    page = desk
    paste(page, dutch(SCORES))
    save_table(page)
    put_on_desk(page, "Bram")
    page.get_by_text("Add something else").click()
    units = page.locator(".imr-desk-unit")
    expect(units).to_have_count(8)
    units.nth(0).get_by_role("checkbox").uncheck()
    units.nth(1).get_by_label("By", exact=True).fill("2027-03-01")
    units.nth(1).get_by_label("Minutes", exact=True).fill("25")
    units.nth(1).get_by_label("Why").fill("as we agreed")
    page.get_by_label("Your name, as the trainer will read it").fill("Carla")
    who = page.get_by_role("group", name="For whom?")
    who.get_by_label("Bram").check()
    shown = units.locator("strong").all_inner_texts()
    options = page.get_by_label("A unit", exact=True).locator("option").all_inner_texts()
    other = next(title for title in options if title not in shown)
    page.get_by_label("A unit", exact=True).select_option(label=other)

    page.get_by_role("button", name="Add", exact=True).last.click()
    expect(units).to_have_count(9)
    expect(units.last.get_by_role("checkbox")).to_be_focused()
    expect(units.last).to_contain_text(other)
    expect(page.get_by_label("A unit", exact=True)).to_be_visible()
    put_on_desk(page, "Dora")
    expect(units.nth(0).get_by_role("checkbox")).not_to_be_checked()
    expect(units.nth(1).get_by_label("By", exact=True)).to_have_value("2027-03-01")
    expect(units.nth(1).get_by_label("Minutes", exact=True)).to_have_value("25")
    expect(units.nth(1).get_by_label("Why")).to_have_value("as we agreed")
    expect(page.get_by_label("Your name, as the trainer will read it")).to_have_value("Carla")
    expect(who.get_by_label("Bram")).to_be_checked()
    expect(who.get_by_label("Dora")).not_to_be_checked()

    page.get_by_label("Trainer or group").select_option(label="Bram")
    expect(page.get_by_role("heading", name="For Bram", exact=True)).to_be_visible()
    expect(units).to_have_count(0)
    page.get_by_label("Trainer or group").select_option(label="Anna")
    expect(units).to_have_count(9)
    expect(units.nth(0).get_by_role("checkbox")).not_to_be_checked()


def test_an_opened_assignment_stays_open_when_the_desk_changes(desk: Page) -> None:
    page = desk
    assign_what_is_weak(page)
    page.get_by_text("Anna: 8 units").click()
    page.get_by_text("The same as a table").click()
    expect(page.get_by_label("Link for the trainer.")).to_be_visible()

    put_on_desk(page, "Bram")

    expect(page.get_by_label("Link for the trainer.")).to_be_visible()
    expect(page.locator(".imr-desk-as-table table")).to_be_visible()


def test_an_assignment_opened_from_a_file_is_heard_and_has_the_focus(desk: Page) -> None:
    page = desk
    assign_what_is_weak(page)
    page.get_by_text("Anna: 8 units").click()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Save as a file").click()
    page.goto(page.url.replace("desk.html", "assignment.html"))

    page.locator("#assignment-file").set_input_files(downloading.value.path())

    heading = page.get_by_role("heading", name="Carla asks you to work through 8 units")
    expect(heading).to_be_focused()
    expect(page.locator("#imr-status")).to_have_text("Carla asks you to work through 8 units")
