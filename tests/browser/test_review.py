"""Coming back: today's list, my mistakes, groups, reminders, and the overview on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from icalendar import Calendar, Component
from playwright.sync_api import Browser, Page, StorageState, expect
from pypdf import PdfReader

from course import sample
from course.build import pipeline
from tests.browser.answering import EVERY_TYPE, check_by_keyboard
from tests.browser.conftest import serving
from tests.browser.keeping import answer, events, open_lesson
from tests.browser.test_every_page import PHONE, axe

TODAY = datetime.now(tz=UTC).replace(hour=12, minute=0, second=0, microsecond=0)
_ITEM = "#item-asking-single"


@pytest.fixture(scope="module")
def module_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The sample with its unit as a module, because only modules have groups."""
    folder = tmp_path_factory.mktemp("module")
    list(sample.write("course", folder))
    index = folder / "content" / "first-part" / "asking-first" / "index.md"
    index.write_text(
        index.read_text(encoding="utf-8").replace("kind: principle", "kind: module"), encoding="utf-8"
    )
    built = pipeline.build(folder)
    assert built.site is not None
    with serving(built.site) as address:
        yield built.site, address


@pytest.fixture(scope="module")
def yesterday(browser: Browser, module_site: tuple[Path, str]) -> StorageState:
    """What the browser keeps of someone who missed two questions, one of them surely, and knew one."""
    context = browser.new_context(timezone_id="UTC")
    page = context.new_page()
    page.clock.set_system_time(TODAY - timedelta(days=1))
    open_lesson(page, module_site[1])
    page.locator(f"{_ITEM} input[name=certainty][value='3']").check()
    answer(page, "single-choice", "wrong")
    answer(page, "order-steps", "wrong")
    answer(page, "match", "right")
    kept = context.storage_state(indexed_db=True)
    context.close()
    return kept


@pytest.fixture
def later(browser: Browser, yesterday: StorageState) -> Iterator[Page]:
    """The same browser a day later. Colours that fade in would be measured on their way."""
    context = browser.new_context(storage_state=yesterday, reduced_motion="reduce", timezone_id="UTC")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.clock.set_system_time(TODAY)
    yield page
    context.close()


def _go(page: Page, site: tuple[Path, str], name: str) -> None:
    page.goto(f"{site[1]}/{'index.html#home' if name == 'home' else f'{name}.html'}")
    page.locator(f"[data-module={name}]:visible").wait_for()


def test_what_was_missed_comes_first_and_is_answered_by_keyboard(
    later: Page, module_site: tuple[Path, str]
) -> None:
    _go(later, module_site, "review")

    items = later.locator("[data-role=today] [data-item]")
    expect(items.first).to_contain_text("You were sure, and it was not right.")
    name = str(items.first.get_attribute("data-item"))
    kind = next(kind for kind, one in EVERY_TYPE.items() if one.item == name)
    EVERY_TYPE[kind].right_by_keyboard(items.first)
    check_by_keyboard(items.first)

    total = items.count()
    expect(later.locator(".imr-review-how")).to_contain_text(f"1 of {total} answered today")
    last = events(later)[-1]
    assert (last["type"], last["body"]["itemId"]) == ("item.response", name)
    started = [event["body"] for event in events(later) if event["type"] == "attempt.started"]
    assert [body["mode"] for body in started] == ["practice", "review"]
    assert started[-1]["bankId"] == f"review-{TODAY.date()}"


def test_the_list_of_the_day_is_the_same_after_loading_and_its_lesson_is_left_alone(
    later: Page, module_site: tuple[Path, str]
) -> None:
    _go(later, module_site, "review")
    items = later.locator("[data-role=today] [data-item]")
    items.first.get_by_role("button", name="I don't know").click()
    items.first.locator("[data-role=verdict]:visible").wait_for()
    before = items.evaluate_all("all => all.map(one => one.dataset.item)")

    later.reload()
    items.first.locator("[data-role=verdict]:visible").wait_for()
    after = items.evaluate_all("all => all.map(one => one.dataset.item)")
    open_lesson(later, module_site[1])
    shown = later.locator("[data-verdict=wrong], [data-verdict=right], [data-verdict=dont-know]")

    assert after == before
    assert shown.evaluate_all("all => all.map(one => one.dataset.item)") == [
        "asking-single",
        "asking-order",
        "asking-match",
    ]


