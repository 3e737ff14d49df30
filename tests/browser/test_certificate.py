"""The certificate: made of the record alone, together with an exported file, and honest about its limits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from course.records.reading import Reading, read
from tests.browser import profile_site
from tests.browser.conftest import serving
from tests.browser.exercising import REFERENCES, compare, open_exercises
from tests.browser.keeping import answer, answer_all, open_lesson
from tests.browser.paper import printed
from tests.browser.talking import GOOD, open_talk, talk
from tests.browser.test_every_page import axe
from tests.records.made import DAY, START, Raw
from tests.records.made import Browser as Writer

DIGEST = "code.imr-digest"

RATER = "r" * 26


@pytest.fixture(scope="module")
def certificate_address(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("certificate") / "site"
    with serving(profile_site.copy_with_competencies(sample_site, folder)) as address:
        yield f"{address}/certificate.html"


@pytest.fixture
def seeded(page: Page, certificate_address: str) -> Page:
    """The certificate of a record with two units done, an observation and an own rating."""
    return _seeded(page, certificate_address)


def test_before_a_unit_is_done_the_page_invites_to_one(page: Page, address: str) -> None:
    page.goto(f"{address}/certificate.html")
    expect(page.get_by_role("heading", name="begins with one finished unit")).to_be_visible()
    expect(page.get_by_role("heading", name="Certificate of learning")).to_be_hidden()

    page.locator("[data-role=begin]").get_by_role("link", name="Begin").click()
    open_lesson(page, address)
    answer(page)
    page.goto(f"{address}/certificate.html")

    begin = page.locator("[data-role=begin]")
    expect(begin.get_by_role("link", name="Continue")).to_be_visible()
    expect(begin).to_contain_text("Asking before telling")
    expect(page.get_by_role("button", name="Print")).to_be_hidden()


def test_the_digest_is_that_of_the_file_exported_with_it_also_as_a_qr_code(
    page: Page, sample_site: Path
) -> None:
    _finish_the_unit(page, sample_site.as_uri())
    page.goto(f"{sample_site.as_uri()}/certificate.html")
    expect(page.get_by_text("Not exported yet, so this certificate states no digest.")).to_be_visible()
    expect(page.get_by_role("row", name="Asking before telling")).to_contain_text("26")

    file = _export(page)

    record = json.loads(file)
    reading = read(file, "my-course")
    assert isinstance(reading, Reading)
    assert reading.is_unchanged
    assert page.locator(DIGEST).inner_text() == record["integrity"]["digest"]
    assert decoded(page.locator(".imr-qr")) == record["integrity"]["digest"]
    expect(page.locator(".imr-certificate-who")).to_contain_text(f"Code {record['learner']['pseudonyms'][0]}")
    expect(page.locator(".imr-certificate")).to_contain_text(record["course"]["contentHash"])


def test_a_digest_stays_only_as_long_as_the_record_is_that_of_the_file(seeded: Page) -> None:
    _export(seeded)
    expect(seeded.locator(DIGEST)).to_be_visible()

    seeded.evaluate(
        "imr.store.change(({head}) => ({head: {...head, learner: {...head.learner, alias: 'Eve'}}}))"
    )

    expect(seeded.get_by_text("Not exported yet")).to_be_visible()
    expect(seeded.locator(DIGEST)).to_have_count(0)
    expect(seeded.locator(".imr-certificate-who")).to_contain_text("Eve")


def test_every_strand_stands_by_itself_with_the_numbers_that_python_computes(seeded: Page) -> None:
    wanted = profile_site.computed(profile_site.record())
    names = {"shown": "shown", "not-yet": "not yet", "not-enough-evidence": "not enough evidence"}

    for strand in ("knowledge", "judgement"):
        estimates = [getattr(one, strand) for one in wanted.competencies]
        lines = [
            [names[one.state], f"{_level(one.low_milli)} – {_level(one.high_milli)}", f"{one.n}"]
            for one in estimates
            if one.n > 0
        ]
        assert _cells(seeded.locator(f"[data-role={strand}]")) == lines
    observed = [["2.5 of 5", RATER, "12 January 2026"], ["4 of 5", RATER, "12 January 2026"]]
    assert _cells(seeded.locator("[data-role=observed]")) == observed
    assert _cells(seeded.locator("[data-role=confidence]")) == [
        ["competent", "after First unit, 1 January 2026"]
    ]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_on_paper_it_says_what_was_done_and_what_it_does_not_certify(seeded: Page, paper: str) -> None:
    record = json.loads(_export(seeded))
    # what is stated is worked out in parts
    expect(seeded.locator(".imr-digest")).to_have_text(record["integrity"]["digest"])

    pages = printed(seeded, paper)

    text = " ".join(pages)
    for words in (
        "Certificate of learning Anna",
        "has worked through the units named here, in the course My course",
        "Date 21 January 2026",
        "First unit 11 January 2026 95",
        "Second unit 12 January 2026 60",
        "In all 2 h 35 min",
        "shown 0.92 – 1.00 15",
        "the cut 0.80, which is provisional and set by the authors",
        "knowledge and judgement, as far as answers to questions in this course can show them",
        "nothing in it shows who answered.",
        record["integrity"]["digest"],
        record["course"]["contentHash"],
    ):
        assert words in text
    assert all("not clinical competence" in each for each in pages)
    assert "Export" not in text.replace("Exported", "")
    assert "Name, written by hand" not in text


def test_nothing_on_it_can_be_typed_in_and_a_name_is_text_alone(page: Page, certificate_address: str) -> None:
    alias = "<img src=x onerror=document.title='taken'>"

    _seeded(page, certificate_address, alias)

    certificate = page.locator("[data-module=certificate]")
    expect(certificate.get_by_text(alias)).to_be_visible()
    assert certificate.locator("input, textarea, select, [contenteditable], img").count() == 0
    assert page.title() != "taken"


def test_the_keyboard_alone_exports_and_prints(page: Page, certificate_address: str) -> None:
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1 }")
    _seeded(page, certificate_address)

    page.get_by_role("button", name="Export my record for this certificate").focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("now states the digest of that file")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("window.printed") == 1


def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, certificate_address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    page = _seeded(context.new_page(), certificate_address)
    _export(page)

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert axe(page) == []
    context.close()


def test_profile_and_record_lead_to_the_certificate(page: Page, address: str) -> None:
    for name in ("profile", "record"):
        page.goto(f"{address}/{name}.html")
        link = page.get_by_role("article").get_by_role("link", name="Your certificate")
        expect(link).to_have_attribute("href", "certificate.html")


def _finish_the_unit(page: Page, address: str) -> None:
    open_lesson(page, address)
    answer_all(page, "right")
    open_talk(page, address)
    talk(page, GOOD)
    open_exercises(page, address)
    compare(page, **REFERENCES)


def _seeded(page: Page, address: str, alias: str = "Anna") -> Page:
    page.clock.set_fixed_time(datetime.fromtimestamp(profile_site.NOW / 1000, UTC))
    page.goto(address)
    page.locator("[data-role=invitation]:visible").wait_for()
    profile_site.seed(page, _with_units_done(profile_site.record(alias)))
    page.reload()
    page.locator(".imr-certificate").wait_for()
    return page


def _with_units_done(record: Raw) -> Raw:
    writer = Writer()
    writer.events = list(record["events"])
    for number, (unit, minutes) in enumerate({"first": 95, "second": 60}.items()):
        body = {"unitId": unit, "minutes": minutes, "dueDate": None, "assigner": None}
        writer.write("ce.completed", body, START + (10 + number) * DAY)
    return record | {"events": writer.events}


def _export(page: Page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Export my record for this certificate").click()
    expect(page.locator("[data-role=export-outcome]")).to_contain_text("was exported")
    return Path(download.value.path()).read_bytes()


def decoded(code: Locator) -> str:
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(code.screenshot())))
    return str(found.text)


def _cells(part: Locator) -> list[list[str]]:
    rows: list[list[str]] = part.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText.trim()))"
    )
    return rows


def _level(milli: int) -> str:
    return f"{(milli + 5) // 10 / 100:.2f}"
