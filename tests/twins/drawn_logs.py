"""Logs drawn by chance: what several browsers write whose clocks jump and whose chains break."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from course.records.canonical import LARGEST_NUMBER
from tests.records.made import DAY, LEARNER, OTHER_LEARNER, SECOND, START, Browser, Raw, item_hash, uuid_at
from tests.twins.drawn_courses import COMPETENCIES, DIALOGUES, ELEMENTS, EXERCISES, ITEMS, NODES, UNITS

DEVICES = "def"
LATEST = 253_402_300_799_999
MILLI = (1000, 0, 500, 667, 333)
ANSWERED = (*ITEMS, "no-longer-here", "toString")
TEXTS = ("Moniek \u2014 \U0001f9ed", "\u202e\u2028", "\ufffd\u00e9e\u0301", "\U00010000", "\uffee")
# back and ahead; around 21 days, a day's end and a year
JUMPS = (
    SECOND, -SECOND, 0, 1, DAY, -DAY, 21 * DAY - 1, 21 * DAY, 22 * DAY, -30 * DAY, 15 * 3600 * SECOND,
    365 * DAY, 366 * DAY, 731 * DAY, -400 * DAY, 10**14,
)  # fmt: skip

Step = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Said:
    """What happens on one device: how far its clock has jumped before, and what is written."""

    device: str
    jump: int
    steps: tuple[Step, ...]
    odd: str
    which: int


def _body(kind: str, /, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Step, ...]]:
    return st.fixed_dictionaries(parts).map(lambda body: ((kind, body),))


_of_milli, _sure = st.sampled_from(MILLI), st.sampled_from((None, 1, 2, 3))
_competencies, _units = st.sampled_from((*COMPETENCIES, "gone")), st.sampled_from((*UNITS, "gone"))
_texts, _days = st.sampled_from(TEXTS), st.sampled_from(("2026-01-20", "2026-02-29", "0000-01-31"))
_attempts = st.integers(0, 3).map(lambda number: uuid_at(START, f"attempt {number}"))
_modes = st.sampled_from(("practice", "check", "placement", "review"))


def _hashes(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, str]]:
    """Draw a name and its hash, or the one that it had before."""
    versions = st.sampled_from(("{}", "{}", "{}", "{} before"))
    return st.builds(
        lambda name, said: (name, item_hash(said.format(name))), st.sampled_from(names), versions
    )


def _answer(item: tuple[str, str], score: int, **changes: Any) -> Step:
    body = {
        "itemId": item[0],
        "itemHash": item[1],
        "presented": ["one", "two"],
        "response": ["one"],
        "certainty": 2,
        "dontKnow": False,
        "revealed": False,
        "cold": True,
        "scoreMilli": score,
        "latencyMs": 4200,
    }
    return "item.response", body | changes


@st.composite
def _set(draw: st.DrawFn) -> tuple[Step, ...]:
    """Draw a whole set of items, begun and finished, answered by a pattern."""
    attempt, first = draw(_attempts), draw(st.sampled_from((0, 0, 3, 12)))
    pattern = draw(st.lists(_of_milli, min_size=1, max_size=4))
    items = ITEMS[first : first + draw(st.sampled_from((26, 15, 12, 2)))]
    answers = [
        _answer((name, item_hash(name)), pattern[number % len(pattern)], attemptId=attempt)
        for number, name in enumerate(items)
    ]
    begun = {"attemptId": attempt, "bankId": "bank", "seed": 7, "mode": draw(_modes)}
    finished = {"attemptId": attempt, "reason": draw(st.sampled_from(("completed", "left", "reset")))}
    ends: list[Step] = [("attempt.finished", finished)] if draw(st.integers(0, 4)) else []
    return (("attempt.started", begun), *answers, *ends)


@st.composite
def _run(draw: st.DrawFn) -> tuple[Step, ...]:
    """Draw a run of a dialogue, not always begun, finished or of today's turns."""
    name = draw(st.sampled_from((*DIALOGUES, "gone")))
    run = {"dialogueId": name, "dialogueHash": item_hash(name), "run": draw(st.integers(1, 3))}
    credit = st.dictionaries(_competencies, _of_milli, max_size=3)
    nodes = draw(st.lists(_hashes((*NODES, "gone")), max_size=4))
    choices: list[Step] = [
        (
            "dialogue.choice",
            run
            | {"step": number, "node": node, "nodeHash": of, "reply": "listen", "scoreMilli": draw(credit)},
        )
        for number, (node, of) in enumerate(nodes, start=1)
    ]
    begun: list[Step] = [("dialogue.started", run)] if draw(st.booleans()) else []
    ended: list[Step] = [("dialogue.finished", run)] if draw(st.booleans()) else []
    return (*begun, *choices, *ended)