def test_mistakes_are_looked_at_with_everything_explained_and_leave_when_answered_right(
    later: Page, module_site: tuple[Path, str]
) -> None:
    _go(later, module_site, "review")
    mistakes = later.locator(".imr-mistakes")
    expect(mistakes.get_by_label("Competency").locator("option").first).to_have_text(
        "All competencies · 2 questions"
    )

    mistakes.get_by_role("button", name="Look at these").press("Enter")
    expect(mistakes.locator(".imr-bank-title")).to_be_focused()
    looked = mistakes.locator(_ITEM)
    expect(looked.locator("[data-role=verdict]")).to_be_visible()
    for why in looked.locator(".imr-answer .imr-told-why").all():
        expect(why).to_be_visible()

    mistakes.get_by_role("button", name="Practise these").press("Enter")
    expect(looked.locator("[data-role=check]")).to_be_visible()
    EVERY_TYPE["single-choice"].right_by_keyboard(looked)
    check_by_keyboard(looked)
    later.reload()

    first = mistakes.get_by_label("Competency").locator("option").first
    expect(first).to_have_text("All competencies · 1 question")


def test_a_group_date_is_named_moved_and_taken_back(page: Page, module_site: tuple[Path, str]) -> None:
    _go(page, module_site, "home")
    day = date.today() + timedelta(days=3)
    page.get_by_text("My group starts a module on").press("Enter")
    field = page.get_by_label("Module 1: Asking before telling")
    save = page.get_by_role("button", name="Save the dates")
    status = page.get_by_role("status")

    field.fill(str(day + timedelta(days=9)))
    save.press("Enter")
    expect(status).to_have_text("The dates are saved.")
    field.fill(str(day))
    save.press("Enter")
    ahead = page.locator(".imr-group-ahead")
    expect(ahead).to_contain_text("in 3 days")
    expect(ahead).to_contain_text("10 questions for it in today's practice")
    expect(save).to_be_focused()

    field.fill("")
    save.press("Enter")
    expect(ahead).to_have_count(0)
    kinds = [event["type"] for event in events(page)]
    assert kinds == ["group.date", "group.date", "event.void", "event.void"]


