"""The competence profile: an invitation, a picture, a table, and the same numbers everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.browser import profile_site
from tests.browser.answering import EVERY_TYPE, check
from tests.browser.conftest import LESSON, serving
from tests.browser.profile_numbers import STATES, in_picture, in_table, of_python, seen_in_picture
from tests.browser.test_every_page import axe
from tests.records.made import Raw

PHONE, DESKTOP = 320, 1280

RATER = "r" * 26


@pytest.fixture(scope="module")
def profile_address(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("profile") / "site"
    with serving(profile_site.copy_with_competencies(sample_site, folder)) as address:
        yield f"{address}/profile.html"


@pytest.fixture
def seeded(page: Page, profile_address: str) -> Page:
    """The profile of a record in which every state occurs."""
    return _seeded(page, profile_address)


def test_before_the_first_answer_the_page_invites_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}/profile.html")

    expect(page.get_by_role("heading", name="Your profile begins with one answer")).to_be_visible()
    expect(page.get_by_text("not enough evidence")).to_be_visible()  # of the example
    page.locator(".imr-empty").get_by_role("link", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_one_has_answered_is_there_at_once(page: Page, address: str) -> None:
    page.goto(f"{address}/{LESSON}")
    for answering in EVERY_TYPE.values():
        answering.right(answering.find(page))
        check(answering.find(page))
        expect(answering.find(page).locator("[data-role=verdict]")).to_be_visible()

    page.goto(f"{address}/profile.html")

    row = page.locator("[data-competency=EDU1]").first
    # two of six answers share a list of options, so they are worth 5.67: (5.67 + ½) ÷ (5.67 + 1)
    expect(row.locator("[data-strand=judgement]")).to_contain_text("0.93 0.80 to 1.00")
    expect(row.locator("[data-strand=knowledge]")).to_contain_text("4 answers")
    expect(row).to_contain_text("You have answered all there is. A decision needs 7 more")


def test_the_page_shows_the_numbers_that_python_computes(seeded: Page) -> None:
    wanted = of_python(profile_site.record())

    assert in_table(seeded) == wanted
    assert in_picture(seeded) == {name: seen_in_picture(line) for name, line in wanted.items()}


def test_the_profile_begins_with_what_was_done_and_put_wrong_and_one_step(seeded: Page) -> None:
    titles = seeded.locator(".imr-profile h2").all_inner_texts()[:5]

    assert titles == [
        "What you practised",
        "What changed",
        "What to put right",
        "A good next step",
        "The numbers behind it: 26 competencies",
    ]
    expect(seeded.locator("[data-part=practised]")).to_contain_text(": 52 questions answered")
    expect(seeded.locator("[data-part=changed]")).to_contain_text("is now “shown”")
    safety = seeded.locator("[data-part=put_right] .imr-safety-list li")
    expect(safety).to_have_count(1)
    expect(safety.get_by_role("link")).to_have_attribute("href", f"./{LESSON}#item-{profile_site.MISSED}")


def test_where_a_decision_is_out_of_reach_the_row_says_how_many_questions_there_are(
    page: Page, address: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/{LESSON}")
    answering = next(iter(EVERY_TYPE.values()))
    answering.right(answering.find(page))
    check(answering.find(page))
    expect(answering.find(page).locator("[data-role=verdict]")).to_be_visible()

    page.goto(f"{address}/profile.html")

    row = page.locator(".imr-groups [data-competency=EDU1]")
    expect(row.locator(".imr-out-of-reach").first).to_have_text(
        re.compile(r"^\d+ questions so far, too few for a decision$")
    )
    expect(row.locator(".imr-state")).to_have_count(0)
    expect(page.locator(".imr-states-count").last).to_have_text("0")
    assert axe(page) == []


def test_each_state_has_a_word_and_a_shape_of_its_own(seeded: Page) -> None:
    states = seeded.locator(".imr-states .imr-state")

    assert states.all_inner_texts() == list(STATES.values())
    shapes = states.locator("svg").evaluate_all("all => all.map(one => one.innerHTML)")
    assert len(set(shapes)) == 3
    assert seeded.locator(".imr-states-count").all_inner_texts() == ["1", "1", "24"]


@pytest.mark.parametrize(
    ("competency", "words"),
    [
        ("GOA2", "3 more answers would allow a decision: Second unit"),
        ("EDU1", "3 more answers, from another unit too, would allow a decision: Second unit"),
        ("STR1", "9 more answers, from another unit too, would allow a decision: Second unit"),
        ("GOA1", "Nothing to do. It counts in full until 1 January 2027."),
        ("CBT2", "3 questions are still open and would narrow the bar: Second unit"),
        ("MOT1", "Begin here, 18 questions wait for you: First unit"),
    ],
)
def test_every_competency_says_what_to_do_next(seeded: Page, competency: str, words: str) -> None:
    expect(_row(seeded, competency).locator(".imr-row-next")).to_have_text(words)


def test_a_missed_safety_question_is_named_and_leads_there(seeded: Page) -> None:
    step = _row(seeded, "SAF1").locator("[data-step=safety]")

    expect(step).to_contain_text("A safety question was missed")
    expect(step.get_by_role("link")).to_have_attribute("href", f"{LESSON}#item-{profile_site.MISSED}")
    expect(seeded.locator(".imr-offer")).to_contain_text("Scope and safety")


def test_what_was_given_is_shown_as_it_was_given(seeded: Page) -> None:
    row = _row(seeded, "CBT2")

    expect(row).to_contain_text("You rated yourself: competent (after First unit, 1 January 2026)")
    expect(row).to_contain_text(
        f"Observed by a supervisor: 2.5 of 5 (12 January 2026, by {RATER}, as entered"
    )
    assert row.locator(".imr-band-own").get_attribute("cx") == "66.66666666666666%"


def test_an_observation_by_an_instrument_names_its_item(seeded: Page) -> None:
    words = f"4 of 5 on IMR Fidelity Scale 12, Relapse prevention training (12 January 2026, by {RATER}, "

    expect(_row(seeded, "SKL2")).to_contain_text(f"Observed by a supervisor: {words}")
    seeded.get_by_role("radio", name="Table").check()
    expect(seeded.locator("tr[data-competency=SKL2]").first).to_contain_text(words)


def test_an_own_rating_says_whether_it_fits_the_answers(seeded: Page) -> None:
    row = _row(seeded, "CBT2")

    expect(row).to_contain_text("you feel surer than your answers show")
    expect(row.locator(".imr-band-gap")).to_have_count(1)
    seeded.get_by_role("radio", name="Table").check()
    line = seeded.locator("tr[data-competency=CBT2]").first
    expect(line).to_contain_text("competent; you feel surer than your answers show")


def test_agreement_in_rating_is_shown_separately_from_the_strands(seeded: Page) -> None:
    found = profile_site.agreed(profile_site.record())
    assert found.side == "lenient"
    assert found.kappa
    assert found.error
    kappa, error = ([f"{x:.2f}" for x in (i.value, i.low, i.high)] for i in (found.kappa, found.error))
    says = f"kappa {kappa[0]} (80 % interval {kappa[1]} to {kappa[2]})"
    is_lenient = f"more lenient than the authors, by {error[0]} bands"
    row = _row(seeded, "ORG2")

    expect(row.locator(".imr-agreement")).to_contain_text(says)
    expect(row.locator(".imr-agreement")).to_contain_text(is_lenient)
    expect(row.locator("[data-strand=judgement]")).to_contain_text("no answers yet")
    row.get_by_text("How is this computed?").click()
    expect(row).to_contain_text("Kappa with quadratic weights is 1")
    seeded.get_by_role("radio", name="Table").check()
    line = seeded.locator("tr[data-rated]")
    expect(line).to_contain_text(says)
    expect(line.locator("td")).to_have_count(1)


def test_every_estimate_says_how_it_is_computed(seeded: Page) -> None:
    with_answers = len(profile_site.ANSWERED) + 1
    expect(seeded.locator(".imr-groups .imr-seen")).to_have_count(with_answers)
    expect(seeded.locator(".imr-groups .imr-strand .imr-how")).to_have_count(with_answers)

    how = _row(seeded, "GOA2").locator(".imr-how")
    how.locator("summary").click()

    expect(how).to_contain_text("9 answers from 2 units; points earned: 8 of 9")
    expect(how).to_contain_text("(8 + ½) ÷ (9 + 1) = 0.85")


def test_where_numbers_stand_a_link_leads_to_how_scores_work(page: Page, profile_address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    door = '<p><a href="pages/how-scores-work.html">How scores work</a></p></footer>'
    page.route(
        "**/profile.html",
        lambda route: route.fulfill(
            response=(fetched := route.fetch()), body=fetched.text().replace("</footer>", door)
        ),
    )
    page.goto(profile_address)
    link = page.get_by_role("link", name="How scores work, and what the three words mean")
    expect(page.locator(".imr-example").get_by_role("link")).to_have_count(1)

    _seeded(page, profile_address)

    expect(page.locator(".imr-states-part").get_by_role("link")).to_have_count(1)
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", "pages/how-scores-work.html#states")
    assert axe(page) == []


def test_the_keyboard_alone_changes_the_view_and_opens_what_is_folded(seeded: Page) -> None:
    seeded.get_by_role("radio", name="Picture").focus()
    seeded.keyboard.press("ArrowRight")
    expect(seeded.get_by_role("table")).to_be_visible()
    seeded.keyboard.press("ArrowLeft")
    expect(seeded.get_by_role("table")).to_be_hidden()

    for _ in range(2):
        seeded.keyboard.press("Tab")
    seeded.keyboard.press("g")  # the first group that begins so
    expect(_row(seeded, "GOA1")).to_be_visible()
    expect(_row(seeded, "SAF1")).to_be_hidden()
    expect(seeded.get_by_role("status")).to_have_text("4 competencies shown below")

    for _ in range(2):
        seeded.keyboard.press("Tab")
    seeded.keyboard.press("Enter")
    expect(_row(seeded, "GOA1").locator("details")).to_have_attribute("open", "")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, profile_address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(profile_address)
    expect(page.locator(".imr-empty")).to_be_visible()
    found = {"empty": axe(page)}
    _seeded(page, profile_address)
    page.locator("summary:visible").evaluate_all("all => all.forEach(one => one.click())")
    found["picture"] = axe(page)
    page.get_by_role("radio", name="Table").check()
    found["table"] = axe(page)

    assert found == {"empty": [], "picture": [], "table": []}
    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


@pytest.mark.parametrize("view", ["Picture", "Table"])
def test_on_paper_26_competencies_fit_one_sheet(seeded: Page, view: str) -> None:
    seeded.get_by_role("radio", name=view).check()

    pages = PdfReader(BytesIO(seeded.pdf(format="A4"))).pages

    text = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    assert "This is formative" in text
    assert "Trainer: Anna As of 21 January 2026" in text
    assert "provisional, set by the authors" in text
    assert "Programme conditions" in text
    assert "0.85" in text


def test_answers_taken_back_are_listed_once_for_each_question_missed_safety_first(
    page: Page, profile_address: str
) -> None:
    _seeded(page, profile_address, document=profile_site.taken_back())

    listed = page.locator(".imr-not-counted")
    expect(listed).to_contain_text("4 answers were taken back later:")
    assert [line.partition(":")[0] for line in listed.locator("li").all_inner_texts()] == [
        "First unit (SAF1-first-8), answered on 4 January 2026",
        "First unit (EDU1-first-1), 3 answers, the last on 3 January 2026",
    ]


def test_what_stands_in_a_record_is_text_and_nothing_else(page: Page, profile_address: str) -> None:
    alias = "<img src=x onerror=document.title='taken'>"

    _seeded(page, profile_address, alias)

    expect(page.get_by_text(f"Trainer: {alias}")).to_be_visible()
    assert page.locator(".imr-profile img").count() == 0
    assert page.title() != "taken"


def _seeded(page: Page, address: str, alias: str = "Anna", document: Raw | None = None) -> Page:
    page.clock.set_fixed_time(datetime.fromtimestamp(profile_site.NOW / 1000, UTC))
    page.goto(address)
    page.locator(".imr-empty").wait_for()
    profile_site.seed(page, document or profile_site.record(alias))
    page.reload()
    page.locator(".imr-groups").wait_for()
    return page


def _row(page: Page, competency: str) -> Locator:
    return page.locator(f".imr-groups [data-competency={competency}]")
