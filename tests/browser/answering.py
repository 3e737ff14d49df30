"""What a learner does with each kind of item, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

Act = Callable[[Locator], None]


_JUDGED = "[data-role=verdict]:visible"


@dataclass(frozen=True)
class Answering:
    """One item of the sample, and how it is answered rightly and wrongly."""

    item: str
    right: Act
    wrong: Act
    right_by_keyboard: Act

    def find(self, page: Page) -> Locator:
        return page.locator(f"#item-{self.item}")


def check(item: Locator) -> None:
    item.get_by_role("button", name="Check answer").click()
    _wait_for_outcome(item)


def check_by_keyboard(item: Locator) -> None:
    """Go on with Tab until the Check button has the focus, then press Enter."""
    for _ in range(40):
        item.page.keyboard.press("Tab")
        if item.page.evaluate("document.activeElement.dataset.role") == "check":
            item.page.keyboard.press("Enter")
            _wait_for_outcome(item)
            return
    raise AssertionError("Tab does not reach the Check button")


def give_up(item: Locator) -> None:
    item.get_by_role("button", name="I don't know").click()
    item.locator(_JUDGED).wait_for()


def _wait_for_outcome(item: Locator) -> None:
    """Wait until the answer is stored and judged, or something is said to be lacking."""
    item.locator(f"{_JUDGED}, [data-role=problem]:visible, details[open] > div").first.wait_for()


def is_answered(item: Locator) -> bool:
    return item.locator("[data-role=verdict]").is_visible()


def verdict(item: Locator) -> str:
    return item.locator("[data-role=verdict]").inner_text()


def _pick(*values: str) -> Act:
    def act(item: Locator) -> None:
        for value in values:
            item.locator(f"input[name=choice][value={value}]").click()

    return act


def _pick_by_keyboard(*values: str) -> Act:
    """Reach the first input with Tab as a learner would, then move with arrows or Tab and press space."""

    def act(item: Locator) -> None:
        inputs = item.locator("input[name=choice]")
        order = inputs.evaluate_all("inputs => inputs.map(input => input.value)")
        inputs.first.focus()
        if inputs.first.get_attribute("type") == "radio":
            item.page.keyboard.press("Space")
            for _ in range(order.index(values[0])):
                item.page.keyboard.press("ArrowDown")
            return
        for value in order:
            if value in values:
                item.page.keyboard.press("Space")
            item.page.keyboard.press("Tab")

    return act


def _order(*steps: str, press: Callable[[Locator], None] = lambda button: button.click()) -> Act:
    """Move each step up to its place; where all are there already, move one away and back."""

    def act(item: Locator) -> None:
        if list(steps) == item.locator("[data-step]").evaluate_all("all => all.map(one => one.dataset.step)"):
            press(item.locator(f"[data-step={steps[0]}] [data-move=down]"))
        for place, step in enumerate(steps):
            shown = item.locator("[data-step]").evaluate_all("steps => steps.map(step => step.dataset.step)")
            for _ in range(shown.index(step) - place):
                press(item.locator(f"[data-step={step}] [data-move=up]"))

    return act


def _press_enter(button: Locator) -> None:
    button.focus()
    button.page.keyboard.press("Enter")


def _select(**targets: str) -> Act:
    def act(item: Locator) -> None:
        for card, target in targets.items():
            item.locator(f"[data-card={card}] select").select_option(target)

    return act


def _select_by_keyboard(**targets: str) -> Act:
    def act(item: Locator) -> None:
        for card, target in targets.items():
            select = item.locator(f"[data-card={card}] select")
            values = select.locator("option").evaluate_all("options => options.map(option => option.value)")
            select.focus()
            for _ in range(values.index(target)):
                item.page.keyboard.press("ArrowDown")

    return act


def _sort(**targets: str) -> Act:
    def act(item: Locator) -> None:
        for card, target in targets.items():
            item.locator(f"[data-card={card}] input[value={target}]").click()

    return act


def _sort_by_keyboard(**targets: str) -> Act:
    def act(item: Locator) -> None:
        for card, target in targets.items():
            inputs = item.locator(f"[data-card={card}] input")
            values = inputs.evaluate_all("inputs => inputs.map(input => input.value)")
            inputs.first.focus()
            item.page.keyboard.press("Space")
            for _ in range(values.index(target)):
                item.page.keyboard.press("ArrowRight")

    return act


def _ends(best: str, worst: str) -> Act:
    def act(item: Locator) -> None:
        for end, reply in (("best", best), ("worst", worst)):
            item.locator(f"input[name={end}][value={reply}]").click()

    return act


def _ends_by_keyboard(best: str, worst: str) -> Act:
    def act(item: Locator) -> None:
        for end, reply in (("best", best), ("worst", worst)):
            inputs = item.locator(f"input[name={end}]")
            values = inputs.evaluate_all("inputs => inputs.map(input => input.value)")
            inputs.first.focus()
            item.page.keyboard.press("Space")
            for _ in range(values.index(reply)):
                item.page.keyboard.press("ArrowRight")

    return act


_REPLIES = {"a": "proficient", "b": "violation", "c": "proficient"}

EVERY_TYPE = {
    "single-choice": Answering("asking-single", _pick("a"), _pick("b"), _pick_by_keyboard("a")),
    "multiple-choice": Answering("asking-multiple", _pick("a", "c"), _pick("b"), _pick_by_keyboard("a", "c")),
    "order-steps": Answering(
        "asking-order",
        _order("ask", "wait", "build"),
        _order("build", "wait", "ask"),
        _order("ask", "wait", "build", press=_press_enter),
    ),
    "match": Answering(
        "asking-match",
        _select(open="open", check="check"),
        _select(open="extra-1", check="open"),
        _select_by_keyboard(open="open", check="check"),
    ),
    "sort": Answering(
        "asking-sort",
        _sort(example="ask", define="tell"),
        _sort(example="tell", define="ask"),
        _sort_by_keyboard(example="ask", define="tell"),
    ),
    "proficient-or-violation": Answering(
        "asking-replies",
        _sort(**_REPLIES),
        _sort(a="violation", b="proficient", c="violation"),
        _sort_by_keyboard(**_REPLIES),
    ),
    "best-and-worst": Answering(
        "asking-ends",
        _ends("which", "quickly"),
        _ends("quickly", "which"),
        _ends_by_keyboard("which", "quickly"),
    ),
    "case": Answering("asking-case-wait", _pick("b"), _pick("a"), _pick_by_keyboard("b")),
    "extended-matching": Answering(
        "asking-list-slip", _pick("again"), _pick("which-day"), _pick_by_keyboard("again")
    ),
    "extended-matching, another stem": Answering(
        "asking-list-clean", _pick("which-day"), _pick("watch"), _pick_by_keyboard("which-day")
    ),
}
