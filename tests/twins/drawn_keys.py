"""Keys for courses that are drawn by chance: some drawn answers and replies fit them, others do not."""

from __future__ import annotations

from course.records.course_data import CourseData
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
from tests.records.made import item_hash

_IDS = ["one", "two"]
_KEYS = (
    ItemKey(key=ChooseKey(many=False, keys=["one"], options=2), ids=_IDS, words=9),
    ItemKey(key=ChooseKey(many=True, keys=["one", "two"], options=3), ids=["one", "two", "three"], words=9),
    ItemKey(key=ChooseKey(many=False, keys=["two"], options=2), ids=_IDS, words=9),
    ItemKey(
        key=MatchKey(pairs={"card": "left"}, targets=2, all_or_nothing=True), ids=["left", "right"], words=9
    ),
    ItemKey(key=OrderKey(steps=_IDS), ids=_IDS, words=9),
    ItemKey(
        key=BestWorstKey(
            best={"one": 1, "two": 0, "three": 0, "four": 0},
            worst={"one": 0, "two": 1, "three": 0, "four": 0},
            experts=0,
            is_judged=True,
        ),
        ids=["one", "two", "three", "four"],
        words=9,
    ),
)


def drawn_keys(course: CourseData) -> CourseKeys:
    """Return keys for all items but the last, and for dialogues in which each turn leads on and remembers."""
    items = list(course.items)[:-1]
    return CourseKeys(
        items={name: _KEYS[number % len(_KEYS)] for number, name in enumerate(items)},
        dialogues={name: _dialogue(name, list(one.nodes)) for name, one in course.dialogues.items()},
    )


def _dialogue(name: str, nodes: list[str]) -> DialogueKey:
    following = [*nodes[1:], "over"]
    turns = {
        node: {
            "listen": ReplyKey(
                next=["early", after],
                credit={"EDU1": 1000} if node == "opening" else {},
                sets=[node],
                when={"opening": node != "opening"} if number % 2 else {},
                minutes=number,
            )
        }
        for number, (node, after) in enumerate(zip(nodes, following, strict=True))
    }
    when = {"early": {"time-up": True, "opening": False}}
    return DialogueKey(hash=item_hash(name), first=nodes[0], turns=turns, when=when, clock=2)
