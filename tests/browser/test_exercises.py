"""Rating a session, a written reply and confidence in a real browser."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.exercising import (
    EXERCISES,
    MODEL,
    REASON,
    REFERENCES,
    UNIT,
    bodies,
    compare,
    exported,
    give,
    open_exercises,
    rating,
    saved_drafts,
    write,
    written,
)
from tests.browser.keeping import events, is_chain_whole, kill, lasting
from tests.browser.test_every_page import axe

PHONE, DESKTOP = 320, 1280
_NO_ROOM = "() => { IDBObjectStore.prototype.add = () => { throw new DOMException('no', 'DataError') } }"


@pytest.fixture
def exercises(page: Page, address: str) -> Page:
    open_exercises(page, address)
    return page


def test_the_keyboard_alone_rates_a_session_and_looks_something_up(exercises: Page) -> None:
    first = rating(exercises).locator("[data-element=asking] input").first
    first.focus()
    for key in ("Space", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"):
        exercises.keyboard.press(key)
    rating(exercises).get_by_role("button", name="Compare with the authors").press("Enter")

    problem = rating(exercises).locator("[data-role=problem]")
    expect(problem).to_be_focused()
    expect(problem).to_contain_text("2 elements are not rated yet:")
    exercises.keyboard.press("Tab")
    exercises.keyboard.press("Enter")
    assert _focused(exercises) == ("building", "1")
    exercises.keyboard.press("Shift+Tab")
    exercises.keyboard.press("Enter")
    expect(exercises.get_by_role("heading", name="The session")).to_be_focused()
    back = rating(exercises).get_by_role("link", name="Back to element 2, Building on answers")
    back.press("Enter")
    expect(rating(exercises).locator("[data-element=building] legend")).to_be_focused()
    for element in ("building", "checking"):
        rating(exercises).locator(f"[data-element={element}] input").first.focus()
        exercises.keyboard.press("Space")
    rating(exercises).get_by_role("button", name="Compare with the authors").press("Enter")

    expect(exercises.get_by_role("heading", name="How your ratings compare")).to_be_focused()
    assert [body["value"] for body in bodies(exercises, "rating.given")] == [5, 1, 1]


def test_ratings_are_compared_element_by_element_and_over_all_sessions(exercises: Page) -> None:
    note = rating(exercises).get_by_label("What I saw (if you like) for element 3")
    note.fill("Nobody could say no.")
    compare(exercises, asking=5, building=2, checking=3)

    after = {
        name: rating(exercises).locator(f"[data-element={name}] [data-role=compared]") for name in REFERENCES
    }
    expect(after["asking"]).to_contain_text("the same as the authors")
    expect(after["building"]).to_contain_text("1 band lower than the authors")
    expect(after["checking"]).to_contain_text("2 bands higher than the authors")
    expect(after["checking"]).to_contain_text(REASON)
    expect(after["checking"]).to_contain_text("Nobody could say no.")
    expect(rating(exercises).locator("[data-role=outcome]")).to_contain_text("3. Finding out what has landed")
    expect(rating(exercises)).to_contain_text("Not enough ratings yet: 3 of 30.")
    expect(rating(exercises)).to_contain_text("You are invited to rate this session again on")
    expect(exercises.get_by_role("status")).to_contain_text("1 element two bands away or more")


def test_nothing_is_shown_before_it_is_stored_and_all_or_nothing_is(exercises: Page) -> None:
    exercises.evaluate(_NO_ROOM)
    compare(exercises, **REFERENCES)

    expect(rating(exercises).locator("[data-role=problem]")).to_contain_text("could not be saved")
    saved_drafts(exercises, len(REFERENCES))
    expect(exercises.get_by_text(REASON).locator("visible=true")).to_have_count(0)
    assert bodies(exercises, "rating.given") == []

    exercises.reload()
    exercises.wait_for_selector(".imr-rating[data-state=open]")
    expect(rating(exercises).locator("input:checked")).to_have_count(len(REFERENCES))
    compare(exercises)
    found = [event for event in events(exercises) if event["type"] == "rating.given"]
    assert {event["body"]["element"]: event["body"]["value"] for event in found} == REFERENCES
    assert is_chain_whole(events(exercises))


def test_drafts_survive_a_closed_tab(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    open_exercises(page, address)
    give(page, asking=4)
    rating(page).get_by_label("What I saw (if you like) for element 1").fill("She waits.")
    written(page).get_by_label("What do you say to him?").fill("And before that")
    saved_drafts(page, 3)
    page.close(run_before_unload=True)

    page = context.new_page()
    open_exercises(page, address)

    expect(rating(page).locator("[data-element=asking] input[value='4']")).to_be_checked()
    expect(rating(page).get_by_label("for element 1")).to_have_value("She waits.")
    expect(written(page).get_by_label("What do you say to him?")).to_have_value("And before that")
    assert events(page) == []


def test_a_killed_browser_shows_again_what_was_shown(browser: Browser, address: str, tmp_path: Path) -> None:
    with lasting(browser, tmp_path) as context:
        page = context.pages[0]
        open_exercises(page, address)
        rating(page).get_by_label("What I saw (if you like) for element 1").fill("She waits.")
        write(page, "What went first?")
        compare(page, asking=4, building=3, checking=1)
        kill(tmp_path)

    with lasting(browser, tmp_path) as context:
        page = context.pages[0]
        open_exercises(page, address)
        expect(rating(page).locator("[data-element=asking]")).to_contain_text("1 band lower than the authors")
        expect(rating(page).locator("[data-element=asking]")).to_contain_text("She waits.")
        expect(written(page).locator("[data-role=own]")).to_have_text("What went first?")
        expect(written(page).get_by_text(MODEL)).to_be_visible()


def test_a_session_can_be_rated_again_or_left_for_later(exercises: Page, address: str) -> None:
    compare(exercises, asking=4, building=3, checking=1)
    rating(exercises).get_by_role("button", name="Rate this session again").click()
    expect(exercises.get_by_text(REASON).locator("visible=true")).to_have_count(0)
    expect(rating(exercises).locator("input:checked")).to_have_count(0)

    rating(exercises).get_by_role("button", name="Leave it for now").click()
    expect(rating(exercises).locator("[data-element=asking]")).to_contain_text("1 band lower")
    rating(exercises).get_by_role("button", name="Rate this session again").click()
    give(exercises, asking=5)
    saved_drafts(exercises, 2)  # that it is rated again, and one rating
    open_exercises(exercises, address)
    expect(rating(exercises).locator("input:checked")).to_have_count(1)
    compare(exercises, building=3, checking=1)

    expect(rating(exercises)).to_contain_text("That was practice")
    assert len(bodies(exercises, "rating.given")) == 2 * len(REFERENCES)


def test_a_session_that_has_changed_says_so_and_its_old_ratings_do_not_count(exercises: Page) -> None:
    compare(exercises, **REFERENCES)
    old, new = str(rating(exercises).get_attribute("data-hash")), f"sha256:{'0' * 64}"

    def edited(text: str) -> str:
        # the course data hold the beginning of each hash
        return text.replace(old, new).replace(old[:15], new[:15])

    for name in ("seeing-and-saying.html", "course-data.js"):
        exercises.route(
            f"**/{name}",
            lambda route: route.fulfill(
                response=(fetched := route.fetch()),
                body=fetched.text().replace(old, new).replace(old[:15], new[:15]),
            ),
        )

    exercises.reload()
    exercises.wait_for_selector(".imr-rating[data-state=open]")

    expect(rating(exercises)).to_contain_text("This exercise has changed since you rated it on")
    expect(exercises.get_by_text(REASON).locator("visible=true")).to_have_count(0)
    compare(exercises, asking=5, building=3, checking=2)
    expect(rating(exercises)).to_contain_text("1 element one band away")
    expect(rating(exercises)).to_contain_text(
        "3 ratings are not counted, because their exercises have changed"
    )


def test_words_leave_the_browser_only_when_ticked_and_erasing_takes_them(
    exercises: Page, address: str
) -> None:
    secret = "What went first, Ben?"
    rating(exercises).get_by_label("What I saw (if you like) for element 1").fill("a private note")
    compare(exercises, **REFERENCES)
    write(exercises, secret)
    written(exercises).get_by_label("You asked one open question.").check()
    written(exercises).get_by_role("button", name="Keep what I ticked").click()
    kept = written(exercises).locator("[data-role=kept]")
    expect(kept).to_contain_text("1 of 3 ticked. Your words are not in exports.")
    without = exported(exercises, address)
    assert secret not in without
    assert "private note" not in without
    assert [e["body"] for e in json.loads(without)["events"] if e["type"] == "written.reply"] == [
        {"promptId": "asking-reply", "ticked": ["question"]}
    ]
    expect(exercises.locator("[data-role=facts]")).to_contain_text("in 2 exercises, only in this browser")

    open_exercises(exercises, address)
    written(exercises).get_by_label("Keep my words in exports").check()
    written(exercises).get_by_role("button", name="Keep what I ticked").click()
    expect(kept).to_contain_text("and your words, which go into exports")
    assert secret in exported(exercises, address)

    exercises.get_by_role("button", name="Erase everything …").click()
    exercises.get_by_label("I understand that what I have not exported").check()
    exercises.get_by_role("button", name="Erase my record for good").click()
    expect(exercises.locator("[data-role=erase-outcome]")).to_contain_text("is erased")
    open_exercises(exercises, address)
    expect(written(exercises).get_by_label("What do you say to him?")).to_have_value("")
    expect(rating(exercises).get_by_label("for element 1")).to_have_value("")
    assert events(exercises) == []


def test_a_reply_is_written_before_the_model_opens_and_can_be_written_again(exercises: Page) -> None:
    written(exercises).get_by_role("button", name="Compare with a model reply").press("Enter")
    expect(written(exercises).locator("[data-role=problem]")).to_be_focused()
    expect(exercises.get_by_text(MODEL)).to_be_hidden()

    write(exercises, "First words")
    expect(written(exercises)).to_contain_text("No one scores this.")
    written(exercises).get_by_role("button", name="Write it once more").click()
    expect(written(exercises).get_by_label("What do you say to him?")).to_be_focused()
    write(exercises, "Second words")

    expect(written(exercises).locator("[data-role=own]")).to_have_text("Second words")
    written(exercises).get_by_text("What you wrote the time before").click()
    expect(written(exercises).locator("[data-role=before-text]")).to_have_text("First words")


def test_confidence_is_saved_with_one_press_and_shown_beside_the_evidence(page: Page, address: str) -> None:
    page.goto(f"{address}/{UNIT}")
    before = page.locator(".imr-confidence[data-state]")
    before.get_by_role("button", name="Keep").press("Enter")
    expect(before.locator("[data-role=problem]")).to_be_focused()
    before.get_by_label("foundation").focus()
    page.keyboard.press("Space")
    before.get_by_role("button", name="Keep").press("Enter")
    expect(before.locator("[data-role=kept]")).to_be_visible()

    page.goto(f"{address}/{EXERCISES}")
    after = page.locator(".imr-confidence[data-state]")
    expect(after).to_contain_text("Before the unit you said: foundation")
    for level in ("competent", "expert"):
        after.get_by_label(level).check()
        after.get_by_role("button", name="Keep").click()
        expect(after.locator("[data-role=kept]")).to_be_visible()
    page.reload()
    expect(after.get_by_label("expert")).to_be_checked()

    said = [(body["when"], body["level"]) for body in bodies(page, "self.rating")]
    assert said == [("before", 1), ("after", 2), ("after", 3)]
    page.goto(f"{address}/profile.html")
    row = page.locator("[data-competency=EDU1]").first
    expect(row).to_contain_text("You rated yourself: expert (after Asking before telling")
    expect(row).to_contain_text("before it you said foundation; there are no answers yet to set beside it")
    assert row.locator(".imr-band-own").get_attribute("cx") == "100%"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_before_and_after(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    open_exercises(page, address)

    compare(page, asking=4)
    written(page).get_by_role("button", name="Compare with a model reply").click()
    assert axe(page) == []
    page.locator("body").evaluate("body => body.setAttribute('data-md-color-scheme', 'default')")
    compare(page, building=3, checking=3)
    write(page, "What went first?")
    written(page).get_by_role("button", name="Keep what I ticked").click()
    page.locator(".imr-confidence").get_by_label("competent").check()
    page.locator(".imr-confidence").get_by_role("button", name="Keep").click()
    rating(page).get_by_role("link", name="Look it up in the session").first.click()
    assert axe(page) == []

    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


def test_on_a_phone_everything_to_press_is_large_enough(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": PHONE, "height": 740}).new_page()
    open_exercises(page, address)
    pressed = ".imr-exercise :is(label.imr-choice, label.imr-row, button, textarea, summary, .imr-look-for a)"

    sizes = page.locator(pressed).evaluate_all(
        "all => all.filter(one => one.offsetParent)"
        ".map(one => [one.className, one.getBoundingClientRect().height])"
    )

    assert len(sizes) > 20
    assert [size for size in sizes if size[1] < 44] == []
    page.context.close()


def test_paper_holds_a_sheet_to_work_on_and_afterwards_the_comparison(exercises: Page) -> None:
    empty = _paper(exercises)
    compare(exercises, asking=4, building=3, checking=1)
    compared = _paper(exercises)

    for words in (
        "Is that clear for everyone?",
        "Building on answers",
        "needs improvement",
        "What do you say",
    ):
        assert words in empty
    for words in (REASON, MODEL, "Compare with", "Look it up"):
        assert words not in empty
    assert REASON in compared
    assert "1 band lower than the authors" in compared


def test_without_the_script_everything_can_be_read(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/{EXERCISES}")

    page.get_by_text("Show the authors' rating of element 3").click()
    expect(page.get_by_text(REASON)).to_be_visible()
    page.locator("summary", has_text="Compare with a model reply").click()
    expect(page.get_by_text(MODEL)).to_be_visible()
    expect(page.get_by_role("button", name="Compare")).to_have_count(0)
    page.context.close()


def _focused(page: Page) -> tuple[str, str]:
    name, value = page.evaluate("[document.activeElement.name, document.activeElement.value]")
    return name, value


def _paper(page: Page) -> str:
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    text = "\n".join(each.extract_text() for each in reader.pages)
    return " ".join(text.split())
