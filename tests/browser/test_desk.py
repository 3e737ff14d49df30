"""The supervisor's desk in a browser: files, fidelity, suggestions, assignments and what is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import openpyxl
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from course.learning.derived import derived
from course.records.log import log_of
from tests import built, shipped_course
from tests.browser import profile_site
from tests.browser.conftest import serving
from tests.browser.paper import printed
from tests.browser.test_certificate import decoded
from tests.browser.test_every_page import axe
from tests.records.made import DAY, NO_DERIVED, START, Raw, file_of, record_of
from tests.records.made import Browser as Writer

KEPT = """
async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes("imr-record/my-course")) return 0;
  const opening = indexedDB.open("imr-record/my-course", 1);
  const database = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
  const counting = database.transaction("events").objectStore("events").count();
  return new Promise((done) => { counting.onsuccess = () => { database.close(); done(counting.result); }; });
}
"""


NO_ROOM = """() => {
  for (const name of ["put", "delete"])
    IDBObjectStore.prototype[name] = () => { throw new DOMException("full", "QuotaExceededError") };
}"""


@pytest.fixture(scope="module")
def desk_site(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return profile_site.copy_with_competencies(sample_site, tmp_path_factory.mktemp("desk") / "site")


@pytest.fixture(scope="module")
def desk_address(desk_site: Path) -> Iterator[str]:
    with serving(desk_site) as address:
        yield f"{address}/desk.html"


def exported(document: Raw) -> bytes:
    """Return a record as an export of this very course writes it, with the profile that follows from it."""
    data = profile_site.course_of(shipped_course.course().framework.competencies)
    document = document | {"course": document["course"] | {"contentHash": data.content_hash}}
    exported_at = document["record"]["exportedAt"]
    follows = derived(log_of(record_of(document)), data, exported_at)
    computed = json.loads(msgspec.json.encode(follows))
    return file_of(document | {"derived": computed})


def look_at(page: Page, name: str, content: bytes) -> None:
    file = {"name": name, "mimeType": "application/json", "buffer": content}
    page.get_by_label("Choose a file or drop it here").set_input_files(file)  # type: ignore[arg-type]


def put_on_desk(page: Page, name: str) -> None:
    page.get_by_label("Name or code").fill(name)
    page.get_by_role("button", name="Put on the desk").click()
    expect(page.get_by_role("button", name=f"Remove {name}")).to_be_visible()


def test_a_trainers_file_is_shown_with_safety_first_and_added_to_no_record(
    page: Page, desk_address: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(desk_address)
    put_on_desk(page, "Anna")

    look_at(page, "competence-anna.json", exported(_record_with_assignment()))

    standing = page.locator(".imr-desk-standing")
    expect(standing).to_contain_text("Nothing in this file needs to be asked about.")
    expect(standing).to_contain_text("Unchanged: the digest fits.")
    expect(standing).to_contain_text("nothing in it shows who answered")
    headings = page.locator(".imr-desk-file :is(h2, h3)").all_inner_texts()
    assert headings.index("Safety first") < headings.index("Competence profile, as the trainer sees it")
    expect(page.locator(".imr-desk-file .imr-state").first).to_be_visible()
    row = page.get_by_role("region", name="What was assigned").get_by_role("row", name="second")
    expect(row).to_contain_text("Overdue")
    expect(row).to_contain_text("Carla")
    page.get_by_role("button", name="Remember this").click()
    expect(page.get_by_role("paragraph").get_by_text("On your desk this is Anna")).to_be_visible()
    expect(page.locator(".imr-desk-file :focus")).to_contain_text("On your desk this is Anna")
    assert page.evaluate(KEPT) == 0
    assert axe(page) == []

    page.reload()
    look_at(page, "competence-anna.json", exported(profile_site.record()))
    expect(page.get_by_role("paragraph").get_by_text("On your desk this is Anna")).to_be_visible()


def test_a_changed_incomplete_or_forged_file_is_shown_and_marked(page: Page, desk_address: str) -> None:
    page.goto(desk_address)
    changed = json.loads(exported(profile_site.record()))
    changed["learner"]["alias"] = "<img src=x onerror=\"document.title='run'\">"
    look_at(page, "changed.json", json.dumps(changed).encode())
    expect(page.get_by_text("Changed after it was exported: the digest does not fit.")).to_be_visible()
    expect(page.locator(".imr-desk-standing")).to_contain_text("<img src=x")

    assert "None of this is a verdict" in page.locator(".imr-desk-standing").inner_text()

    incomplete = profile_site.record()
    del incomplete["events"][3]
    look_at(page, "incomplete.json", file_of(incomplete | {"derived": NO_DERIVED}))
    expect(page.get_by_text("Incomplete: entries are missing (gaps: 1).")).to_be_visible()

    forged = json.loads(exported(profile_site.record()))
    forged["derived"]["competencies"][0]["knowledge"]["meanMilli"] = 990
    look_at(page, "forged.json", file_of(forged))
    expect(page.get_by_text("is not the one that its answers give")).to_be_visible()
    expect(page.get_by_text("Something in this file needs to be asked about.")).to_be_visible()
    assert page.title() != "run"


def test_a_file_that_is_no_record_of_this_course_is_refused_with_its_reason(
    page: Page, desk_site: Path
) -> None:
    page.goto(f"{desk_site.as_uri()}/desk.html")
    other = profile_site.record()
    other["course"] = other["course"] | {"id": "another-course"}

    look_at(page, "other.json", exported(other))
    expect(page.get_by_text("it belongs to the course “another-course”, not to this one")).to_be_visible()
    look_at(page, "zip.json", b"PK\x03\x04" + bytes(200))
    expect(page.get_by_text("This file cannot be shown: it is not")).to_be_visible()
    look_at(page, "deep.json", b"[" * 10_000)
    expect(page.get_by_text("it is nested deeper than 32 levels")).to_be_visible()
    expect(page.locator(".imr-desk-standing")).to_have_count(0)


SCORES = (4.6, 4.13, 4.47, 3.93, 1.73, 3.13, 4.87, 3.47, 2.4, 2.07, 3.4, 4.67, 2.13, 2.28, 2.83, 2.52)


@pytest.fixture
def shipped_desk(page: Page, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The desk of the shipped course, opened from a file, with one trainer on it."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{built.shipped_site(tmp_path_factory).as_uri()}/desk.html")
    put_on_desk(page, "Anna")
    page.get_by_label("Scale").select_option(label="IMR Treatment Integrity Scale")
    return page


def paste(page: Page, cells: str, date: str = "2026-10-01") -> None:
    details = page.locator("details", has_text="Take scores from a spreadsheet")
    details.evaluate("one => { one.open = true }")
    details.get_by_label("Date").fill(date)
    details.get_by_label("Pasted cells").fill(cells)
    details.get_by_role("button", name="Read the pasted cells").click()


def save_table(page: Page) -> None:
    page.locator("details", has_text="Take scores from a spreadsheet").get_by_role(
        "button", name="Save the scores"
    ).click()
    expect(page.locator(".imr-record-outcome", has_text="The scores are saved.")).to_be_visible()


def assign_what_is_weak(page: Page) -> None:
    """Assign the units that the pasted scores suggest."""
    paste(page, dutch(SCORES))
    save_table(page)
    page.get_by_label("Your name, as the trainer will read it").fill("Carla")
    page.get_by_role("button", name="Assign", exact=True).click()


def dutch(scores: Iterable[float]) -> str:
    return "\n".join(f"{score}".replace(".", ",") for score in scores)


def test_pasted_scores_become_a_profile_with_bands_mean_and_what_changed(shipped_desk: Page) -> None:
    page = shipped_desk
    paste(page, "\n".join(["3"] * 16), "2026-03-01")
    save_table(page)
    paste(page, dutch(SCORES))
    save_table(page)

    expect(page.locator(".imr-desk-mean")).to_have_text("Mean 3.29: satisfactory. Rated items: 16.")
    expect(page.get_by_text("Weakest: Involvement of significant others")).to_be_visible()
    expect(page.get_by_text("Not seen: Following up goals")).to_be_visible()
    weak = page.locator(".imr-desk-bar[data-state=weak]")
    expect(weak).to_have_count(7)
    expect(weak.first).to_contain_text("1.73 · unsatisfactory")
    page.get_by_text("The same as a table").click()
    row = page.get_by_role("row", name="9. Weekly action planning")
    expect(row).to_contain_text("2.4")
    expect(row).to_contain_text("needs improvement")
    expect(row).to_contain_text("−0.6")
    assert axe(page) == []


def test_an_impossible_score_is_named_at_its_cell_or_field_and_nothing_is_saved(shipped_desk: Page) -> None:
    page = shipped_desk
    paste(page, "Item\tAnna\tBram\n1\t4\t7\nGoals\tgood\t3,5\n")
    wrong = page.locator(".imr-record-outcome li")
    expect(wrong).to_have_text(["C2: 7 is not between 1 and 5.", "B3: “good” is not a number."])

    page.get_by_text("Enter scores by hand").click()
    page.get_by_label("9. Weekly action planning").fill("2,4")
    page.get_by_label("10. Action plan review").fill("0")
    page.get_by_role("button", name="Save the scores").click()
    expect(page.get_by_label("10. Action plan review")).to_be_focused()
    expect(page.get_by_label("10. Action plan review")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("No scores of Anna")).to_be_visible()
    page.get_by_label("10. Action plan review").fill("")
    page.get_by_role("button", name="Save the scores").click()
    expect(page.locator(".imr-desk-mean")).to_contain_text("Mean 2.4: needs improvement. Rated items: 1.")
    expect(page.get_by_text("It is not the published total")).to_be_visible()


def test_a_spreadsheet_brings_the_scores_of_many_and_puts_them_on_the_desk(
    shipped_desk: Page, tmp_path: Path
) -> None:
    page = shipped_desk
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows: list[list[str | float | None]] = [["Name", *(f"integrity-{number}" for number in range(1, 17))]]
    for name in ("Anna", "Bram", "Dora"):
        average = 11 / 3
        rows.append([name, average, *SCORES[1:13], None, None, None])
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            sheet.cell(5 + down, 3 + right, value)
    book.save(tmp_path / "scores.xlsx")
    details = page.locator("details", has_text="Take scores from a spreadsheet")
    details.evaluate("one => { one.open = true }")

    page.get_by_label("Choose a table or drop it here").set_input_files(tmp_path / "scores.xlsx")
    expect(
        page.get_by_role("listitem").get_by_text("Bram, who is put on the desk: 13 scores")
    ).to_be_visible()
    save_table(page)

    page.get_by_label("Trainer or group").select_option(label="Dora")
    expect(page.get_by_role("heading", name="Dora: IMR Treatment Integrity Scale")).to_be_visible()
    expect(page.locator(".imr-desk-mean")).to_contain_text("Rated items: 13.")
    expect(page.locator(".imr-desk-bar[data-state=not-rated]")).to_have_count(4)


def test_weak_scores_become_an_assignment_that_a_trainer_opens_once(shipped_desk: Page) -> None:
    page = shipped_desk
    desk = page.url
    paste(page, dutch(SCORES))
    save_table(page)
    expect(page.get_by_text("“Goals” says little about one thing: Following up goals.")).to_be_visible()
    plan = page.locator(".imr-desk-unit", has_text="The action plan in two plus two minutes")
    why = "Action plan review 2.07: needs improvement; Weekly action planning 2.4: needs improvement"
    expect(plan.get_by_label("Why")).to_have_value(why)
    expect(page.locator(".imr-desk-unit")).to_have_count(8)
    page.get_by_label("By (for all units)").fill("2027-02-01")
    page.get_by_label("Your name, as the trainer will read it").fill("Carla")
    page.get_by_role("button", name="Assign", exact=True).click()
    page.get_by_text("Anna: 8 units").click()
    link = page.get_by_label("Link for the trainer.").input_value()
    _says_only_what_is_due(saved_calendar(page))
    assert axe(page) == []

    page.goto(link)
    expect(page.get_by_role("heading", name="Carla asks you to work through 8 units")).to_be_visible()
    expect(page.get_by_text(f"Why: {why}")).to_be_visible()
    boxes = page.get_by_role("checkbox").all()
    for box in boxes:
        box.uncheck()
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".imr-record-outcome")).to_have_text("Tick at least one unit to accept, or decline.")
    for box in boxes:
        box.check()
    page.get_by_label("Role play without fear").uncheck()
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".imr-record-outcome")).to_contain_text("Accepted: 7 units.")
    _says_only_what_is_due(saved_calendar(page))
    assert axe(page) == []

    page.goto(desk.replace("desk.html", "index.html"))
    card = page.locator("[data-role=assigned]")
    expect(card.get_by_role("listitem")).to_have_count(7)
    expect(card).to_contain_text(re.compile(r"by 1 February 2027 · \d+ minutes · assigned by Carla"))
    page.goto(link)
    expect(page.get_by_text("accepted already")).to_have_count(7)
    page.goto(f"{link[:-9]}")
    expect(page.locator(".imr-record-outcome")).to_contain_text("This assignment is damaged")
    page.goto(desk.replace("desk.html", "index.html"))
    expect(card.get_by_role("listitem")).to_have_count(7)


def saved_calendar(page: Page) -> Calendar:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the dates for a calendar").click()
    return Calendar.from_ical(Path(download.value.path()).read_bytes())


def _says_only_what_is_due(calendar: Calendar) -> None:
    """Calendars are stored on servers and shared, so nothing there says how anyone was rated."""
    events = calendar.walk("VEVENT")
    assert events
    for event in events:
        assert "description" not in event
        assert "#" not in str(event.get("url", ""))


def test_a_desk_is_exported_with_a_passphrase_erased_and_brought_back(shipped_desk: Page) -> None:
    page = shipped_desk
    paste(page, dutch(SCORES))
    save_table(page)
    page.get_by_label("Passphrase (optional)").fill("four quiet words here")
    page.get_by_label("The same passphrase again").fill("four quiet words here")
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Export the desk").click()
    locked = Path(downloading.value.path()).read_bytes()
    assert b"Anna" not in locked

    page.get_by_role("button", name="Erase the desk …").click()
    page.get_by_label("Yes, erase everything on this desk").check()
    page.get_by_role("button", name="Erase", exact=True).click()
    expect(page.get_by_text("No one is on this desk yet.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("No one is on this desk yet.")).to_be_visible()

    file = {"name": "imr-desk.json", "mimeType": "application/json", "buffer": locked}
    page.get_by_label("Choose the file of a desk").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_label("Passphrase of the file").fill("another one")
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_text("The file does not open")).to_have_count(2)  # seen and heard
    page.get_by_label("Choose the file of a desk").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_label("Passphrase of the file").fill("four quiet words here")
    page.get_by_role("button", name="Open it").click()
    brings = page.locator(".imr-record-outcome", has_text="New or changed by this file: 1 trainer or group")
    expect(brings).to_be_visible()
    page.get_by_role("button", name="Put it on the desk").click()
    expect(page.get_by_role("button", name="Remove Anna")).to_be_visible()
    expect(page.get_by_role("heading", name="Anna: IMR Fidelity Scale")).to_have_count(0)


def test_a_change_that_could_not_be_saved_is_told_where_it_was_made(page: Page, desk_address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(desk_address)
    put_on_desk(page, "Anna")
    trainers = page.locator("[data-role=trainers]")
    page.evaluate(NO_ROOM)

    page.get_by_label("Name or code").fill("Bram")
    page.get_by_role("button", name="Put on the desk").click()
    told = trainers.locator("form .imr-record-outcome")
    expect(told).to_contain_text("This could not be saved. Try again")
    expect(page.get_by_label("Name or code")).to_have_value("Bram")
    trainers.get_by_role("button", name="Remove Anna").click()
    trainers.get_by_role("button", name="Remove", exact=True).click()
    expect(trainers.locator("> .imr-record-outcome")).to_contain_text("This could not be saved. Try again")
    expect(trainers.locator("> .imr-record-outcome")).to_be_focused()
    assert axe(page) == []


def test_a_name_that_is_missing_is_asked_for_in_sight(page: Page, desk_address: str) -> None:
    page.goto(desk_address)
    page.get_by_role("button", name="Put on the desk").click()

    told = page.locator("[data-role=trainers] .imr-record-outcome", has_text="Write a name or a code first.")
    expect(told).to_be_visible()
    expect(page.get_by_label("Name or code")).to_be_focused()


def test_a_trainer_is_renamed_and_a_code_unlinked(page: Page, desk_address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(desk_address)
    put_on_desk(page, "Anna")
    look_at(page, "competence-anna.json", exported(profile_site.record()))
    page.get_by_role("button", name="Remember this").click()
    trainers = page.locator("[data-role=trainers]")

    trainers.get_by_role("button", name="Rename Anna").click()
    expect(page.get_by_label("New name or code for Anna")).to_be_focused()
    page.get_by_label("New name or code for Anna").fill("Anneke")
    page.keyboard.press("Enter")
    expect(trainers.get_by_role("button", name="Rename Anneke")).to_be_focused()
    expect(page.get_by_role("paragraph").get_by_text("On your desk this is Anneke")).to_be_visible()
    assert axe(page) == []

    trainers.get_by_role("button", name="Unlink").click()
    told = trainers.locator("> .imr-record-outcome")
    expect(told).to_have_text("The record code is no longer linked to Anneke.")
    expect(told).to_be_focused()
    expect(trainers.get_by_role("button", name="Unlink")).to_have_count(0)
    expect(page.get_by_role("button", name="Remember this")).to_be_visible()


def test_scores_and_assignments_go_only_after_a_question_and_the_focus_stays_near(shipped_desk: Page) -> None:
    page = shipped_desk
    assign_what_is_weak(page)
    assigned = page.locator("[data-role=assigned]")
    page.get_by_text("Anna: 8 units").click()

    assigned.get_by_role("button", name="Remove the assignment for Anna").click()
    expect(assigned.get_by_role("button", name="Keep")).to_be_focused()
    page.keyboard.press("Enter")
    expect(assigned.get_by_role("button", name="Remove the assignment for Anna")).to_be_focused()
    page.keyboard.press("Enter")
    assigned.get_by_role("button", name="Remove", exact=True).click()
    told = assigned.locator(".imr-record-outcome")
    expect(told).to_have_text("The assignment for Anna is removed from this desk.")
    expect(told).to_be_focused()

    fidelity = page.locator("[data-role=fidelity]")
    fidelity.get_by_text("All scores so far").click()
    fidelity.get_by_role("button", name="Remove 1 October 2026").click()
    expect(fidelity.get_by_text("Remove the scores of 1 October 2026?")).to_be_visible()
    fidelity.get_by_role("button", name="Remove", exact=True).click()
    expect(fidelity.locator("> .imr-record-outcome")).to_have_text(
        "The scores of 1 October 2026 are removed."
    )
    expect(fidelity.locator("> .imr-record-outcome")).to_be_focused()
    assert axe(page) == []


def test_where_nothing_can_be_kept_the_desk_says_so_and_works_for_the_visit(
    page: Page, desk_address: str
) -> None:
    page.add_init_script("delete IDBFactory.prototype.open")
    page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")
    page.goto(desk_address)
    expect(page.locator("[data-role=kept-note]")).to_contain_text("keeps nothing on this device")
    # as on a plain http address
    expect(page.get_by_text("A passphrase is not possible here")).to_be_visible()
    put_on_desk(page, "Anna")
    page.reload()
    expect(page.get_by_role("button", name="Remove Anna")).to_be_visible()


def test_a_printed_sheet_has_a_code_with_ids_and_dates_alone(
    page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page.add_init_script("window.print = () => undefined")
    page.emulate_media(reduced_motion="reduce")
    with serving(built.shipped_site(tmp_path_factory)) as address:
        page.goto(f"{address}/desk.html")
        put_on_desk(page, "Anna")
        page.get_by_label("Scale").select_option(label="IMR Treatment Integrity Scale")
        paste(page, dutch(SCORES))
        save_table(page)
        page.get_by_label("By (for all units)").fill("2027-02-01")
        page.get_by_label("Your name, as the trainer will read it").fill("Carla")
        page.get_by_role("button", name="Assign", exact=True).click()
        page.get_by_text("Anna: 8 units").click()
        page.get_by_role("button", name="Print a sheet").click()
        page.locator(".imr-desk-code svg").wait_for(state="attached")
        page.emulate_media(media="print")
        sheet = page.locator("[data-role=sheet]")
        expect(sheet).to_contain_text("For Anna, assigned by Carla on")
        expect(page.get_by_role("heading", name="Trainers and groups")).to_be_hidden()

        link = decoded(page.locator(".imr-desk-code svg"))
        assert link.startswith(f"{address}/assignment.html#q=1.")
        assert len(link) < 400
        (only,) = printed(page, "A4")
        assert "Scan this with a phone" in only
        page.emulate_media(media="screen")
        page.goto(link)
        expect(
            page.get_by_role("heading", name="Your supervisor asks you to work through 8 units")
        ).to_be_visible()
        expect(page.get_by_text("Why:")).to_have_count(0)


def test_the_agenda_names_what_is_weak_what_to_rehearse_and_what_to_ask_and_fits_a_phone(
    shipped_desk: Page,
) -> None:
    page = shipped_desk
    page.set_viewport_size({"width": 320, "height": 700})
    paste(page, dutch(SCORES))
    save_table(page)

    agenda = page.locator("[data-role=agenda]")
    expect(agenda).to_contain_text("Involvement of significant others 1.73: unsatisfactory")
    expect(agenda).to_contain_text("You praise effort, get curious about what got in the way")
    expect(agenda.get_by_role("link", name="Two plans in five minutes")).to_be_visible()
    expect(agenda).to_contain_text("Which sentence do you want to try out now, with me?")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert axe(page) == []


def _record_with_assignment() -> Raw:
    document = profile_site.record()
    writer = Writer("z")
    assigned = {"unitId": "second", "minutes": 60, "dueDate": "2026-01-20", "assigner": "Carla"}
    writer.write("ce.assigned", assigned, START + DAY)
    document["events"] = [*document["events"], *writer.events]
    device = {"deviceId": writer.device, "firstSeq": 1, "lastSeq": 1}
    document["devices"] = [*document["devices"], device]
    return document
