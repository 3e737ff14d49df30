"""Small records with dialogues: only the first run counts, each turn once."""

from __future__ import annotations

from collections.abc import Callable

from tests.records.made import DAY, SECOND, START, Browser, Raw, item_hash

Events = list[Raw]
HOUR = 3600 * SECOND


def dialogue() -> Events:
    browser = Browser()
    browser.write("dialogue.started", _dialogue(1), START)
    choose(browser, 1, "opening", {"EDU1": 1000, "SAF1": 500}, START + SECOND)
    choose(browser, 1, "middle", {"EDU1": 0}, START + 2 * SECOND)
    browser.write("dialogue.finished", _dialogue(1), START + 3 * SECOND)
    return browser.events


def dialogue_run_twice() -> Events:
    browser = Browser()
    choose(browser, 1, "opening", {"EDU1": 0}, START)
    choose(browser, 2, "opening", {"EDU1": 1000}, START + 30 * DAY)
    return browser.events


def dialogue_on_two_devices() -> Events:
    late, early = Browser("d"), Browser("e")
    choose(late, 1, "opening", {"EDU1": 1000}, START + HOUR)
    choose(early, 1, "middle", {"EDU1": 500}, START)
    return [*late.events, *early.events]


def dialogue_node_visited_twice() -> Events:
    browser = Browser()
    choose(browser, 1, "opening", {"EDU1": 0}, START)
    choose(browser, 1, "opening", {"EDU1": 1000}, START + SECOND)
    return browser.events


def dialogue_node_answered_again_after_a_void() -> Events:
    browser = Browser()
    choose(browser, 1, "opening", {"EDU1": 0}, START)
    browser.void(browser.events[0], START + SECOND)
    choose(browser, 1, "opening", {"EDU1": 1000}, START + 2 * SECOND)
    choose(browser, 1, "middle", {"EDU1": 500}, START + 3 * SECOND)
    return browser.events


def dialogue_node_answered_again_beside_a_conflict() -> Events:
    browser = Browser()
    choose(browser, 1, "opening", {"EDU1": 0}, START)
    clashing = browser.events[0] | {"body": browser.events[0]["body"] | {"reply": "advise"}}
    choose(browser, 1, "opening", {"EDU1": 1000}, START + SECOND)
    return [*browser.events, clashing]


def dialogue_changed() -> Events:
    browser = Browser()
    choose(browser, 1, "opening", {"EDU1": 1000}, START, nodeHash=item_hash("as it was"))
    choose(browser, 1, "middle", {"EDU1": 500}, START + SECOND)
    choose(browser, 1, "gone", {"EDU1": 500}, START + 2 * SECOND)
    return browser.events


def dialogue_with_an_unknown_competency() -> Events:
    browser = Browser()
    choose(browser, 1, "opening", {"EDU1": 1000, "ZZZ9": 1000}, START)
    return browser.events


def choose(browser: Browser, run: int, node: str, credit: dict[str, int], at: int, **changes: str) -> None:
    """Choose a reply at a node of a dialogue."""
    body = {"step": 1, "node": node, "nodeHash": item_hash(node), "reply": "listen", "scoreMilli": credit}
    browser.write("dialogue.choice", _dialogue(run) | body | changes, at)


def _dialogue(run: int) -> Raw:
    return {"dialogueId": "first-talk", "dialogueHash": item_hash("first-talk"), "run": run}


CASES: dict[str, Callable[[], Events]] = {
    "dialogue": dialogue,
    "only the first run of a dialogue": dialogue_run_twice,
    "two first runs, on two devices": dialogue_on_two_devices,
    "a node visited twice counts once": dialogue_node_visited_twice,
    "a node answered again after its reply was voided": dialogue_node_answered_again_after_a_void,
    "a node answered again beside a conflict": dialogue_node_answered_again_beside_a_conflict,
    "a dialogue changed, node by node": dialogue_changed,
    "a competency that the course does not know": dialogue_with_an_unknown_competency,
}
