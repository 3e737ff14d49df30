"""Records that say something else than the keys of their course, and honest ones that look nearly like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from course.records.course_data import CourseData, DialogueData, NodeData
from course.records.course_keys import (
    BestWorstKey,
    ChooseKey,
    CourseKeys,
    DialogueKey,
    ItemKey,
    MatchKey,
    OrderKey,
    ReplyKey,
)
from tests.records.course_made import course_made
from tests.records.made import DAY, SECOND, START, Browser, Raw, item_hash

Events = list[Raw]
IDS = ["one", "two", "three"]
HOUR = 3600 * SECOND


def _choice(keys: list[str], many: bool = False) -> ItemKey:
    return ItemKey(key=ChooseKey(many=many, keys=keys, options=3), ids=IDS, words=20)


COURSE: CourseData = course_made(
    dialogues={
        "first-talk": DialogueData(
            unit="planning",
            nodes={name: NodeData(hash=item_hash(name)) for name in ("opening", "middle", "end")},
        ),
        "marked-talk": DialogueData(
            unit="planning",
            nodes={name: NodeData(hash=item_hash(name)) for name in ("door", "day", "late")},
        ),
        "loop": DialogueData(unit="planning", nodes={"around": NodeData(hash=item_hash("around"))}),
    }
)
SIX = ("a", "b", "c", "d", "e", "f")
KEYS = CourseKeys(
    items={
        "judge-01": _choice(["one"]),
        "judge-02": _choice(["one", "two"], many=True),
        "judge-03": ItemKey(key=OrderKey(steps=IDS), ids=IDS, words=20),
        "judge-04": ItemKey(
            key=MatchKey(pairs={"red": "left", "blue": "right"}, targets=2, all_or_nothing=False),
            ids=["left", "right"],
            words=20,
        ),
        "judge-06": ItemKey(
            key=BestWorstKey(
                best={"one": 7, "two": 3, "three": 0, "four": 0},
                worst={"one": 0, "two": 0, "three": 2, "four": 8},
                experts=10,
                is_judged=True,
            ),
            ids=[*IDS, "four"],
            words=20,
        ),
        "safe-1": _choice(["one"]),
    },
    dialogues={
        "first-talk": DialogueKey(
            hash=item_hash("first-talk"),
            first="opening",
            turns={
                "opening": {
                    "listen": ReplyKey(next=["middle"], credit={"EDU1": 1000}),
                    "advise": ReplyKey(next=["end"], credit={"EDU1": 0}),
                },
                "middle": {"listen": ReplyKey(next=["over"], credit={"EDU1": 1000, "SAF1": 500})},
                "end": {"listen": ReplyKey(next=["over"], credit={"EDU1": 500})},
            },
        ),
        # it remembers who was pushed, and has two minutes
        "marked-talk": DialogueKey(
            hash=item_hash("marked-talk"),
            first="door",
            clock=2,
            when={"gone": {"pushed": True}, "late": {"time-up": True}},
            turns={
                "door": {
                    "ask": ReplyKey(next=["day"], credit={}),
                    "tell": ReplyKey(next=["day"], credit={}, sets=["pushed"]),
                    "wait": ReplyKey(next=["late", "day"], credit={}, minutes=2),
                },
                "day": {
                    "write": ReplyKey(next=["gone", "done"], credit={}),
                    "thank": ReplyKey(next=["done"], credit={}, when={"pushed": False}),
                    "wait": ReplyKey(next=["late", "day"], credit={}, minutes=1),
                },
                "late": {"stop": ReplyKey(next=["gone", "done"], credit={})},
            },
        ),
        # each reply leaves a mark, and one is offered only when all are set
        "loop": DialogueKey(
            hash=item_hash("loop"),
            first="around",
            turns={
                "around": {
                    **{name: ReplyKey(next=["around"], credit={}, sets=[name]) for name in SIX},
                    "all": ReplyKey(next=["over"], credit={}, when=dict.fromkeys(SIX, True)),
                }
            },
        ),
    },
)


class Talker(Browser):
    """A browser that also holds a dialogue."""

    def __init__(self, talk: str = "first-talk") -> None:
        super().__init__()
        self.talk = talk

    def say(
        self, step: int, node: str, reply: str, credit: dict[str, int] | None = None, **changes: Any
    ) -> Raw:
        """Choose a reply, with the credit that it earns unless another is given."""
        turn = KEYS.dialogues[self.talk].turns.get(node, {})
        earns = dict(turn[reply].credit) if reply in turn else {}
        body = {
            **_dialogue(self.talk, 1),
            "step": step,
            "node": node,
            "nodeHash": item_hash(node),
            "reply": reply,
            "scoreMilli": earns if credit is None else credit,
        }
        return self.write("dialogue.choice", body | changes, START + (len(self.events) + 1) * SECOND)

    def end(self, run: int = 1, **changes: Any) -> Raw:
        at = START + (len(self.events) + 1) * SECOND
        return self.write("dialogue.finished", _dialogue(self.talk, run) | changes, at)


def _dialogue(talk: str, run: int) -> Raw:
    return {"dialogueId": talk, "dialogueHash": item_hash(talk), "run": run}


def _answered(item: str, score: int, **changes: Any) -> Callable[[], Events]:
    def events() -> Events:
        browser = Browser()
        browser.answer(item, START, score, **changes)
        return browser.events

    return events


def _said(*steps: tuple[Any, ...], end: bool = True, **changes: Any) -> Callable[[], Events]:
    def events() -> Events:
        browser = Talker()
        for step in steps:
            browser.say(*step, **changes)
        if end:
            browser.end(**changes)
        return browser.events

    return events


def _marked(*steps: str, talk: str = "marked-talk") -> Callable[[], Events]:
    """Hold a talk that remembers, step by step, each as `turn/reply`."""

    def events() -> Events:
        browser = Talker(talk)
        for step, said in enumerate(steps, start=1):
            turn, reply = said.split("/")
            browser.say(step, turn, reply)
        browser.end()
        return browser.events

    return events


def goes_on_with_unknown_marks() -> Events:
    browser = Talker("marked-talk")
    browser.say(1, "door", "tell")
    browser.say(2, "day", "write")
    browser.end()
    browser.say(2, "day", "thank", run=2)
    browser.end(run=2)
    return browser.events


def two_tabs_one_of_which_pushed() -> Events:
    browser = Talker("marked-talk")
    browser.say(1, "door", "tell")
    browser.say(1, "door", "ask")
    browser.say(2, "day", "thank")
    browser.end()
    return browser.events


def _in_six_tabs(steps: int) -> Callable[[], Events]:
    def events() -> Events:
        browser = Talker("loop")
        for step in range(1, steps + 1):
            for reply in SIX:
                browser.say(step, "around", reply)
        browser.say(steps + 1, "around", "all")
        return browser.events

    return events


def honest_runs() -> Events:
    browser = Talker()
    browser.say(1, "opening", "listen")
    browser.say(2, "middle", "listen")
    browser.end()
    # tried again from the second turn
    browser.say(2, "middle", "listen", run=2)
    browser.end(run=2)
    return browser.events


def two_tabs() -> Events:
    browser = Talker()
    browser.say(1, "opening", "listen")
    browser.say(1, "opening", "advise")
    browser.say(2, "middle", "listen")
    browser.end()
    return browser.events


def turn_changed_on_the_way() -> Events:
    browser = Talker()
    browser.say(1, "opening", "listen", nodeHash=item_hash("as it was"))
    browser.say(2, "end", "listen")
    browser.end()
    return browser.events


def step_lost_in_a_gap() -> Events:
    browser = Talker()
    browser.say(1, "opening", "listen")
    browser.say(2, "middle", "listen")
    browser.end()
    return browser.events[1:]


def raised_safety_miss() -> Events:
    browser = Browser()
    browser.answer("safe-1", START, 1000, response=["two"])
    browser.answer("safe-1", START + HOUR, 1000)
    return browser.events


def voided_answers() -> Events:
    browser = Talker()
    missed = browser.answer("safe-1", START, 0, response=["two"])
    plain = browser.answer("judge-01", START + HOUR, 0, response=["two"])
    browser.void(plain, START + 2 * HOUR)
    browser.void(missed, START + 3 * HOUR)
    browser.void(missed, START + 4 * HOUR)
    return browser.events


def voided_right_and_raised() -> Events:
    browser = Browser()
    right = browser.answer("safe-1", START, 1000)
    raised = browser.answer("safe-1", START + 30 * DAY, 1000, response=["three"])
    browser.void(right, START + 31 * DAY)
    browser.void(raised, START + 31 * DAY + SECOND)
    return browser.events


def in_conflict() -> Events:
    browser = Browser()
    missed = browser.answer("safe-1", START, 0, response=["two"])
    body = missed["body"] | {"response": ["one"], "scoreMilli": 1000}
    return [missed, missed | {"body": body}]


CASES: dict[str, Callable[[], Events]] = {
    "right, and it says so": _answered("judge-01", 1000),
    "wrong, and it says so": _answered("judge-01", 0, response=["two"]),
    "wrong, raised to full credit": _answered("judge-01", 1000, response=["two"]),
    "right, lowered": _answered("judge-01", 0),
    "an option that the item does not have": _answered("judge-01", 0, response=["gone"]),
    "an option named as every object knows": _answered("judge-01", 0, response=["constructor"]),
    "two options of a single choice": _answered("judge-01", 0, response=["one", "two"]),
    "one option twice": _answered("judge-02", 500, response=["one", "one"]),
    "no option of several": _answered("judge-02", 0, response=[]),
    "half of several": _answered("judge-02", 500),
    "an answer of another kind": _answered("judge-01", 1000, response={"one": "two"}),
    "no answer at all": _answered("judge-01", 1000, response=None),
    "I don't know": _answered("judge-01", 0, response=None, dontKnow=True),
    "I don't know, with credit": _answered("judge-01", 1000, response=None, dontKnow=True),
    "I don't know, with an answer": _answered("judge-01", 0, dontKnow=True),
    "revealed, with an answer": _answered("judge-01", 0, revealed=True),
    "another version: cannot be checked": _answered(
        "judge-01", 1000, response=["gone"], itemHash=item_hash("x")
    ),
    "an item without a key here": _answered("judge-05", 300, response=["gone"]),
    "steps in order": _answered("judge-03", 1000, response=IDS),
    "a step left out": _answered("judge-03", 0, response=["one", "two"]),
    "steps out of order, with full credit": _answered("judge-03", 1000, response=["two", "one", "three"]),
    "cards matched": _answered("judge-04", 1000, response={"red": "left", "blue": "right"}),
    "a card left open": _answered("judge-04", 0, response={"red": "left"}),
    "a card that is none": _answered("judge-04", 0, response={"green": "left"}),
    "a target that is none": _answered("judge-04", 0, response={"red": "up", "blue": "right"}),
    "best and worst": _answered("judge-06", 1000, response={"best": "one", "worst": "four"}),
    "what fewer chose, with full credit": _answered(
        "judge-06", 1000, response={"best": "two", "worst": "four"}
    ),
    "one reply at both ends": _answered("judge-06", 0, response={"best": "one", "worst": "one"}),
    "one end left open": _answered("judge-06", 298, response={"best": "one"}),
    "an end that is none": _answered(
        "judge-06", 1000, response={"best": "one", "worst": "four", "middle": "two"}
    ),
    "a reply that the item does not have": _answered(
        "judge-06", 298, response={"best": "one", "worst": "gone"}
    ),
    "a list for two ends": _answered("judge-06", 1000, response=["one", "four"]),
    "a list for cards": _answered("judge-04", 1000, response=["red", "blue"]),
    "a talk, and a turn tried again": honest_runs,
    "a turn answered in two tabs": two_tabs,
    "a turn that has changed since": turn_changed_on_the_way,
    "a step lost in a gap": step_lost_in_a_gap,
    "a reply that is none": _said((1, "opening", "shout")),
    "credit on another competency": _said(
        (1, "opening", "listen", {"EDU1": 1000, "SAF1": 1000}), (2, "middle", "listen")
    ),
    "less credit than is earned": _said((1, "opening", "listen", {"EDU1": 500}), end=False),
    "a turn that no reply leads to": _said((1, "opening", "advise"), (2, "middle", "listen")),
    "a reply whose condition holds": _marked("door/ask", "day/thank"),
    "a reply whose condition does not hold": _marked("door/tell", "day/thank"),
    "a turn that the clock leads to": _marked("door/wait", "late/stop"),
    "a turn that the clock does not lead to yet": _marked("door/ask", "late/stop"),
    "a turn that is past when the clock has run out": _marked("door/wait", "day/write"),
    "minutes that add up": _marked("door/ask", "day/wait", "day/wait", "late/stop"),
    "a minute that is missing": _marked("door/ask", "day/wait", "late/stop"),
    "tried again after marks that are not known": goes_on_with_unknown_marks,
    "two tabs, one of which set the mark": two_tabs_one_of_which_pushed,
    "a condition that no way fulfils": _in_six_tabs(2),
    "more ways than are followed": _in_six_tabs(3),
    "a talk begun in the middle": _said((1, "middle", "listen")),
    "a talk that skips a step": _said((1, "opening", "listen"), (3, "middle", "listen")),
    "a talk of another version: its path cannot be checked": _said(
        (1, "middle", "listen"), dialogueHash=item_hash("other")
    ),
    "a talk ended before its end": _said((1, "opening", "listen")),
    "a talk ended without a word": _said(),
    "a missed safety item raised": raised_safety_miss,
    "answers voided, one of them a missed safety item": voided_answers,
    "a right and a raised answer voided": voided_right_and_raised,
    "a missed safety item in conflict with itself": in_conflict,
}


def keys_json() -> Raw:
    found: Raw = msgspec.to_builtins(KEYS)
    return found
