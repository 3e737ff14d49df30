"""A dialogue in a real browser: held by keyboard, kept choice by choice, found again, tried again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import LESSON
from tests.browser.exercising import EXERCISES
from tests.browser.keeping import events, is_chain_whole, kill, lasting, open_record
from tests.browser.talking import (
    GOOD,
    LIVE,
    SLIP,
    TALK_LESSON,
    choices,
    go_on,
    newest,
    open_talk,
    reply,
    tab_to,
    talk,
    types,
)
from tests.browser.test_every_page import axe

_FAIL = """() => { window.kept = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'AbortError') } }"""
_HASH = "turn => JSON.parse(document.querySelector('.imr-dialogue').dataset.graph).turns[turn].hash"


@pytest.fixture
def talking(page: Page, address: str) -> Page:
    """The lesson with the dialogue, open in the browser."""
    open_talk(page, address)
    return page


def test_a_whole_talk_is_held_by_keyboard(talking: Page) -> None:
    page = talking
    status = page.get_by_role("status")
    for number, name in enumerate(GOOD, start=1):
        tab_to(page, name)
        page.keyboard.press("Enter")
        expect(status).to_contain_text("This helps. The note on your reply is below.")
        assert page.evaluate("document.activeElement.dataset.say") == name, "the focus stays"
        is_last = number == len(GOOD)
        further = "See how it ends" if is_last else f"Go on to turn {number + 1}"
        # the line for screen readers may still say the same of the turn before
        expect(page.get_by_role("button", name=further)).to_be_visible()
        tab_to(page, further)
        page.keyboard.press("Enter")
        goal = "How it ends: The group talks" if is_last else f"Turn {number + 1}"
        assert page.evaluate("document.activeElement.textContent") == goal

    assert types(page) == ["dialogue.started", *["dialogue.choice"] * 3, "dialogue.finished"]
    assert [(body["step"], body["node"], body["reply"]) for body in choices(page)] == [
        (1, "quiet", "c"),
        (2, "week", "a"),
        (3, "noticed", "a"),
    ]
    assert [body["scoreMilli"] for body in choices(page)] == [{"EDU1": 1000}] * 3
    hashes = [page.evaluate(_HASH, turn) for turn in ("quiet", "week", "noticed")]
    assert [body["nodeHash"] for body in choices(page)] == hashes
    assert is_chain_whole(events(page))


def test_a_killed_browser_goes_on_at_the_same_turn(browser: Browser, address: str, tmp_path: Path) -> None:
    with lasting(browser, tmp_path) as context:
        page = context.pages[0]
        open_talk(page, address)
        talk(page, SLIP[:1])
        reply(page, SLIP[1])
        kill(tmp_path)

    with lasting(browser, tmp_path) as context:
        page = context.pages[0]
        open_talk(page, address)
        expect(newest(page)).to_contain_text("I shouted at the printer")
        expect(newest(page)).to_contain_text("You stopped here.")
        expect(page.locator(".imr-mine")).to_have_text(
            ["YouThen I'll begin. Stress has four kinds of signs.", re.compile("There will be.")]
        )
        talk(page, SLIP[2:])
        assert [body["step"] for body in choices(page)] == [1, 2, 3, 4]
        assert {body["run"] for body in choices(page)} == {1}


def test_a_slip_lasts_through_silence_and_a_reload_and_the_end_shows_it(talking: Page, address: str) -> None:
    page = talking
    reply(page, "a")
    expect(newest(page).locator(".imr-thought")).to_have_text(
        "What Ben was thinking: Good. Then I needn't say anything."
    )
    go_on(page)
    talk(page, ["b"])
    silence = newest(page).get_by_role("button", name="Say nothing for a moment")
    silence.click()
    expect(newest(page).locator(".imr-reacts")).to_contain_text("I was tired on Wednesday.")

    open_talk(page, address)
    expect(newest(page)).to_contain_text("You stopped here.")
    expect(newest(page)).to_contain_text('He looks at you. "Is that right?"')
    expect(page.locator(".imr-mine").last).to_contain_text("Say nothing for a moment")
    talk(page, ["a"])
    end = page.locator(".imr-talk-end")
    expect(end).to_contain_text("How it ends: The group talks to you")
    expect(end.locator(".imr-own-path .imr-path-leaves")).to_have_text(
        ["From now on: Ben expects you to do the talking."]
    )
    assert [(body["step"], body["node"], body["reply"]) for body in choices(page)] == [
        (1, "quiet", "a"),
        (2, "polite", "b"),
        (3, "week", "d"),
        (4, "noticed", "a"),
    ]
    assert types(page)[-1] == "dialogue.finished"


def test_nothing_comes_of_a_reply_that_could_not_be_kept(talking: Page) -> None:
    page = talking
    page.evaluate(_FAIL)
    newest(page).locator("[data-say=a]").click()

    expect(newest(page).locator(".imr-problem")).to_contain_text("could not be saved")
    expect(page.get_by_role("status")).to_contain_text("Please choose it once more.")
    expect(page.locator(".imr-note")).to_have_count(0)
    assert choices(page) == []

    page.evaluate("() => { IDBObjectStore.prototype.put = window.kept }")
    reply(page, "a")
    expect(newest(page).locator(".imr-problem")).to_have_count(0)
    assert len(choices(page)) == 1


def test_a_later_turn_that_changed_leaves_earlier_replies_valid(talking: Page) -> None:
    page = talking
    talk(page, SLIP[:2])
    _change_turn(page, "noticed")

    expect(newest(page)).to_contain_text("I shouted at the printer")
    expect(page.locator(".imr-mine")).to_have_count(2)
    expect(page.locator(".imr-superseded")).to_have_count(0)


def test_an_answered_turn_that_changed_says_so_and_is_asked_again(talking: Page) -> None:
    page = talking
    talk(page, SLIP[:2])
    _change_turn(page, "polite")

    expect(newest(page).locator(".imr-superseded")).to_contain_text("has changed since you answered it on")
    expect(newest(page)).to_contain_text("Is there a sheet for this?")
    reply(page, "a")
    expect(newest(page).locator(".imr-superseded")).to_have_count(0)
    assert [(body["step"], body["run"]) for body in choices(page)] == [(1, 1), (2, 1), (2, 1)]


def test_two_tabs_hold_one_talk(context: BrowserContext, address: str) -> None:
    one, other = context.new_page(), context.new_page()
    for tab in (one, other):
        open_talk(tab, address)
    one.bring_to_front()
    reply(one, "a")
    expect(other.locator(".imr-superseded")).to_contain_text("gone on in another tab")
    expect(newest(other)).to_contain_text("Is there a sheet for this?")

    # what another tab does may also be told too late
    other.evaluate("imr.store.listeners.clear()")
    go_on(one)
    reply(one, "a")
    newest(other).locator("[data-say=b]").click()

    expect(newest(other)).to_contain_text("I shouted at the printer")
    assert [body["reply"] for body in choices(other)] == ["a", "a"]
    assert is_chain_whole(events(other))


def test_ones_own_words_stay_on_the_device_until_one_says_otherwise(talking: Page, address: str) -> None:
    page = talking
    words = "What would make it a small thing?"
    page.get_by_text("Write your own reply first").click()
    page.get_by_label("What would you say?").fill(words)
    reply(page, "a")
    note = newest(page).locator(".imr-note")
    expect(note).to_contain_text(words)
    expect(note).to_contain_text("It feels like a test. Would a smaller question help?")
    note.get_by_role("button", name="Keep this for turn 1").click()
    expect(page.get_by_role("status")).to_have_text("Choose how close yours was, then keep it.")
    note.get_by_label("Partly").check()
    note.get_by_role("button", name="Keep this").click()
    expect(note).to_contain_text("Kept.")
    assert _written(page) == [{"promptId": "asking-dialogue.quiet", "ticked": ["partly"]}]

    open_talk(page, address)
    page.locator(".imr-note summary").first.click()
    expect(page.locator(".imr-own-said").first).to_have_text(words)
    expect(page.get_by_label("Partly")).to_be_checked()
    page.get_by_label("Keep my words in my exports").check()
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_role("status")).to_have_text("Kept.")
    assert _written(page)[1:] == [{"promptId": "asking-dialogue.quiet", "ticked": ["partly"], "text": words}]


def test_the_end_shows_ones_path_another_good_one_and_no_total(talking: Page) -> None:
    talk(talking, SLIP)
    end = talking.locator(".imr-talk-end")

    expect(end.locator(".imr-own-path .imr-path-head")).to_have_text(
        ["Turn 1. This gets in the way.", *(f"Turn {number}. This helps." for number in (2, 3, 4))]
    )
    expect(end.locator(".imr-other-path[open]")).to_contain_text("smaller question")
    expect(end.locator(".imr-went")).to_have_text(["Interactive teaching: 3 of 4 turns"])
    expect(end).to_contain_text("This was your first run. It counts as evidence")


def test_trying_again_is_a_new_run_from_that_turn(talking: Page, address: str) -> None:
    page = talking
    talk(page, SLIP)
    page.get_by_role("button", name="Try again from here at turn 3").click()

    assert page.evaluate("document.activeElement.textContent") == "Turn 3"
    expect(newest(page)).to_contain_text("This is a new run")
    expect(page.locator(".imr-mine")).to_have_count(2)
    talk(page, ["b", "a"])
    expect(page.locator(".imr-talk-end")).to_contain_text("Only your first run counts as evidence")
    assert [(body["run"], body["step"], body["reply"]) for body in choices(page)][4:] == [
        (2, 3, "b"),
        (2, 4, "a"),
    ]
    open_talk(page, address)
    expect(page.locator(".imr-own-path .imr-path-step")).to_have_count(4)
    expect(page.locator(".imr-own-path")).to_contain_text("second kind of sign")


def test_a_finished_talk_counts_until_the_unit_is_begun_afresh(talking: Page, address: str) -> None:
    page = talking
    talk(page, GOOD)
    page.goto(f"{address}/map.html")
    progress = page.locator(".imr-map [data-unit-progress]")
    expect(progress).to_contain_text(re.compile(r"in progress, 1 of \d+"))

    open_record(page, address)
    page.get_by_role("button", name="Start this unit afresh").click()
    expect(page.locator("[data-role=reset-outcome]")).to_contain_text("hold the talks")

    assert len(choices(page)) == len(GOOD)
    open_talk(page, address)
    expect(newest(page)).to_contain_text("I don't know what you want to hear.")
    expect(page.locator(".imr-mine")).to_have_count(0)
    page.goto(f"{address}/map.html")
    expect(progress).not_to_contain_text(re.compile("1 of"))


def test_axe_finds_nothing_before_during_and_at_the_end_of_a_talk(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    open_talk(page, address)
    page.get_by_text("Write your own reply first").click()
    page.get_by_label("What would you say?").fill("A smaller question.")
    assert _flaws(page) == []
    reply(page, "a")
    assert _flaws(page) == []
    go_on(page)
    talk(page, ["b", "c", "b"])
    page.locator(".imr-talk-end").wait_for()
    assert _flaws(page) == []
    context.close()


def test_without_the_script_one_chooses_ones_path_from_turn_to_turn(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{TALK_LESSON}")

    expect(page.get_by_text("Read the first turn, choose a reply")).to_be_visible()
    page.get_by_text("What comes of reply A in turn 1").click()
    expect(page.locator(".imr-script").get_by_text("You take the silence away")).to_be_visible()
    page.get_by_role("link", name="Go on at turn 2").first.click()
    assert page.url.endswith("#dialogue-asking-dialogue-polite")
    expect(page.locator("#dialogue-asking-dialogue-polite")).to_be_in_viewport()
    for part in (".imr-talk", ".imr-paper"):
        expect(page.locator(part)).to_be_hidden()
    context.close()


def test_only_lessons_with_exercises_load_their_scripts(page: Page, address: str) -> None:
    loaded = {}
    for path in (TALK_LESSON, EXERCISES, LESSON, "index.html"):
        page.goto(f"{address}/{path}")
        names = ("exercises", "ratings")
        loaded[path] = [name for name in names if page.locator(f"script[src$='/{name}.js']").count()]

    assert loaded == {
        TALK_LESSON: ["exercises"],
        EXERCISES: ["exercises", "ratings"],
        LESSON: [],
        "index.html": [],
    }


def _change_turn(page: Page, turn: str) -> None:
    """Load the page again after an author has changed the meaning of a turn."""
    old, new = page.evaluate(_HASH, turn), f"sha256:{'0' * 64}"
    page.route(
        f"**/{TALK_LESSON}",
        lambda route: route.fulfill(
            response=(fetched := route.fetch()), body=fetched.text().replace(old, new)
        ),
    )
    page.reload()
    page.wait_for_selector(LIVE)


def _written(page: Page) -> list[dict[str, object]]:
    return [event["body"] for event in events(page) if event["type"] == "written.reply"]


def _flaws(page: Page) -> list[str]:
    """Return what axe finds in both schemes, what is too wide and what is too small for a thumb."""
    found = axe(page)
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'default')")
    if page.evaluate("document.documentElement.scrollWidth") > 320:
        found.append("the page must be scrolled sideways")
    small: list[str] = page.locator(
        ".imr-talk :is(button:not([aria-disabled=true]), summary, label)"
    ).evaluate_all(
        "all => all.filter(one => one.checkVisibility() && !one.htmlFor &&"
        " one.getBoundingClientRect().height < 43.5).map(one => one.outerHTML.slice(0, 120))"
    )
    return found + small
