"""Every item type is answered in a real browser, by mouse and by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.answering import EVERY_TYPE, check, check_by_keyboard, give_up, is_answered, verdict
from tests.browser.conftest import LESSON


def test_a_right_answer_is_confirmed(lesson: Page) -> None:
    for kind, answering in EVERY_TYPE.items():
        item = answering.find(lesson)

        answering.right(item)
        check(item)

        assert verdict(item).startswith("Right"), kind


def test_a_wrong_answer_is_explained(lesson: Page) -> None:
    for kind, answering in EVERY_TYPE.items():
        item = answering.find(lesson)

        answering.wrong(item)
        check(item)

        assert verdict(item).startswith("Not right"), kind
        assert len(verdict(item).split()) > 6, kind
        assert item.get_by_role("link", name="Three questions to begin with").is_visible(), kind


def test_the_keyboard_alone_answers_it(lesson: Page) -> None:
    for kind, answering in EVERY_TYPE.items():
        item = answering.find(lesson)

        answering.right_by_keyboard(item)
        assert not is_answered(item), kind
        check_by_keyboard(item)

        assert verdict(item).startswith("Right"), kind


def test_changing_an_answer_or_pressing_enter_in_it_never_submits(lesson: Page) -> None:
    for kind, answering in EVERY_TYPE.items():
        item = answering.find(lesson)

        answering.wrong(item)
        answering.right(item)
        for field in item.locator("input:visible, select:visible").all():
            field.focus()
            lesson.keyboard.press("Enter")

        assert not is_answered(item), kind
        assert lesson.url.endswith(LESSON), kind


def test_the_verdict_is_announced_in_the_one_live_region(lesson: Page) -> None:
    assert lesson.locator("[role=status], [role=alert], [aria-live]").count() == 1
    item = EVERY_TYPE["single-choice"].find(lesson)

    EVERY_TYPE["single-choice"].wrong(item)
    check(item)

    expect(lesson.get_by_role("status")).to_have_text("Question 1 of 10: not right. Explanation below.")


def test_the_focus_stays_on_check(lesson: Page) -> None:
    item = EVERY_TYPE["single-choice"].find(lesson)

    EVERY_TYPE["single-choice"].right_by_keyboard(item)
    check_by_keyboard(item)

    assert lesson.evaluate("document.activeElement.dataset.role") == "check"


def test_checking_without_an_answer_says_what_is_missing(lesson: Page) -> None:
    item = EVERY_TYPE["match"].find(lesson)

    check(item)

    expect(item.locator("[data-role=problem]")).to_be_focused()
    assert not is_answered(item)


def test_the_most_and_the_least_helpful_reply_must_be_two(lesson: Page) -> None:
    item = EVERY_TYPE["best-and-worst"].find(lesson)
    for group in ("Most helpful", "Least helpful"):
        item.get_by_role("radiogroup", name=group).get_by_role("radio").nth(2).check()

    check(item)

    problem = item.locator("[data-role=problem]")
    expect(problem).to_be_focused()
    expect(problem).to_contain_text("Choose two different replies")
    assert not is_answered(item)

    problem.get_by_role("link", name="Least helpful").click()
    item.locator("input[name=best][value=which]").check()
    item.locator("input[name=worst][value=later]").check()
    check(item)

    assert verdict(item).startswith("Partly right")
    told = item.locator("[data-role=verdict]")
    for said in (
        "You chose it as least helpful",
        "It puts him off",
        "Most helpful, your choice",
        "You tell the group",
    ):
        expect(told).to_contain_text(said)


def test_one_can_say_how_sure_one_is_and_change_ones_mind(lesson: Page) -> None:
    item = EVERY_TYPE["single-choice"].find(lesson)

    EVERY_TYPE["single-choice"].wrong(item)
    item.get_by_label("Fairly sure").click()
    EVERY_TYPE["single-choice"].right(item)
    check(item)

    assert verdict(item).startswith("Right")
    assert item.get_by_label("Fairly sure").is_checked()


def test_i_do_not_know_is_an_answer(lesson: Page) -> None:
    item = EVERY_TYPE["sort"].find(lesson)

    give_up(item)

    assert "don't know" in verdict(item)
    assert item.get_by_text("A definition. Ask for theirs first.").is_visible()


def test_an_answer_lasts_for_the_visit(lesson: Page) -> None:
    single = EVERY_TYPE["single-choice"]
    single.wrong(single.find(lesson))
    check(single.find(lesson))
    before = single.find(lesson).inner_text()

    lesson.reload()

    expect(single.find(lesson).locator("[data-role=verdict]")).to_be_visible()
    assert single.find(lesson).inner_text() == before


def test_the_link_after_an_answer_leads_to_the_section_that_teaches_it(lesson: Page) -> None:
    single = EVERY_TYPE["single-choice"]
    single.wrong(single.find(lesson))
    check(single.find(lesson))

    single.find(lesson).get_by_role("link", name="Three questions to begin with").click()

    assert lesson.url.endswith("#ask-wait-build")
    expect(lesson.locator("#ask-wait-build")).to_be_in_viewport()


def test_all_questions_answered_one_sees_how_the_set_went(lesson: Page) -> None:
    for answering in EVERY_TYPE.values():
        answering.right(answering.find(lesson))
        check(answering.find(lesson))

    lesson.get_by_role("link", name="See how the set went").click()

    expect(lesson.locator("[data-role=end-heading]")).to_be_focused()
    assert "Right: 10 of 10" in lesson.locator("[data-role=end]").inner_text()


def test_without_scripting_every_item_can_be_read_and_its_answer_opened(
    browser: Browser, address: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/{LESSON}")

    for answering in EVERY_TYPE.values():
        item = answering.find(page)
        assert item.locator("legend").first.is_visible()
        assert item.locator("input:visible, select:visible").count() >= 3
        assert item.locator("[data-role=dont-know]").is_hidden()
        assert item.locator("details > div").is_hidden()
        item.locator("summary").click()
        assert item.locator("details > div").is_visible()
    page.context.close()


def test_without_scripting_check_opens_the_answer(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/{LESSON}")

    item = EVERY_TYPE["single-choice"].find(page)
    EVERY_TYPE["single-choice"].wrong(item)
    check(item)

    expect(item.get_by_text("Correct, and nobody has connected it")).to_be_visible()
    page.context.close()


def test_from_a_file_share_everything_works_and_nobody_else_is_asked(page: Page, sample_site: Path) -> None:
    asked = _requests(page)
    page.goto((sample_site / LESSON).as_uri())

    for answering in EVERY_TYPE.values():
        answering.right(answering.find(page))
        check(answering.find(page))
        assert verdict(answering.find(page)).startswith("Right")

    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_below_a_path_no_request_leaves_the_site(page: Page, address: str) -> None:
    asked = _requests(page)
    page.goto(f"{address}/index.html")
    page.get_by_role("link", name="Begin").click()
    page.goto(f"{address}/{LESSON}")
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("silence")
    expect(page.locator(".imr-found").first).to_be_visible()

    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_no_page_speaks_of_trouble_in_the_console(page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    for path in ("index.html", "map.html", "people.html", LESSON):
        page.goto(f"{address}/{path}")

    assert said == []


def _requests(page: Page) -> list[str]:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    return asked
