"""Make the pictures of the supervisor's desk that the course shows, from the site itself and invented people.

`python -m tools.desk_pictures` writes `content/images/desk-*.webp` anew; do so when the desk looks different.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from bench.browser.opening import opened
from bench.records.files import record
from course.build import pipeline
from course.reading import course_folder
from course.records.canonical import canonical
from course.records.course_data import CourseData, course_data
from course.records.course_keys import CourseKeys, course_keys
from course.records.hashing import integrity_of
from course.shipped import SHIPPED

FOLDER = Path(__file__).parents[1] / "content" / "images"
LARGEST = 60_000  # bytes of one picture
NAMES = ("Anna", "Bram", "Chris", "Dora", "Emre", "Fleur", "Gijs", "Hanna")
# the published means of the integrity scale, from its first item on
_SCORES = (4.6, 4.13, 4.47, 3.93, 1.73, 3.13, 4.87, 3.47, 2.4, 2.07, 3.4, 4.67, 2.13, 2.28, 2.83, 2.52)
_EARLIER = (4, 4, 4, 4, 2, 3, 4, 3, 3, 3, 3, 4, 3, 2, 3, 3)
_ANSWERS = 500
_SEED = 18
_WIDTH = 900
_EDGE = 14
_QUALITY = 0.72
# what lies over the page
_HIDDEN = ".md-header, .md-tabs, [data-role=saved] { display: none !important }"
_AS_WEBP = """async ([png, quality]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


@dataclass(frozen=True)
class Picture:
    """A part of a page. `show`: bring the page to it. `height`: the most that is taken of it, in pixels."""

    name: str
    page: str
    show: Callable[[Page, Path], Locator]
    height: int


def main() -> None:
    """Build the site, invent a group, and make every picture."""
    with tempfile.TemporaryDirectory() as folder, opened() as browser:
        if pipeline.build(SHIPPED, output=Path(folder) / "site").site is None:
            raise SystemExit("the course does not build")
        course = course_folder.read((SHIPPED,)).course
        _write_records(Path(folder), course_data(course), course_keys(course))
        for picture in PICTURES:
            content = _taken(browser, picture, Path(folder))
            if len(content) > LARGEST:
                raise SystemExit(f"{picture.name} has {len(content):,} bytes; show less, or a part of it")
            (FOLDER / f"{picture.name}.webp").write_bytes(content)
            print(f"{picture.name}: {len(content):,} bytes", flush=True)


def _write_records(folder: Path, data: CourseData, keys: CourseKeys) -> None:
    for number, name in enumerate(NAMES):
        document = record(data, keys, _ANSWERS, _SEED, number)
        learner = document["learner"] | {"alias": name}
        whole = {key: value for key, value in document.items() if key != "integrity"} | {"learner": learner}
        sealed: dict[str, Any] = whole | {"integrity": integrity_of(whole)}
        (folder / f"{name}.json").write_bytes(canonical(sealed) + b"\n")


def _taken(browser: Browser, picture: Picture, folder: Path) -> bytes:
    context = browser.new_context(
        viewport={"width": _WIDTH, "height": 1000}, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{(folder / 'site' / picture.page).as_uri()}")
    part = picture.show(page, folder)
    page.add_style_tag(content=_HIDDEN)
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    if box is None:
        raise SystemExit(f"{picture.name}: what should be shown is not on the page")
    top = page.evaluate("scrollY") + box["y"]
    clip = {
        "x": box["x"] - _EDGE,
        "y": top - _EDGE,
        "width": box["width"] + 2 * _EDGE,
        "height": min(box["height"], picture.height) + 2 * _EDGE,
    }
    png = page.screenshot(clip=clip, full_page=True)  # type: ignore[arg-type]
    webp: str = page.evaluate(_AS_WEBP, [base64.b64encode(png).decode(), _QUALITY])
    context.close()
    return base64.b64decode(webp)


def _file(page: Page, folder: Path) -> Locator:
    page.get_by_label("Choose a file or drop it here").set_input_files(folder / "Anna.json")
    page.locator("[data-role=file] .imr-profile").first.wait_for()
    return page.locator("section[aria-labelledby=file]")


def _scores(page: Page, folder: Path) -> Locator:
    _rated(page)
    return page.locator("section[aria-labelledby=fidelity] .imr-desk-mean").locator("xpath=..")


def _units(page: Page, folder: Path) -> Locator:
    _rated(page)
    return page.locator("section[aria-labelledby=suggested]")


def _assigned(page: Page, folder: Path) -> Locator:
    _rated(page)
    page.get_by_label("By (for all units)").fill("2027-02-01")
    page.get_by_label("Your name, as the trainer will read it").fill("Carla")
    page.get_by_role("button", name="Assign", exact=True).click()
    page.get_by_text("Anna: 8 units").click()
    return page.locator("section[aria-labelledby=assigned]")


def _agenda(page: Page, folder: Path) -> Locator:
    _rated(page)
    return page.locator("section[aria-labelledby=agenda]")


def _observed(page: Page, folder: Path) -> Locator:
    page.get_by_label("Their name, or a code").fill("Anna")
    page.get_by_label("What do you observe?").select_option("role-play")
    page.get_by_label("On which day?").fill("2026-11-20")
    page.get_by_label("Your name").fill("Carla")
    page.get_by_role("button", name="Begin to observe").click()
    card = page.locator("details[id^=observe-]").first
    card.locator("summary").click()
    card.locator("input[value='3000']").check()
    return card


def _group(page: Page, folder: Path) -> Locator:
    page.locator("#cohort-files").set_input_files([folder / f"{name}.json" for name in NAMES])
    page.locator("[data-role=competencies] tbody tr").first.wait_for()
    return page.locator("[data-role=competencies]")


def _rated(page: Page) -> None:
    page.get_by_label("Name or code").fill("Anna")
    page.get_by_role("button", name="Put on the desk").click()
    page.get_by_label("Scale").select_option(label="IMR Treatment Integrity Scale")
    details = page.locator("details", has_text="Take scores from a spreadsheet")
    for date, scores in (("2026-03-01", _EARLIER), ("2026-10-01", _SCORES)):
        details.evaluate("one => { one.open = true }")
        details.get_by_label("Date").fill(date)
        details.get_by_label("Pasted cells").fill("\n".join(map(str, scores)))
        details.get_by_role("button", name="Read the pasted cells").click()
        details.get_by_role("button", name="Save the scores").click()
        page.locator(".imr-record-outcome", has_text="The scores are saved.").wait_for()
    details.evaluate("one => { one.open = false }")


PICTURES = (
    Picture("desk-file", "desk.html", _file, 900),
    Picture("desk-scores", "desk.html", _scores, 900),
    Picture("desk-units", "desk.html", _units, 760),
    Picture("desk-assigned", "desk.html", _assigned, 760),
    Picture("desk-agenda", "desk.html", _agenda, 640),
    Picture("desk-observation", "observe.html", _observed, 720),
    Picture("desk-group", "cohort.html", _group, 640),
)

if __name__ == "__main__":
    main()
