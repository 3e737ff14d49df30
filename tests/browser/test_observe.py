"""Observing a session on a tablet, and what of it reaches the trainer's record."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import in_steps
from tests.browser.keeping import events, open_record
from tests.browser.test_desk import NO_ROOM
from tests.browser.test_every_page import axe

TABLET = {"width": 768, "height": 1024}
CARD = "#observe-EDU1"


@pytest.fixture
def tablet(browser: Browser) -> Page:
    context = in_steps(browser, viewport=TABLET, reduced_motion="reduce")
    return context.new_page()


def test_an_observation_saves_itself_and_reaches_the_record_by_link_once(tablet: Page, address: str) -> None:
    _begin(tablet, address, rater="Anna de Vries")
    _give(tablet, band="2000", half=True, note="One question, answered by the trainer.")
    assert axe(tablet) == []
    tablet.reload()
    tablet.get_by_role("button", name="Go on with").click()
    expect(tablet.locator(f"{CARD} summary")).to_contain_text("2.5, needs improvement")
    tablet.context.set_offline(True)  # once open, the page needs nothing more
    tablet.get_by_role("button", name="Finish, and hand it over").click()
    link = _link(tablet, "Copy the link")
    assert axe(tablet) == []
    tablet.context.set_offline(False)

    outcome = _open(tablet, link)
    expect(outcome).to_contain_text("Anna de Vries has observed you in a role play on 20 November 2026.")
    expect(outcome).to_contain_text("One question, answered by the trainer.")
    assert axe(tablet) == []
    tablet.get_by_role("button", name="Add to my record").click()
    expect(outcome).to_contain_text("The observation is in your record.")
    expect(_open(tablet, link)).to_contain_text("is in your record already. Nothing was changed.")

    (event,) = events(tablet)
    assert event["type"] == "supervisor.observation"
    assert event["body"].pop("session")
    assert event["body"] == {
        "kind": "competency",
        "subject": "EDU1",
        "valueMilli": 2500,
        "rater": "Anna-de-Vries",
        "date": "2026-11-20",
        "occasion": "role-play",
    }


def test_an_observation_reaches_the_record_as_a_file(tablet: Page, address: str) -> None:
    _begin(tablet, address)
    _give(tablet, band="4000")
    tablet.get_by_role("button", name="Finish, and hand it over").click()
    with tablet.expect_download() as download:
        tablet.get_by_role("button", name="Save the file").click()
    file = Path(download.value.path()).read_bytes()
    open_record(tablet, address)

    _choose(tablet, file.replace(b"4000", b"5000"))
    expect(_outcome(tablet)).to_contain_text(
        "This observation is damaged or was cut off. Nothing was changed."
    )
    assert events(tablet) == []
    _choose(tablet, file)
    tablet.get_by_role("button", name="Add to my record").click()
    expect(_outcome(tablet)).to_contain_text("The observation is in your record.")

    assert [event["body"]["valueMilli"] for event in events(tablet)] == [4000]


def test_a_link_that_is_cut_changes_nothing_and_says_so(tablet: Page, address: str) -> None:
    _begin(tablet, address)
    _give(tablet, band="1000")
    tablet.get_by_role("button", name="Finish, and hand it over").click()
    link = _link(tablet, "Copy the link")

    expect(_open(tablet, link[:-5])).to_contain_text("damaged or was cut off. Nothing was changed.")
    assert events(tablet) == []


def test_two_observers_of_one_session_see_where_they_differ(tablet: Page, address: str) -> None:
    _begin(tablet, address, rater="Anna")
    _give(tablet, band="2000")
    tablet.get_by_role("button", name="Finish, and hand it over").click()
    invitation = _link(tablet, "Link for a second observer")
    colleague = in_steps(tablet.context.browser, viewport=TABLET, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
    colleague.goto(invitation)
    expect(colleague.locator("[data-module=observe]")).to_contain_text("that a colleague observes, too")
    _fill(colleague, rater="Bo")
    _give(colleague, band="3000", half=True)
    colleague.get_by_role("button", name="Finish, and hand it over").click()
    theirs = _link(colleague, "Copy the link")
    colleague.context.close()

    tablet.get_by_role("button", name="Keep the copy").click()
    tablet.get_by_label("Or their link").fill(theirs)
    tablet.get_by_role("button", name="Add", exact=True).click()

    agreement = tablet.locator("[data-role=agreement]")
    expect(agreement).to_contain_text("Anna and Bo: 1 value seen by both (sessions: 1), 0 of them equal")
    expect(agreement.locator("tbody tr")).to_have_text("Asking before telling23.51.5")
    assert axe(tablet) == []
    tablet.get_by_label("Or their link").fill(theirs)
    tablet.get_by_role("button", name="Add", exact=True).click()
    expect(tablet.locator("[data-role=colleague]")).to_contain_text(
        "is on the desk already. Nothing was changed."
    )


def test_what_could_not_be_saved_is_not_said_to_be_on_the_desk(tablet: Page, address: str) -> None:
    _begin(tablet, address, rater="Anna")
    _give(tablet, band="2000")
    tablet.get_by_role("button", name="Finish, and hand it over").click()
    mine = _link(tablet, "Copy the link")
    tablet.get_by_role("button", name="Keep the copy").click()
    expect(tablet.get_by_role("heading", name="Begin")).to_be_focused()
    tablet.get_by_role("button", name="Open").click()
    invitation = _link(tablet, "Link for a second observer")
    colleague = in_steps(tablet.context.browser, viewport=TABLET, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
    colleague.goto(invitation)
    _fill(colleague, rater="Bo")
    _give(colleague, band="3000")
    colleague.evaluate(NO_ROOM)

    colleague.get_by_role("button", name="Finish, and hand it over").click()
    expect(colleague.locator(".imr-observe-end + .imr-record-outcome")).to_contain_text("could not be saved")
    expect(colleague.get_by_role("button", name="Finish, and hand it over")).to_be_visible()
    colleague.goto(f"{address}/observe.html")
    colleague.evaluate(NO_ROOM)
    colleague.get_by_label("Or their link").fill(mine)
    colleague.get_by_role("button", name="Add", exact=True).click()
    told = colleague.locator("[data-role=colleague] .imr-record-outcome")
    expect(told).to_contain_text("This could not be saved.")
    expect(colleague.get_by_label("Or their link")).to_have_value(mine)
    colleague.context.close()


def test_an_observation_is_removed_after_a_question_and_the_focus_stays_near(
    tablet: Page, address: str
) -> None:
    _begin(tablet, address)
    tablet.get_by_role("button", name="Go on later").click()
    tablet.get_by_role("button", name="Remove T1").click()
    tablet.get_by_role("button", name="Keep").click()
    expect(tablet.get_by_role("button", name="Remove T1")).to_be_focused()
    tablet.keyboard.press("Enter")
    tablet.get_by_role("button", name="Remove", exact=True).click()

    told = tablet.locator(".imr-record-outcome", has_text="The observation is no longer on this desk.")
    expect(told).to_be_focused()
    expect(tablet.locator("[data-role=here-part]")).to_be_hidden()


def test_a_link_is_followed_in_an_open_page_and_counts_for_one_observation(
    tablet: Page, address: str
) -> None:
    """The second observer uses the same tablet, where the first has just finished."""
    _begin(tablet, address)
    _give(tablet, band="2000")
    tablet.get_by_role("button", name="Finish, and hand it over").click()
    invitation = _link(tablet, "Link for a second observer")

    tablet.goto(invitation)  # the same page: only the part behind # is new
    expect(tablet.locator("[data-module=observe]")).to_contain_text("that a colleague observes, too")
    expect(tablet.get_by_label("Your name")).to_have_value("")
    tablet.get_by_label("Your name").fill("Anna")
    tablet.get_by_label("Who is observed?").select_option("T1")
    tablet.get_by_role("button", name="Begin to observe").click()
    assert (
        tablet.get_by_label("Your name")
        .evaluate("field => field.validationMessage")
        .startswith("Anna has observed this session on this device already.")
    )
    tablet.get_by_label("Your name").fill("Bo")
    tablet.get_by_role("button", name="Begin to observe").click()
    expect(tablet.locator("[data-role=observing]")).to_be_focused()
    assert "#" not in tablet.url
    tablet.get_by_role("button", name="Go on later").click()
    expect(tablet.locator("[data-module=observe]")).not_to_contain_text("that a colleague observes, too")
    tablet.get_by_role("button", name="Begin to observe").click()
    expect(tablet.locator("[data-role=observing]")).to_be_focused()

    sessions = tablet.evaluate("imr.desk.contents.observations.map(({ session }) => session)")
    assert [sessions.count(one) for one in sorted(set(sessions), key=sessions.count)] == [1, 2]


def test_a_link_that_arrives_during_an_observation_loses_nothing_of_it(tablet: Page, address: str) -> None:
    _begin(tablet, address)
    _give(tablet, band="2000")
    tablet.get_by_role("button", name="Finish, and hand it over").click()
    invitation = _link(tablet, "Link for a second observer")
    tablet.get_by_role("button", name="Change").click()
    card = tablet.locator(CARD)
    card.locator("summary").click()
    card.locator("[data-role=note]").fill("typed just now")

    tablet.goto(invitation)

    expect(tablet.get_by_label("Who is observed?")).to_be_focused()
    tablet.get_by_role("button", name="Go on with").click()
    expect(card.locator("[data-role=note]")).to_have_value("typed just now")


def test_where_the_browser_keeps_nothing_the_page_says_so_and_still_hands_over(
    browser: Browser, address: str
) -> None:
    context = in_steps(browser, viewport=TABLET, reduced_motion="reduce")
    context.add_init_script("delete Window.prototype.indexedDB; delete window.indexedDB;")
    page = context.new_page()
    page.goto(f"{address}/observe.html")
    expect(page.locator("[data-role=kept-note]")).to_contain_text("keeps nothing on this device")

    _fill(page)
    _give(page, band="3000")
    page.get_by_role("button", name="Finish, and hand it over").click()

    assert "#observation=" in _link(page, "Copy the link")
    context.close()


def _begin(page: Page, address: str, rater: str = "Anna") -> None:
    page.goto(f"{address}/observe.html")
    _fill(page, rater)


def _fill(page: Page, rater: str = "Anna") -> None:
    page.get_by_label("Their name, or a code").fill("T1")
    page.get_by_label("What do you observe?").select_option("role-play")
    page.get_by_label("On which day?").fill("2026-11-20")
    page.get_by_label("Your name").fill(rater)
    page.get_by_role("button", name="Begin to observe").click()
    expect(page.locator("[data-role=observing]")).to_be_focused()


def _give(page: Page, band: str, *, half: bool = False, note: str = "") -> None:
    card = page.locator(CARD)
    card.locator("summary").click()
    card.locator(f"input[value='{band}']").check()
    if half:
        card.locator("[data-role=half]").check()
    card.locator("[data-role=note]").fill(note)
    expect(page.locator("[data-role=saved]")).to_contain_text("Saved at")
    page.wait_for_function(
        "note => imr.desk.contents.observations.some(one => (one.notes.EDU1 ?? '') === note)", arg=note
    )


def _link(page: Page, button: str) -> str:
    page.get_by_role("button", name=button).click()
    return page.get_by_label("The link").input_value()


def _open(page: Page, link: str) -> Locator:
    page.goto("about:blank")
    page.goto(link)
    outcome = _outcome(page)
    expect(outcome).to_be_visible()
    return outcome


def _outcome(page: Page) -> Locator:
    return page.locator("[data-role=observed-outcome]")


def _choose(page: Page, content: bytes) -> None:
    file = {"name": "observation.json", "mimeType": "application/json", "buffer": content}
    page.get_by_label("Choose the file of an observation").set_input_files(file)  # type: ignore[arg-type]
