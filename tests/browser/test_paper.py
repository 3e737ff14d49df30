"""On paper: questions to answer with a pen, the key apart, scripts to hand out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from course.build import pipeline
from course.model.course import Course
from course.model.items import BestWorst, Choose, Item, Match, Order
from tests.browser.conftest import LESSON
from tests.browser.paper import printed
from tests.browser.talking import open_talk, talk

CHOICES = ("unit", "questions", "key", "scripts", "talks", "observer", "observation")
UNIT = "first-part/asking-first/index.html"
PRINT = "print/asking-first.html"
OF_THE_LESSON = "Ask an open question, wait longer than feels natural"
OF_THE_SCRIPT = "Ada asks her question, and Ben answers with a single word."
OF_THE_CHECKLIST = "I asked before I explained."
FORMATIVE = "My course, version 0.1.0. Formative: knowledge and judgement, not clinical competence."
KEY = "Asking before telling Key"
OF_THE_TALK = "A Then I'll begin. Stress has four kinds of signs."
TO_BE_ANSWERED = (
    "Ten past two. Five people, one flip chart.",
    "What people say is taken up and used.",
    "What do you say to him?",
)
REASONS = (
    "She repeats Ben's words and writes them down",
    "(line 4) can only be answered with yes",
    "And the week you told us about, with the telephone?",
)
OBSERVED = (
    "You take the silence away, and with it his turn to think.",
    "This gets in the way.",
    "vague praise, cognitive-behavioural",
    "A better wording: At the end. What would be on yours?",
)
_LEVELS = """[...document.querySelectorAll("article :is(h1, h2, h3, h4)")]
    .filter(heading => heading.checkVisibility()).map(heading => Number(heading.localName[1]))"""


@pytest.fixture(scope="module")
def course(sample_site: Path) -> Course:
    return pipeline.check(sample_site.parent).course


@pytest.fixture
def sheets(page: Page, sample_site: Path) -> Page:
    """The page that prints the unit; how often `window.print` was called is counted."""
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1 }")
    page.goto((sample_site / PRINT).as_uri())
    return page


def test_the_key_of_a_lesson_is_printed_as_a_block_of_its_own_after_the_questions(
    page: Page, sample_site: Path
) -> None:
    page.goto((sample_site / LESSON).as_uri())

    text = " ".join(printed(page))

    last_question = text.index("What does she do now?")
    assert text.index("Key") > last_question
    assert "You start from what people know." not in text
    assert "Check answer" not in text
    assert "Print this unit" not in text


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_questions_are_printed_without_their_key(sheets: Page, course: Course, paper: str) -> None:
    sheets.locator("#questions").check()

    text = " ".join(printed(sheets, paper))

    assert [item.id for item in _items(course) if item.prompt.plain not in text] == []
    assert [words for item in _items(course) for words in _explained(item) if words in text] == []
    assert [words for words in TO_BE_ANSWERED if words not in text] == []
    others = (KEY, *REASONS, OF_THE_LESSON, OF_THE_SCRIPT, OF_THE_CHECKLIST, OF_THE_TALK)
    assert [words for words in (*others, "What would you like on paper?") if words in text] == []


def test_the_key_alone_gives_every_answer_with_its_reason(sheets: Page, course: Course) -> None:
    sheets.locator("#key").check()

    pages = printed(sheets)

    text = " ".join(pages)
    assert [words for item in _items(course) for words in _explained(item) if words not in text] == []
    assert "A What have you noticed in a full week? You start from what people know. B is not right." in text
    assert "C, B, A Building on an answer" in text
    assert [words for words in REASONS if words not in text] == []
    assert [words for words in (OF_THE_LESSON, OF_THE_SCRIPT, OF_THE_TALK) if words in text] == []
    assert all(FORMATIVE in each for each in pages)


def test_a_script_a_checklist_a_demonstration_and_a_form_are_a_sheet_each(
    sheets: Page, course: Course
) -> None:
    sheets.locator("#scripts").check()

    script, checklist, demonstration, form, run_sheet = printed(sheets)

    assert OF_THE_SCRIPT in script
    assert OF_THE_CHECKLIST in checklist
    assert "Asking before telling" in script
    assert "Asking before telling" in checklist
    assert "A slip. telling too soon" in demonstration
    assert "What did you see?" not in demonstration
    assert [item.id for item in _items(course) if item.prompt.plain in script + checklist] == []
    assert "What could get in the way" in form
    assert "0–5 Welcome Ada" in run_sheet
    assert "Print this sheet" not in run_sheet
    assert OF_THE_LESSON not in script


def test_a_talk_is_printed_as_a_script_that_does_not_say_what_is_best(sheets: Page) -> None:
    sheets.locator("#talks").check()

    text = " ".join(printed(sheets))

    for words in (
        "1. Ben Ben looks at his hands.",
        "listens politely. From now on: Ben expects you to do the talking. → 2 B It feels like a test.",
        '2. Ben "Is there a sheet for this?" He has taken out a pen.',
        "Instead, if: Ben expects you to do the talking; if not: you have given him back his turn",
        "D Say nothing for a moment",
        "his turn); end 2 (otherwise)",
        "He stops laughing. → end 3",
        "End 3: You talk on",
    ):
        assert words in text
    assert [words for words in OBSERVED if words in text] == []
    assert "open question" not in text
    assert [words for words in (*TO_BE_ANSWERED, OF_THE_LESSON, OF_THE_SCRIPT) if words in text] == []


def test_the_observer_of_a_talk_has_a_separate_key(sheets: Page) -> None:
    sheets.locator("#observer").check()

    text = " ".join(printed(sheets))

    assert [words for words in OBSERVED if words not in text] == []
    assert FORMATIVE in text
    assert [words for words in (OF_THE_TALK, *REASONS, *TO_BE_ANSWERED) if words in text] == []


def test_the_whole_unit_ends_with_its_key_on_sheets_of_its_own(sheets: Page, course: Course) -> None:
    sheets.locator("#unit").check()
    pages = printed(sheets)

    first = next(number for number, text in enumerate(pages) if KEY in text)
    unit, key = " ".join(pages[:first]), " ".join(pages[first:])
    assert [words for words in TO_BE_ANSWERED if words not in unit] == []
    for words in (OF_THE_LESSON, OF_THE_SCRIPT, OF_THE_CHECKLIST, OF_THE_TALK):
        assert words in unit
        assert words not in key
    for words in (*REASONS, *OBSERVED):
        assert words in key
        assert words not in unit
    assert [item.id for item in _items(course) if item.prompt.plain not in unit] == []
    assert [words for item in _items(course) for words in _explained(item) if words in unit] == []


def test_without_scripting_the_address_and_then_the_choice_decide(
    browser: Browser, sample_site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{(sample_site / PRINT).as_uri()}#key")

    assert _shown(page) == {"key"}
    page.locator("#questions").check()
    assert _shown(page) == {"questions"}
    page.locator("#unit").check()
    assert _shown(page) == set(CHOICES)
    expect(page.get_by_role("button", name="Print")).to_have_count(0)
    context.close()


def test_the_keyboard_alone_chooses_and_prints(sheets: Page) -> None:
    sheets.locator("#questions").focus()
    sheets.keyboard.press("ArrowDown")
    expect(sheets.locator("#key")).to_be_checked()
    assert _shown(sheets) == {"key"}

    sheets.keyboard.press("Tab")
    sheets.keyboard.press("Enter")

    assert sheets.evaluate("window.printed") == 1


def test_a_unit_leads_to_what_can_be_printed_of_it(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / UNIT).as_uri())
    page.get_by_role("link", name="scripts, checklists and forms").click()
    expect(page.locator("#scripts")).to_be_checked()
    assert _shown(page) == {"scripts"}

    page.goto((sample_site / LESSON).as_uri())
    page.get_by_role("link", name="Print this unit").click()
    # not the whole unit, which may be some forty pages
    expect(page.locator("#questions")).to_be_checked()
    pages = page.locator(".imr-print-option", has=page.locator("#unit")).locator(".imr-print-pages")
    assert re.fullmatch(r"About \d+ pages\.", pages.inner_text())


def test_headings_skip_no_level_whatever_is_chosen(sheets: Page) -> None:
    levels = {}
    for choice in CHOICES:
        sheets.locator(f"#{choice}").check()
        levels[choice] = sheets.evaluate(_LEVELS)

    steps = [step for found in levels.values() for step in pairwise(found)]
    assert {found[0] for found in levels.values()} == {1}
    assert [(above, below) for above, below in steps if below > above + 1] == []


def _shown(page: Page) -> set[str | None]:
    return {sheet.get_attribute("data-sheet") for sheet in page.locator(".imr-sheet:visible").all()}


def _items(course: Course) -> list[Item]:
    return [item for _, item in course.items()]


def _explained(item: Item) -> Iterator[str]:
    """Yield every feedback and explanation of an item."""
    match item.interaction:
        case Choose(options=options):
            yield from (option.feedback.plain for option in options if option.feedback)
        case Match(cards=cards):
            yield from (card.feedback.plain for card in cards)
        case Order(feedback=feedback):
            yield feedback.plain
        case BestWorst(replies=replies):
            yield from (reply.feedback.plain for reply in replies)
    if item.explanation:
        yield item.explanation.plain


def test_a_dialogue_is_printed_as_a_script_with_separate_observers_notes(
    page: Page, sample_site: Path
) -> None:
    open_talk(page, sample_site.as_uri())
    talk(page, ["a"])

    text = " ".join(printed(page))

    script, notes = text.split("For the observer: A quiet group, with Ben")
    assert "Turn 1, Ben" in script
    assert "There is no right answer." in script
    assert "He leans back." in script
    assert "Go on at turn 3." in script
    assert "How it ends: The group talks" in script
    assert "You take the silence away" not in script
    assert "You take the silence away" in notes
    assert "A better wording:" in notes
    for on_screen in ("Write your own reply first", "What comes of reply", "What do you say?"):
        assert on_screen not in text
