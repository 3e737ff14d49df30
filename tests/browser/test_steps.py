"""A lesson is read one step at a time, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.answering import EVERY_TYPE, check
from tests.browser.conftest import in_steps, serving
from tests.browser.shared_contexts import SharedContexts
from tests.browser.stepping import STEPS, build_steps, go_back, go_on, place, question, shown
from tests.browser.test_every_page import axe

ALL = ["ask-wait-build", "item-asking-multiple", "ask-wait-build-2", "wait-longer", "a-silence", "check"]
END = "end-three-questions"
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_steps(tmp_path_factory.mktemp("steps") / "course")


@pytest.fixture(scope="module")
def lesson(site: Path) -> Iterator[str]:
    """The address of the lesson below a path of its own."""
    root = site.parent / "server" / "intranet"
    root.mkdir(parents=True)
    (root / "learning").symlink_to(site)
    with serving(root.parent) as address:
        yield f"{address}/intranet/learning/{STEPS}"


@pytest.fixture(scope="module")
def phones(browser: Browser) -> Iterator[SharedContexts]:
    contexts = SharedContexts(partial(in_steps, browser))
    yield contexts
    contexts.close()


@pytest.fixture
def page(phones: SharedContexts) -> Iterator[Page]:
    with phones.lend(viewport=PHONE, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.mark.parametrize("opened", ["http", "file"])
def test_each_step_has_its_address_and_the_browser_goes_back_and_on(
    page: Page, site: Path, lesson: str, opened: str
) -> None:
    address = lesson if opened == "http" else (site / STEPS).as_uri()
    page.goto(address)
    assert shown(page) == ["ask-wait-build"]
    assert place(page) == "Step 1 of 7 · about 7 minutes left"

    go_on(page)
    go_on(page)
    assert page.url == f"{address}#ask-wait-build-2"
    assert shown(page) == ["ask-wait-build-2"]
    expect(page.get_by_role("status")).to_have_text(place(page))
    expect(page.locator("#ask-wait-build-2 [data-role=section]")).to_be_focused()
    expect(page.locator("[data-role=place]")).to_be_in_viewport()

    page.go_back()
    expect(page.locator("#item-asking-multiple legend")).to_be_focused()
    page.go_back()
    assert shown(page) == ["ask-wait-build"]
    page.go_forward()
    expect(question(page)).to_have_id("item-asking-multiple")
    page.reload()
    expect(question(page)).to_have_id("item-asking-multiple")
    assert page.url.endswith("#item-asking-multiple")


def test_a_lesson_opens_where_it_was_left(page: Page, lesson: str) -> None:
    page.goto(f"{lesson}#wait-longer")
    go_on(page)
    page.goto(lesson.replace("three-questions", "index"))

    page.goto(lesson)

    assert shown(page) == ["a-silence"]
    assert page.url.endswith("#a-silence")
    expect(page.locator("[data-role=moved]")).to_be_hidden()
    page.goto(f"{lesson}#check")
    assert shown(page) == ["check"], "an address goes before what was left"


def test_a_lesson_whose_step_is_gone_opens_at_the_nearest_before_it_and_says_so(
    page: Page, lesson: str
) -> None:
    page.goto(f"{lesson}#wait-longer")
    go_on(page)
    page.evaluate(
        """() => {
          const name = Object.keys(localStorage).find((key) => key.endsWith("/places"));
          const before = ["gone-too", "wait-longer", "ask-wait-build"];
          const left = {anchor: "gone", hash: "00000000", before};
          localStorage.setItem(name, JSON.stringify({"three-questions": left}));
        }"""
    )

    page.goto("about:blank")
    page.goto(lesson)

    assert shown(page) == ["wait-longer"]
    expect(page.locator("[data-role=moved]")).to_be_visible()


def test_a_lesson_counts_as_read_when_its_end_was_in_view_after_the_time_of_skimming_it(
    page: Page, lesson: str
) -> None:
    page.clock.install()
    page.goto(lesson)
    read = "() => imr.store.contents.events.filter(({raw}) => raw.type === 'lesson.read').length"
    page.get_by_text("All steps").click()
    page.get_by_role("link", name="To take with you").click()

    page.locator(".imr-onward").scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    assert page.evaluate(read) == 0

    page.clock.run_for(60_000)

    page.clock.resume()
    page.wait_for_function(f"({read})() === 1")


def test_where_lessons_were_left_is_erased_with_the_record(page: Page, lesson: str) -> None:
    page.goto(f"{lesson}#wait-longer")
    go_on(page)
    kept = "() => Object.keys(localStorage).filter((name) => name.startsWith('imr-record/'))"
    assert [name for name in page.evaluate(kept) if name.endswith("/places")] != []

    page.evaluate("imr.store.erase()")

    assert page.evaluate(kept) == []


def test_any_anchor_opens_the_step_that_holds_it_and_is_scrolled_to(page: Page, lesson: str) -> None:
    page.goto(f"{lesson}#answer-asking-match-text")
    assert shown(page) == ["check"]
    expect(question(page)).to_have_id("item-asking-match")

    page.goto(f"{lesson}#a-silence")
    expect(page.locator("#a-silence")).to_be_in_viewport()
    page.get_by_role("link", name="the beginning").click()

    assert shown(page) == ["ask-wait-build"]
    expect(page.locator("#ask-wait-build")).to_be_focused()


def test_a_search_of_the_page_opens_the_step_with_the_words(page: Page, lesson: str) -> None:
    page.goto(f"{lesson}#:~:text=harbour")

    expect(page.locator("#a-silence")).to_be_visible()
    assert shown(page) == ["a-silence"]
    expect(page.get_by_text("Here a harbour")).to_be_in_viewport()


def test_the_questions_of_a_bank_come_one_by_one_and_end_with_how_it_went(page: Page, lesson: str) -> None:
    page.goto(f"{lesson}#check")
    page.wait_for_selector("[data-role=dont-know]:visible")

    numbers = []
    while question(page).count():
        assert question(page).count() == 1
        numbers.append(question(page).locator(".imr-item-number").inner_text())
        question(page).get_by_role("button", name="I don't know").click()
        question(page).locator("[data-role=verdict]").wait_for()
        expect(question(page).locator("[data-role=next]")).to_be_hidden()
        go_on(page)

    assert numbers == [f"Question {number} of 10" for number in range(2, 11)]
    expect(page.locator("[data-role=end-heading]")).to_be_focused()
    assert "Not answered yet: 1" in page.locator("[data-role=end]").inner_text()
    page.locator("[data-role=missed-list] a").first.click()
    expect(question(page)).to_have_id("item-asking-multiple")

    page.go_back()
    page.get_by_role("button", name="Practise the missed ones again").click()
    expect(question(page)).to_have_id("item-asking-multiple")


def test_the_whole_page_is_one_press_away_and_stays(page: Page, lesson: str) -> None:
    page.goto(lesson)
    switch = page.get_by_role("button", name="Show the whole page")

    switch.click()
    assert shown(page) == [*ALL, END]
    page.reload()
    assert shown(page) == [*ALL, END]
    expect(page.locator("[data-role=end]")).to_be_hidden()
    expect(switch).to_have_attribute("aria-pressed", "true")

    switch.click()
    page.reload()
    assert shown(page) == ["ask-wait-build"]


def test_every_step_can_be_opened_from_the_list_in_any_order(page: Page, lesson: str) -> None:
    page.goto(lesson)

    page.get_by_text("All steps").click()
    page.locator(".imr-step-list").get_by_role("link", name="To take with you").click()

    assert shown(page) == [END]
    expect(page.locator(".imr-onward")).to_be_visible()
    assert page.locator(".imr-step-list [aria-current=step]").inner_text() == "To take with you"
    go_back(page)
    expect(page.locator("[data-role=end-heading]")).to_be_visible()


def test_a_double_click_on_next_goes_one_step(page: Page, lesson: str) -> None:
    page.goto(lesson)

    page.locator("[data-role=on]").dblclick()

    expect(question(page)).to_have_id("item-asking-multiple")


def test_the_keyboard_alone_leads_through_and_never_into_a_hidden_step(page: Page, lesson: str) -> None:
    page.goto(f"{lesson}#wait-longer")
    page.locator("#wait-longer").focus()

    for _ in range(12):
        page.keyboard.press("Tab")
        step = page.evaluate("document.activeElement.closest('.imr-lesson-step')?.dataset.anchor ?? ''")
        assert step in ("", "wait-longer")
        if page.evaluate("document.activeElement.dataset.role") == "on":
            page.keyboard.press("Enter")
            break

    expect(page.locator("#a-silence")).to_be_focused()


def test_one_step_is_shown_before_other_scripts_come_and_without_them(page: Page, lesson: str) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => window.early ="
        " document.querySelectorAll('.imr-lesson-step:not([hidden])').length)"
    )

    page.goto(lesson)
    go_on(page)
    go_on(page)

    assert page.evaluate("window.early") == 1
    assert shown(page) == ["ask-wait-build-2"]


def test_a_browser_whose_search_opens_nothing_shows_the_whole_page(page: Page, lesson: str) -> None:
    page.add_init_script("delete HTMLElement.prototype.onbeforematch")

    page.goto(lesson)

    assert shown(page) == [*ALL, END]
    assert page.locator(".imr-step-bar, .imr-step-ways").locator("visible=true").count() == 0


def test_without_scripting_the_page_is_whole(browser: Browser, lesson: str) -> None:
    page = in_steps(browser, java_script_enabled=False).new_page()
    page.goto(lesson)

    for anchor in ("ask-wait-build", "item-asking-multiple", "a-silence", "item-asking-match", END):
        assert page.locator(f"#{anchor}").is_visible()
    assert (
        page.locator(".imr-step-bar, .imr-step-ways, .imr-step-section").locator("visible=true").count() == 0
    )
    page.context.close()


def test_print_holds_every_step(page: Page, lesson: str) -> None:
    page.goto(f"{lesson}#wait-longer")

    text = " ".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf())).pages)

    for words in (
        "lighthouse",
        "harbour",
        "Question 1 of 10",
        "Question 10 of 10",
        "Worth remembering",
        "Key:",
    ):
        assert words in " ".join(text.split())
    assert "Show the whole page" not in text


def test_axe_finds_nothing_in_any_step_before_and_after_answering(page: Page, lesson: str) -> None:
    page.goto(lesson)
    found: dict[str, list[str]] = {}
    for _ in range(4):
        found[page.url] = axe(page)
        go_on(page)
    page.goto(f"{lesson}#item-asking-single")
    found["open"] = axe(page)
    EVERY_TYPE["single-choice"].wrong(question(page))
    question(page).get_by_label("Sure", exact=True).click()
    check(question(page))
    found["answered"] = axe(page)
    page.get_by_text("All steps").click()
    found["list"] = axe(page)
    page.goto(f"{lesson}#{END}")
    found["end"] = axe(page)

    assert [item for item in found.items() if item[1]] == []


@pytest.mark.parametrize("root", ["100%", "200%"])
def test_no_step_needs_sideways_scrolling_at_320_pixels(page: Page, lesson: str, root: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(lesson)
    page.add_style_tag(content=f"html {{ font-size: {'250%' if root == '200%' else '125%'} }}")

    wide = []
    for anchor in [*ALL, END]:
        page.evaluate("anchor => { location.hash = anchor }", anchor)
        page.wait_for_timeout(60)
        width = page.evaluate(
            "Math.max(...[...document.querySelectorAll('.imr-step-bar, .imr-step-ways, .imr-lesson-step')]"
            ".map(one => one.getBoundingClientRect().right))"
        )
        if width > 320:
            wide.append((anchor, width))

    assert wide == []


def test_after_check_the_verdict_is_in_view_with_the_choice_first_and_the_right_answer_open(
    page: Page, lesson: str
) -> None:
    page.goto(f"{lesson}#item-asking-single")
    EVERY_TYPE["single-choice"].wrong(question(page))
    question(page).get_by_label("Sure", exact=True).click()
    check(question(page))

    verdict = question(page).locator("[data-role=verdict]")
    box = verdict.bounding_box()
    assert box is not None
    assert box["y"] >= 48
    assert box["y"] + box["height"] <= PHONE["height"]
    text = verdict.inner_text()
    assert text.index("You were sure") < text.index("You chose") < text.index("Right: ")
    expect(question(page).locator(".imr-certainty")).to_be_hidden()
    assert question(page).locator("[data-option]:visible").count() == 2


def test_an_ordering_that_nobody_has_touched_is_not_judged(page: Page, lesson: str) -> None:
    page.goto(f"{lesson}#item-asking-order")
    check(question(page))

    expect(question(page).locator("[data-role=problem]")).to_contain_text("Put the steps in order first")
    question(page).locator("[data-move=down]").first.click()
    expect(question(page).locator("[data-role=problem]")).to_be_hidden()
    check(question(page))
    expect(question(page).locator("[data-role=verdict]")).to_be_visible()


def test_what_is_ticked_in_a_checklist_stays_ticked(page: Page, lesson: str) -> None:
    page.goto(f"{lesson}#a-silence")
    second = page.get_by_role("checkbox", name="I waited.")
    second.check()
    page.wait_for_timeout(300)

    page.reload()

    expect(second).to_be_checked()
    expect(page.get_by_role("checkbox", name="I asked before I explained.")).not_to_be_checked()
    page.get_by_role("button", name="Untick all").click()
    expect(second).not_to_be_checked()
