"""A group of trainers: good files and hostile ones dropped together, and the numbers of their records."""

from __future__ import annotations

import copy
import csv
import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bench.records.files import record, under_another_name
from course.cli import main
from course.reading import course_folder
from course.records.canonical import canonical
from course.records.course_data import course_data
from course.records.course_keys import course_keys
from course.records.hashing import hash_of, integrity_of
from tests.browser.conftest import in_steps
from tests.browser.keeping import choose, import_outcome, open_record
from tests.browser.paper import printed
from tests.browser.test_every_page import axe

Raw = dict[str, Any]
SAMPLE = Path(__file__).parents[2] / "course" / "samples" / "course"
EVENTS = 18
EVIL = "<img src=x onerror=window.ran=true>"
FORMULA = '=HYPERLINK("http://x","y")'
HOUR = 3_600_000
DAY = 24 * HOUR
FUTURE = 4_070_908_800_000  # in 2099
_EXPORT = """
async at => {
  const ofUnit = ({ id, items, hashes }) => imr.judged.items[id].map(
    (item, place) => [items[place], { harm: false, ...item, unit: id, hash: hashes[place] }]);
  const course = { ...imr.judged.course, items: Object.fromEntries(imr.units.flatMap(ofUnit)) };
  return (await imr.exportFile(imr.store.contents, course, imr.keys, at)).text;
}
"""
_CHOOSE_AT_ONCE = """groups => {
  const input = document.querySelector("#cohort-files");
  for (const [number, texts] of groups.entries()) {
    const chosen = new DataTransfer();
    for (const [i, text] of texts.entries()) chosen.items.add(new File([text], `${number}-${i}.json`));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change"));
  }
}"""
_CSV = {"newline": "", "encoding": "utf-8-sig"}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three records of the sample course; the names in two of them are meant to do harm."""
    folder = tmp_path_factory.mktemp("good")
    documents = [_made(number) for number in range(3)]
    documents[0]["learner"]["alias"] = EVIL
    documents[1]["learner"]["alias"] = FORMULA
    return [_write(folder, f"good-{number}", _sealed(one)) for number, one in enumerate(documents)]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    """Files that must not be used, and what is said of each."""
    folder = tmp_path_factory.mktemp("hostile")
    changed, gap, twice, scores, profile, ahead, negative, other = (_made(10 + one) for one in range(8))
    changed["learner"]["alias"] = "Someone else"
    del gap["events"][3]
    twice["events"].append(copy.deepcopy(twice["events"][2]) | {"locale": "nl"})
    for event in scores["events"]:
        if event["type"] == "item.response":
            event["body"]["scoreMilli"] = 1000 - event["body"]["scoreMilli"]
    _chain(scores["events"])
    profile["derived"]["competencies"][0]["judgement"]["meanMilli"] = 990
    ahead["record"]["exportedAt"] = FUTURE
    negative["events"][0]["body"]["latencyMs"] = -5
    other["course"]["id"] = "another-course"
    made = {
        "gap": (_sealed(gap), "incomplete"),
        "twice": (_sealed(twice), "in two versions"),
        "scores": (_sealed(scores), "claim what the answers of the course contradict"),
        "profile": (_sealed(profile), "its own profile is not the one"),
        "ahead": (_sealed(ahead), "ahead of today"),
        "negative": (_sealed(negative), "latencyMs"),
        "other": (_sealed(other), "another-course"),
    }
    written = {_write(folder, name, content): words for name, (content, words) in made.items()}
    bytes_of = {
        "changed": (canonical(changed), "changed after it was exported"),
        "deep": (b"[" * 10_000 + b"]" * 10_000, "deeper"),
        "zip": (b"PK\x03\x04" + bytes(range(256)), "UTF-8"),
        "large": (b'{"a":"' + b"x" * 60_000_000 + b'"}', "50 MB"),
        EVIL.replace("/", ""): (
            b'{"format": "<script>window.ran=true</script>"}',
            "it is not a competence record. Choose",
        ),
    }
    for name, (content, words) in bytes_of.items():
        path = folder / f"{name}.json"
        path.write_bytes(content)
        written[path] = words
    return written


def test_hostile_files_are_named_with_their_reason_and_the_rest_is_right(
    page: Page, address: str, good: list[Path], hostile: dict[Path, str]
) -> None:
    page.emulate_media(reduced_motion="reduce")  # so that axe sees no colour on its way to another
    _open(page, address)

    _drop(page, [*list(hostile)[:6], *good, *list(hostile)[6:], good[2]])

    named = page.locator("[data-role=named]")
    for path, words in hostile.items():
        line = named.locator("li").filter(has=page.get_by_text(path.name, exact=True))
        expect(line).to_contain_text(words)
    expect(named.locator("li")).to_have_count(len(hostile) + 1)
    expect(named).to_contain_text("The same as good-2.json.")
    expect(page.locator("[data-role=counting]")).to_have_text("Counted: 3. Marked and not counted: 6.")
    expect(_names(page).filter(has_text=EVIL)).to_have_count(1)
    assert page.evaluate("window.ran") is None
    assert axe(page) == []


def test_the_numbers_are_those_of_the_command_line_and_of_the_trainer(
    page: Page, address: str, good: list[Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _open(page, address)
    _drop(page, good)
    page.get_by_label("Write CSV for").select_option("points")
    with (tmp_path / "numbers.csv").open("wb") as file:
        file.write(_download(page, "CSV of all numbers"))
    with (tmp_path / "numbers.csv").open(**_CSV) as file:  # type: ignore[call-overload]
        shown = list(csv.DictReader(file))

    for path in good:
        told = _told(capsys, path)
        assert _estimates(told) == _numbers_in(shown, told["pseudonyms"][0])
        trainers_own = _exported_by_the_trainer(page, address, path)
        assert trainers_own["competencies"] == json.loads(path.read_bytes())["derived"]["competencies"]
        assert _estimates(trainers_own) == _estimates(told)


def test_a_spreadsheet_gets_dates_numbers_and_no_formula(
    page: Page, address: str, good: list[Path], tmp_path: Path
) -> None:
    _open(page, address)
    _drop(page, good)
    path = tmp_path / "cohort.xlsx"

    path.write_bytes(_download(page, "Excel file", exact=True))

    everyone, numbers = openpyxl.load_workbook(path).worksheets
    rows = list(everyone.iter_rows(values_only=True))
    assert sorted(str(row[0]) for row in rows[1:])[:2] == sorted([f"'{FORMULA}", EVIL])
    heads = list(rows[0])
    assert all(row[heads.index("Last activity")].date().year == 2026 for row in rows[1:])
    first = next(iter(numbers.iter_rows(min_row=2, values_only=True)))
    estimates = json.loads(_by_name(good, first[1]).read_bytes())["derived"]["competencies"]
    assert first[5] * 1000 == pytest.approx(estimates[0]["knowledge"]["meanMilli"])
    assert all(cell.data_type != "f" for row in everyone.iter_rows() for cell in row)


def test_a_spreadsheet_that_cannot_be_written_is_said_beside_its_button(
    page: Page, address: str, good: list[Path]
) -> None:
    _open(page, address)
    page.route("**/xlsx.js", lambda route: route.abort())
    _drop(page, good[:2])

    page.get_by_role("button", name="Excel file", exact=True).first.click()

    told = page.locator("[data-role=hand-out] .imr-record-outcome:visible")
    expect(told).to_have_text("The file could not be written. Try CSV instead.")


def test_a_day_in_a_spreadsheet_is_the_day_on_the_screen(
    browser: Browser, address: str, good: list[Path], tmp_path: Path
) -> None:
    """In New York, an hour after midnight in UTC still belongs to the day before."""
    document = json.loads(good[2].read_bytes())
    exported = document["record"]["exportedAt"]
    document["record"]["exportedAt"] = exported - exported % DAY + DAY + HOUR
    file = _write(tmp_path, "evening", _sealed(document))
    name = document["learner"]["pseudonyms"][0][:8]
    with browser.new_context(timezone_id="America/New_York") as context:
        page = context.new_page()
        _open(page, address)
        _drop(page, [good[0], file])
        page.get_by_label("Write CSV for").select_option("points")

        text = _download(page, "CSV of everyone").decode("utf-8-sig")
        (tmp_path / "cohort.xlsx").write_bytes(_download(page, "Excel file", exact=True))

        (line,) = (line for line in csv.DictReader(text.splitlines()) if line["Trainer"] == name)
        day = date.fromisoformat(line["Exported"])
        rows = openpyxl.load_workbook(tmp_path / "cohort.xlsx").worksheets[0].iter_rows(values_only=True)
        heads = next(rows)
        (in_excel,) = (row for row in rows if row[0] == name)
        assert in_excel[heads.index("Exported")].date() == day
        seen = page.locator("[data-role=overview] tbody tr", has_text=name)
        expect(seen).to_contain_text(f"{day.day} {day:%B %Y}")


def test_csv_has_the_commas_of_dutch_excel(page: Page, address: str, good: list[Path]) -> None:
    _open(page, address)
    _drop(page, good)
    page.get_by_label("Write CSV for").select_option("commas")

    text = _download(page, "CSV of everyone").decode("utf-8-sig")

    assert text.split("\r\n")[0].startswith("Trainer;Marks;Safety questions open;")
    assert f'"\'{FORMULA.replace(chr(34), chr(34) * 2)}"' in text


def test_what_is_meant_for_others_names_no_one_and_shows_no_group_under_five(
    page: Page, address: str, good: list[Path]
) -> None:
    _open(page, address)
    _drop(page, good)

    text = _download(page, "CSV without names").decode("utf-8-sig")

    assert "People" in text
    assert "Counts under 5 are not shown" in text
    assert "fewer than" not in text
    assert EVIL not in text
    lines = [line for line in text.splitlines() if line.startswith("EDU1")]
    assert not any(sign.isdigit() and sign != "5" for sign in lines[0].removeprefix("EDU1"))


def test_a_trainer_is_seen_over_time_and_reading_can_be_stopped(
    page: Page, address: str, good: list[Path], tmp_path: Path
) -> None:
    later = json.loads(good[2].read_bytes())
    later["record"]["exportedAt"] += 86_400_000
    file = _write(tmp_path, "later", _sealed(later))
    _open(page, address)

    _drop(page, [good[2], file])

    rows = page.locator("[data-role=over-time] tbody tr")
    expect(rows).to_have_count(2)
    expect(_names(page)).to_have_count(1)
    # a worker that never answers
    page.evaluate("Worker.prototype.postMessage = () => {}")
    page.set_input_files("#cohort-files", [str(one) for one in good])
    page.get_by_role("button", name="Stop reading").click()
    expect(page.locator("[data-role=outcome]")).to_contain_text("Stopped.")
    expect(page.locator("[data-role=progress]")).to_be_hidden()


def test_what_is_chosen_while_others_are_read_is_read_after_them(
    page: Page, address: str, good: list[Path]
) -> None:
    _open(page, address)
    texts = [one.read_text(encoding="utf-8") for one in good]

    page.evaluate(_CHOOSE_AT_ONCE, [texts[:2], texts[2:]])

    expect(_names(page)).to_have_count(3)
    page.evaluate("Worker.prototype.postMessage = () => {}")
    page.evaluate(_CHOOSE_AT_ONCE, [texts[:1]])
    page.get_by_role("button", name="Stop reading").click()
    page.evaluate("delete Worker.prototype.postMessage; delete window.Worker")
    page.evaluate(_CHOOSE_AT_ONCE, [texts[:1]])
    expect(page.locator("[data-role=outcome]")).to_contain_text("1 file was read.")


def test_without_workers_and_on_a_phone_the_tables_are_the_same(
    browser: Browser, address: str, good: list[Path]
) -> None:
    context = in_steps(browser, viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    context.add_init_script("delete window.Worker")
    page = context.new_page()
    _open(page, address)

    _drop(page, good)

    expect(_names(page)).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe(page) == []
    page.get_by_role("button", name="Safety questions open").click()
    expect(page.locator("[data-role=overview] th[aria-sort]")).to_have_text("Safety questions open")
    page.get_by_label("Find a name").fill("img")
    expect(_names(page)).to_have_count(1)
    context.close()


def test_paper_has_every_line_whoever_asks_for_it(page: Page, address: str, tmp_path: Path) -> None:
    own = json.loads(_sealed(_made(50)))
    files = [tmp_path / f"{number}.json" for number in range(51)]
    for number, file in enumerate(files):
        file.write_bytes(under_another_name(own, f"paper/{number}"))
    _open(page, address)
    _drop(page, files)
    lines = page.locator("[data-role=competencies] tbody tr")
    key = page.locator(".imr-cohort-key", has_text="Judgement")
    expect(lines).to_have_count(50)
    expect(key).to_be_hidden()

    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    expect(lines).to_have_count(51)
    expect(key).to_be_visible()
    # a table that goes on says again on each sheet what its columns are
    going_on = [sheet for sheet in printed(page) if sheet.startswith("Trainer")]
    assert len(going_on) > 1
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(lines).to_have_count(50)


def _made(number: int) -> Raw:
    course = course_folder.read((SAMPLE,)).course
    data = course_data(course)
    made = record(data, course_keys(course), EVENTS, 18, number)
    return json.loads(under_another_name(made, f"18/{number}"))  # type: ignore[no-any-return]


def _sealed(document: Raw) -> bytes:
    whole = {key: value for key, value in document.items() if key != "integrity"}
    return canonical(whole | {"integrity": integrity_of(whole)}) + b"\n"


def _chain(events: list[Raw]) -> None:
    """Let each event follow from the one before, as someone would who forges with care."""
    for before, event in pairwise(events):
        event["prev"] = hash_of(before)


def _write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / f"{name}.json"
    path.write_bytes(content)
    return path


def _open(page: Page, address: str) -> None:
    page.goto(f"{address}/cohort.html")
    expect(page.get_by_label("Choose files")).to_be_visible()


def _drop(page: Page, files: list[Path]) -> None:
    page.set_input_files("#cohort-files", [str(one) for one in files])
    expect(page.locator("[data-role=outcome]")).to_contain_text(
        f"{len(files)} files were read.", timeout=60_000
    )


def _names(page: Page) -> Locator:
    return page.locator("[data-role=overview] tbody th")


def _download(page: Page, button: str, *, exact: bool = False) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=exact).click()
    return Path(download.value.path()).read_bytes()


def _told(capsys: pytest.CaptureFixture[str], path: Path) -> Raw:
    capsys.readouterr()
    main(["record", "show", "--course", str(SAMPLE), "--format", "json", str(path)])
    told = json.loads(capsys.readouterr().out)
    found: Raw = told[0] if isinstance(told, list) else told
    return found


def _estimates(told: Raw) -> dict[tuple[str, str], tuple[float, ...]]:
    return {
        (one["competencyId"], strand): (
            one[strand]["meanMilli"],
            one[strand]["lowMilli"],
            one[strand]["highMilli"],
            one[strand]["n"],
        )
        for one in told["competencies"]
        for strand in ("knowledge", "judgement")
    }


def _numbers_in(rows: list[dict[str, str]], code: str) -> dict[tuple[str, str], tuple[float, ...]]:
    return {
        (row["Competency"], row["Strand"]): (
            round(float(row["Estimate"]) * 1000),
            round(float(row["Interval from"]) * 1000),
            round(float(row["Interval to"]) * 1000),
            int(row["Responses"]),
        )
        for row in rows
        if row["Code"] == code
    }


def _exported_by_the_trainer(page: Page, address: str, path: Path) -> Raw:
    """Import a file in a browser of its own, and return the profile of its export at the same moment."""
    context = in_steps(page.context.browser)  # type: ignore[arg-type]
    own = context.new_page()
    open_record(own, address)
    choose(own, path.read_bytes())
    own.get_by_role("button", name="Add it to my record").click()
    expect(import_outcome(own)).to_contain_text("was added")
    at = json.loads(path.read_bytes())["record"]["exportedAt"]
    text = own.evaluate(_EXPORT, at)
    context.close()
    return json.loads(text)["derived"]  # type: ignore[no-any-return]


def _by_name(files: list[Path], code: object) -> Path:
    return next(path for path in files if code in json.loads(path.read_bytes())["learner"]["pseudonyms"])
