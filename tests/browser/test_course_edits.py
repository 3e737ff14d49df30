"""A course is edited while people are in it: no response ever stands under an item it was not given to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from course import sample
from course.build import pipeline
from tests.browser.answering import EVERY_TYPE, check
from tests.browser.conftest import LESSON, serving
from tests.site.sites import pages

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


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A place on a web server that shows one site or another, and its address."""
    root = tmp_path_factory.mktemp("server")
    with serving(root) as address:
        yield root / "course", f"{address}/course"


@dataclass(frozen=True)
class Left:
    """What a learner has left: all that the browser keeps, and what was on the screen."""

    storage: StorageState
    shown: dict[str, Shown]


@pytest.fixture(scope="module")
def left(browser: Browser, server: tuple[Path, str], sites: dict[str, Path]) -> dict[str, Left]:
    """What a learner left in each state, before the course was edited."""
    place, address = server
    _show(place, sites[""])
    return {state: _left(browser, f"{address}/{LESSON}", state) for state in STATES}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", EDITS)
def test_no_response_stands_under_an_item_it_was_not_given_to(
    context: BrowserContext,
    server: tuple[Path, str],
    sites: dict[str, Path],
    left: dict[str, Left],
    name: str,
    state: str,
) -> None:
    place, address = server
    before = left[state].shown
    _show(place, sites[name])
    context.set_storage_state(left[state].storage)
    page = context.new_page()

    after: dict[str, Shown] = {}
    hashes: dict[str, str] = {}
    for path in _pages_with_items(sites[name]):
        _open(page, f"{address}/{path}")
        found, shown_there = _look(page)
        hashes |= found
        after |= shown_there
    for item, shown in after.items():
        assert before.get(item) == shown, f"{item} shows an answer that was not given to it"
    for item, shown in before.items():
        if hashes.get(item) == shown.hash:
            assert item in after, f"{item} has not changed and lost its answer"


def _pages_with_items(site: Path) -> list[str]:
    found = [path for path in pages(site) if 'data-module="item"' in path.read_text(encoding="utf-8")]
    return [path.relative_to(site).as_posix() for path in found]


def _show(place: Path, site: Path) -> None:
    place.unlink(missing_ok=True)
    place.symlink_to(site)


def _left(browser: Browser, address: str, state: str) -> Left:
    context = browser.new_context()
    page = context.new_page()
    _open(page, address)
    _answer(page, state)
    left = Left(context.storage_state(indexed_db=True), _look(page)[1])
    context.close()
    assert left.shown
    return left


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


_LOOK = """() => [...document.querySelectorAll("[data-module=item]")].map(item => {
    const given = [...item.querySelectorAll("input[name=choice], input[name^=card-], select")]
        .filter(one => one.checked || one.tagName === "SELECT").map(one => one.name + "=" + one.value);
    const steps = [...item.querySelectorAll("[data-step]")].map(one => one.dataset.step);
    return {
        item: item.dataset.item,
        hash: item.dataset.hash,
        answer: [...given.sort(), ...steps].join(" "),
        isJudged: item.querySelector("[data-role=verdict]").checkVisibility(),
    };
})"""


def _look(page: Page) -> tuple[dict[str, str], dict[str, Shown]]:
    """Return the hash of each item on the page, and those that show a verdict as they show it."""
    items = page.evaluate(_LOOK)
    shown = {one["item"]: Shown(one["hash"], one["answer"]) for one in items if one["isJudged"]}
    return {one["item"]: one["hash"] for one in items}, shown
