"""A course is edited while people are in it: no response ever stands under an item it was not given to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from course import sample
from course.build import pipeline
from tests.browser.answering import EVERY_TYPE, check
from tests.browser.conftest import LESSON, serving

BANK = "quizzes/first-part/asking-first/asking-bank.yml"
FOLDER = "content/first-part/asking-first"
PAGE = f"{FOLDER}/01-three-questions.md"

Edit = Callable[[Path], None]
BEGUN = ("single-choice", "sort")


@dataclass(frozen=True)
class Shown:
    """What the screen of one item says: which question it is, and how it was answered."""

    hash: str
    answer: str


def _reworded(before: str, after: str, path: str = BANK) -> Edit:
    def edit(folder: Path) -> None:
        text = (folder / path).read_text()
        assert before in text
        (folder / path).write_text(text.replace(before, after, 1))

    return edit


def _entries(folder: Path) -> tuple[str, list[str]]:
    head, *entries = re.split(r"\n(?=  - id: )", (folder / BANK).read_text())
    return head, entries


def _rearranged(change: Callable[[list[str]], list[str]]) -> Edit:
    def edit(folder: Path) -> None:
        head, entries = _entries(folder)
        (folder / BANK).write_text("\n".join([head, *change(entries)]))

    return edit


def _another(entry: str) -> str:
    return entry.replace("asking-single", "asking-inserted").replace("say first", "say next")


def _split(folder: Path) -> None:
    """Put the second half of the bank into a bank of its own, in the same lesson."""
    head, entries = _entries(folder)
    (folder / BANK).write_text("\n".join([head, *entries[:3]]))
    second = head.replace("id: asking-bank", "id: second-bank")
    (folder / BANK).with_name("second-bank.yml").write_text("\n".join([second, *entries[3:]]))
    page = folder / PAGE
    page.write_text(page.read_text() + "\n::: quiz second-bank\n:::\n")


def _move_to_unit_page(folder: Path) -> None:
    """Place the bank on the unit's first page instead of in its lesson."""
    page, first = folder / PAGE, folder / FOLDER / "index.md"
    place = "::: quiz asking-bank\n:::\n"
    page.write_text(page.read_text().replace(place, ""))
    first.write_text(first.read_text() + "\n" + place)


EDITS: dict[str, Edit] = {
    "an item is inserted before all others": _rearranged(lambda all: [_another(all[0]), *all]),
    "the first item moves to the end": _rearranged(lambda all: [*all[1:], all[0]]),
    "an item is renamed": _reworded("id: asking-single\n", "id: asking-renamed\n"),
    "an item is removed": _rearranged(lambda all: all[1:]),
    "two items change their names with each other": _rearranged(
        lambda all: [
            all[0].replace("asking-single", "asking-multiple"),
            *(entry.replace("id: asking-multiple", "id: asking-single") for entry in all[1:]),
        ]
    ),
    "a question is reworded": _reworded("What does she say first?", "What does she say last?"),
    "another option becomes the key": _rearranged(
        lambda all: [
            all[0]
            .replace("        correct: true\n", "")
            .replace(
                "text: Stress has four kinds of signs.\n",
                "text: Stress has four kinds of signs.\n        correct: true\n",
            ),
            *all[1:],
        ]
    ),
    "options are reordered": _rearranged(
        lambda all: [
            re.sub(r"(      - id: a\n.*?)(      - id: b\n.*?)(?=      - id: c)", r"\2\1", all[0], flags=re.S),
            *all[1:],
        ]
    ),
    "feedback is reworded": _reworded("You start from what people know.", "You begin with what people know."),
    "emphasis is added": _reworded(
        "text: What have you noticed in a full week?", "text: What *have* you noticed in a full week?"
    ),
    "the bank is split": _split,
    "the bank moves to another page": _move_to_unit_page,
}
STATES = ("answered", "in progress", "finished")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site before any edit, under "", and after each."""
    return {
        name: _site(tmp_path_factory.mktemp("edit"), edit) for name, edit in {"": _nothing, **EDITS}.items()
    }


@pytest.fixture
def place(tmp_path: Path, sites: dict[str, Path]) -> Iterator[tuple[Path, str]]:
    """A folder on a web server whose site can be replaced, and its address."""
    shutil.copytree(sites[""], tmp_path / "course")
    with serving(tmp_path) as address:
        yield tmp_path / "course", f"{address}/course"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", EDITS)
def test_no_response_stands_under_an_item_it_was_not_given_to(
    page: Page, place: tuple[Path, str], sites: dict[str, Path], name: str, state: str
) -> None:
    folder, address = place
    _open(page, f"{address}/{LESSON}")
    _answer(page, state)
    before = _shown(page)

    shutil.rmtree(folder)
    shutil.copytree(sites[name], folder)

    after: dict[str, Shown] = {}
    hashes: dict[str, str] = {}
    for path in (LESSON, "first-part/asking-first/index.html"):
        _open(page, f"{address}/{path}")
        after |= _shown(page)
        hashes |= _hashes(page)
    for item, shown in after.items():
        assert before.get(item) == shown, f"{item} shows an answer that was not given to it"
    for item, shown in before.items():
        if hashes.get(item) == shown.hash:
            assert item in after, f"{item} has not changed and lost its answer"


def _nothing(folder: Path) -> None:
    return


def _site(folder: Path, edit: Edit) -> Path:
    list(sample.write("course", folder))
    edit(folder)
    built = pipeline.build(folder)
    assert built.site is not None, built.findings
    return built.site


_IS_READY = """[...document.querySelectorAll("[data-module=item]")].every(item =>
    !item.querySelector("[data-role=dont-know]").hidden ||
    !item.querySelector("[data-role=verdict]").hidden)"""


def _open(page: Page, address: str) -> None:
    """Open a page and wait until every item on it shows how it was left."""
    page.goto(address)
    page.wait_for_function(_IS_READY)


def _answer(page: Page, state: str) -> None:
    kinds = {"answered": BEGUN[:1], "in progress": BEGUN, "finished": tuple(EVERY_TYPE)}[state]
    for kind in kinds:
        item = EVERY_TYPE[kind].find(page)
        EVERY_TYPE[kind].wrong(item)
        check(item)
        item.locator("[data-role=verdict]").wait_for(state="visible")


def _items(page: Page) -> list[Locator]:
    return page.locator("[data-module=item]").all()


def _hashes(page: Page) -> dict[str, str]:
    return {
        str(item.get_attribute("data-item")): str(item.get_attribute("data-hash")) for item in _items(page)
    }


def _shown(page: Page) -> dict[str, Shown]:
    """Return the items that show a verdict, each with its question's hash and the answer on screen."""
    found = {}
    for item in _items(page):
        if item.locator("[data-role=verdict]").is_visible():
            answer = item.locator("input[name=choice], input[name^=card-], select").evaluate_all(
                "all => all.filter(one => one.checked || one.tagName === 'SELECT')"
                ".map(one => one.name + '=' + one.value).sort().join(' ')"
            )
            steps = item.locator("[data-step]").evaluate_all(
                "all => all.map(one => one.dataset.step).join(' ')"
            )
            name = str(item.get_attribute("data-item"))
            found[name] = Shown(str(item.get_attribute("data-hash")), f"{answer} {steps}".strip())
    return found