def test_the_calendar_file_reminds_of_review_days_and_groups(
    later: Page, module_site: tuple[Path, str]
) -> None:
    _go(later, module_site, "home")
    later.get_by_text("My group starts a module on").click()
    group = TODAY.date() + timedelta(days=30)
    later.get_by_label("Module 1: Asking before telling").fill(str(group))
    later.get_by_role("button", name="Save the dates").click()
    expect(later.locator(".imr-group-ahead")).to_be_visible()

    with later.expect_download() as download:
        later.get_by_role("button", name="Save the calendar file").click()
    calendar = Calendar.from_ical(Path(download.value.path()).read_bytes())

    found = {str(event["uid"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    tomorrow = TODAY.date() + timedelta(days=1)
    assert found[f"review-{tomorrow}"].decoded("dtstart") == tomorrow
    assert _alarms(found[f"review-{tomorrow}"]) == [timedelta(hours=9)]
    starts = found["group-asking-first"]
    assert (starts.decoded("dtstart"), str(starts["url"])) == (group, f"{module_site[1]}/index.html#home")
    assert _alarms(starts) == [timedelta(days=-7, hours=9), timedelta(days=-1, hours=9)]
    assert calendar.errors == []


def test_the_overview_prints_on_one_page_without_anything_to_press(
    later: Page, module_site: tuple[Path, str]
) -> None:
    _go(later, module_site, "home")

    pages = PdfReader(BytesIO(later.pdf(format="A4"))).pages

    text = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    assert "you were sure of and missed" in text
    assert "Asking before telling" in text
    assert "not your clinical competence" in text
    assert "Practise now" not in text
    assert "Save the calendar file" not in text


def test_axe_finds_nothing_where_there_is_something_to_review(
    later: Page, module_site: tuple[Path, str]
) -> None:
    for name in ("home", "review"):
        _go(later, module_site, name)
        if name == "review":
            items = later.locator("[data-role=today] [data-item]")
            items.first.get_by_role("button", name="I don't know").click()
            items.first.locator("[data-role=verdict]:visible").wait_for()
        else:
            later.locator(".imr-today-dates summary").click()
        for width in (1280, PHONE, 320):
            later.set_viewport_size({"width": width, "height": 800})
            assert later.evaluate("document.documentElement.scrollWidth") <= width
        assert axe(later) == []


def test_review_works_from_a_folder(browser: Browser, module_site: tuple[Path, str], tmp_path: Path) -> None:
    # a folder of its own, because all files share one storage
    site = shutil.copytree(module_site[0], tmp_path / "site")
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_system_time(TODAY - timedelta(days=1))
    open_lesson(page, site.as_uri())
    answer(page, "single-choice", "wrong")
    page.clock.set_system_time(TODAY)

    page.goto(f"{site.as_uri()}/review.html")

    first = page.locator("[data-role=today] [data-item]").first
    first.get_by_role("button", name="I don't know").click()
    expect(first.locator("[data-role=verdict]")).to_be_visible()
    context.close()


def _alarms(event: Component) -> list[timedelta]:
    found: list[timedelta] = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    return found


def test_a_newcomer_is_greeted_and_someone_with_a_record_finds_the_overview(
    page: Page, later: Page, module_site: tuple[Path, str]
) -> None:
    page.goto(f"{module_site[1]}/index.html")
    expect(page.get_by_role("link", name="Begin", exact=True)).to_be_visible()
    expect(page.locator("[data-module=home]")).to_be_hidden()
    loaded = page.evaluate("performance.getEntriesByType('resource').map(one => one.name).join()")
    assert "home_page" not in loaded
    assert "course-data" not in loaded
    # one press from the front page, and one learns
    page.get_by_role("link", name="Begin", exact=True).click()
    expect(page.get_by_text("Lesson 1 of")).to_be_visible()

    later.goto(f"{module_site[1]}/index.html")
    expect(later.get_by_role("heading", name="Your next step")).to_be_visible()
    expect(later.locator("[data-role=newcomer]")).to_be_hidden()
    expect(later.locator("[data-role=last]")).to_contain_text("questions answered")


def test_the_page_of_a_unit_starts_goes_on_and_says_what_is_due(
    page: Page, later: Page, module_site: tuple[Path, str]
) -> None:
    unit = f"{module_site[1]}/first-part/asking-first/index.html"
    page.goto(unit)
    start = page.locator("[data-module=unit-start] a")
    expect(start).to_have_text("Start")
    expect(page.locator("[data-role=unit-due]")).to_be_hidden()
    loaded = page.evaluate("performance.getEntriesByType('resource').map(one => one.name).join()")
    assert "course-data" not in loaded

    later.goto(unit)
    expect(later.locator("[data-module=unit-start] a")).to_have_text("Continue")
    expect(later.locator("[data-module=unit-start]")).to_contain_text("Three questions to begin with · about")
    # the third answer was right, and comes due in a week
    expect(later.locator("[data-role=unit-due]")).to_contain_text(
        "2 questions of this unit are due for review."
    )
    row = later.locator("[data-lesson-progress=three-questions]")
    expect(row).to_contain_text("in progress, 3 of")
    expect(row).to_contain_text("2 due for review")
    later.get_by_role("link", name="Practise what is due today").click()
    expect(later.locator("[data-role=today] [data-item]").first).to_be_visible()

    start.click()
    expect(page.get_by_text("Lesson 1 of")).to_be_visible()


def test_the_old_address_of_the_overview_leads_to_it(later: Page, module_site: tuple[Path, str]) -> None:
    later.goto(f"{module_site[1]}/today.html")
    later.wait_for_url("**/index.html#home")
    expect(later.locator("[data-module=home]")).to_be_visible()


def test_every_page_has_the_four_doors_and_need_it_now_without_script(
    browser: Browser, module_site: tuple[Path, str]
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 800})
    page = context.new_page()
    for name in ("index", "map", "profile"):
        page.goto(f"{module_site[1]}/{name}.html")
        doors = page.get_by_role("navigation", name="Doors").get_by_role("link")
        assert doors.all_inner_texts() == ["Learn", "Practise", "My progress", "Look up", "Need it now"]
        tops = doors.evaluate_all("all => all.map(door => door.getBoundingClientRect().top)")
        assert len(set(tops)) == 1, "in one line on a phone"
    doors.last.click()
    expect(page.get_by_role("heading", name="In a crisis, call")).to_be_visible()
    context.close()


def test_one_kind_of_practice_is_chosen_without_script(
    browser: Browser, module_site: tuple[Path, str]
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 800})
    page = context.new_page()
    page.goto(f"{module_site[1]}/practise.html")
    rows = page.locator("li[data-kind]")
    every = rows.count()
    page.get_by_label("Dialogue", exact=True).check()
    shown = [row.get_attribute("data-kind") for row in rows.all() if row.is_visible()]
    assert set(shown) == {"dialogue"}
    assert len(shown) < every
    page.get_by_label("Everything", exact=True).check()
    assert all(row.is_visible() for row in rows.all())
    context.close()