@st.composite
def _rated(draw: st.DrawFn) -> tuple[Step, ...]:
    """Draw ratings of some elements of an exercise."""
    name, of = draw(_hashes((*EXERCISES, "gone")))
    values = draw(st.lists(st.integers(1, 5), min_size=1, max_size=5))
    elements = (*ELEMENTS[: draw(st.sampled_from((1, 3, 36)))], "gone")
    return tuple(
        (
            "rating.given",
            {
                "exerciseId": name,
                "exerciseHash": of,
                "element": element,
                "value": values[number % len(values)],
            },
        )
        for number, element in enumerate(elements)
    )


_single_answer = st.builds(
    lambda item, score, changes: (_answer(item, score, **changes),),
    _hashes(ANSWERED),
    _of_milli,
    st.fixed_dictionaries(
        {
            "attemptId": _attempts,
            "certainty": _sure,
            "dontKnow": st.booleans(),
            "revealed": st.integers(0, 3).map(lambda number: number == 3),
            "cold": st.integers(0, 3).map(lambda number: number < 3),
            "response": st.sampled_from((["one"], {"card": "left"}, None, [])),
        }
    ),
)
_assigned = {
    "unitId": _units,
    "minutes": st.integers(0, 90),
    "dueDate": st.none() | _days,
    "assigner": st.none() | _texts,
}
_FREE = {"\U0001f9ed": _texts, "\uffee": _texts}
_OTHERS = st.one_of(
    _body(
        "self.rating",
        competencyId=_competencies,
        level=st.integers(0, 3),
        when=st.sampled_from(("before", "after")),
        unitId=_units,
    ),
    _body(
        "supervisor.observation",
        kind=st.sampled_from(("competency", "element")),
        subject=st.sampled_from((*COMPETENCIES, "integrity-12", "gone")),
        valueMilli=st.integers(1000, 5000),
        rater=st.just("rater-1"),
        date=_days,
    ),
    # few sessions, values and days, so that the same observation comes twice
    _body(
        "supervisor.observation",
        kind=st.just("competency"),
        subject=st.sampled_from(COMPETENCIES[:2]),
        valueMilli=st.sampled_from((2000, 3500)),
        rater=st.sampled_from(("rater-1", "rater-2")),
        date=st.just("2026-01-20"),
        session=st.sampled_from(("a" * 26, "b" * 26)),
        occasion=st.sampled_from(("session", "recording", "role-play")),
    ),
    _body("ce.assigned", **_assigned),
    _body("ce.completed", **_assigned),
    _body("written.reply", promptId=st.just("prompt-1"), ticked=st.just(["open"]), text=_texts),
    _body("written.reply", promptId=st.just("prompt-1"), ticked=st.just([])),
    _body("lesson.read", lessonId=st.just("questions"), lessonHash=st.just(item_hash("questions"))),
    _body("rehearsal.done", rehearsalId=st.just("rehearsal-1"), role=st.just("observer")),
    _body("group.date", moduleId=st.just("module-1"), date=_days),
    _body(
        "peer.review",
        stars=st.integers(-LARGEST_NUMBER, LARGEST_NUMBER),
        **_FREE,
    ),
    _body("constructor", __proto__=_texts),
)
# whole sets most often, because nothing is decided before twelve answers
_STEPS = st.one_of(_set(), _set(), _set(), _single_answer, _run(), _rated(), _OTHERS)


@st.composite
def _whole(draw: st.DrawFn) -> tuple[Step, ...]:
    """Draw a set of every item that goes well or badly, so that something is decided."""
    attempt = draw(_attempts)
    pattern = draw(st.sampled_from(((1000,), (0,), (1000, 1000, 1000, 500), (0, 333))))
    answers = [
        _answer((name, item_hash(name)), pattern[number % len(pattern)], attemptId=attempt)
        for number, name in enumerate(ITEMS)
    ]
    return (*answers, ("attempt.finished", {"attemptId": attempt, "reason": "completed"}))


_DECIDING = st.builds(
    Said,
    device=st.sampled_from(DEVICES),
    jump=st.sampled_from(JUMPS),
    steps=_whole(),
    odd=st.just(""),
    which=st.just(0),
)
_SAID = st.builds(
    Said,
    device=st.sampled_from(DEVICES),
    jump=st.sampled_from(JUMPS),
    steps=_STEPS,
    odd=st.sampled_from(("", "", "", "", "void", "clash", "fork", "lost", "unchained", "void clash")),
    which=st.integers(0, 500),
)
# now and then a log begins with what decides, so that decisions are kept, lost and left to age
SAID = st.builds(
    lambda first, rest: [*first, *rest],
    st.lists(_DECIDING, max_size=2),
    st.lists(_SAID, min_size=1, max_size=9),
)


def written(said: list[Said]) -> list[Raw]:
    """Return all events that the devices write, whatever became of their chains."""
    browsers = {name: Browser(name) for name in DEVICES}
    clocks = dict.fromkeys(DEVICES, START)
    found: list[Raw] = []
    for one in said:
        browser = browsers[one.device]
        clocks[one.device] = _in_time(clocks[one.device] + one.jump)
        for kind, body in one.steps:
            clocks[one.device] = _in_time(clocks[one.device] + SECOND)
            found.append(browser.write(kind, body, clocks[one.device]))
        if found:
            _make_odd(one, browsers, found, clocks[one.device])
    return found


def _in_time(moment: int) -> int:
    return min(max(0, moment), LATEST)


def _make_odd(one: Said, browsers: dict[str, Browser], found: list[Raw], at: int) -> None:
    browser, event = browsers[one.device], found[one.which % len(found)]
    match one.odd:
        case "void":
            found.append(browser.void(event, at))
        case "clash":
            found.append(copy.deepcopy(event) | {"locale": "nl"})
        case "void clash":
            body = {"target": found[one.which * 7 % len(found)]["id"], "reason": "not-me"}
            found.append(event | {"type": "event.void", "body": body})
        case "fork":
            browser.events = browser.events[: one.which % (len(browser.events) + 1)]
        case "lost":
            found.remove(event)
            found.extend([] if found else [event])
        case "unchained":
            event["prev"] = None if one.which % 2 else item_hash("not this one")
        case _:
            pass


def heads() -> st.SearchStrategy[Raw]:
    """Draw what a file says beside its events."""
    return st.builds(
        lambda version, record, created, exported, names, alias, extensions, extra, course: {
            "schemaVersion": version,
            "record": {
                "id": uuid_at(START, f"record {record}"),
                "createdAt": START + created,
                "exportedAt": START + exported,
                "generator": {"name": f"course {record}", "version": "0.1.0"},
            },
            "learner": {"pseudonyms": names, **alias},
            "extensions": extensions,
            "course": course,
            **(extra if version > "1.0.0" else {}),
        },
        st.sampled_from(("1.0.0", "1.2.0", "1.10.0", "1.02.0")),
        st.integers(0, 2),
        st.integers(0, 1),
        st.integers(0, 1),
        st.lists(st.sampled_from((LEARNER, OTHER_LEARNER, "c" * 26)), min_size=1, unique=True),
        st.fixed_dictionaries({}, optional={"alias": _texts}),
        st.dictionaries(st.sampled_from(("org.example.a", "org.example.b")), _texts | st.integers(0, 3)),
        st.dictionaries(st.sampled_from(("later", "\uffee", "\U0001f9ed", "__proto__")), _texts),
        st.sampled_from(("0.1.0", "0.2.0")).map(_course),
    )


def _course(version: str) -> Raw:
    return {"id": "imr-trainer-course", "version": version, "contentHash": item_hash(version)}
