"""Scores that both languages must read alike: the published ones, and the edges of the rules."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import Any

from course.desk.fidelity import Kind, Rates, changes, findings, summary
from course.model.framework import Instrument, InstrumentItem
from tests import shipped_course

# Means over 15 groups (Roosenschoon 2024, table 3, p. 152), by the numbers of the items
PUBLISHED_SESSION = {
    7: 4.87,
    12: 4.67,
    1: 4.60,
    3: 4.47,
    2: 4.13,
    4: 3.93,
    8: 3.47,
    11: 3.40,
    6: 3.13,
    15: 2.83,
    16: 2.52,
    9: 2.40,
    14: 2.28,
    13: 2.13,
    10: 2.07,
    5: 1.73,
}
# Means of the six groups of the pilot (Roosenschoon 2016, table 4), by the numbers of the items
PUBLISHED_PROGRAMME = {
    1: 4.7,
    2: 5.0,
    3: 5.0,
    4: 5.0,
    5: 2.7,
    6: 5.0,
    7: 3.2,
    8: 4.7,
    9: 5.0,
    10: 4.3,
    11: 2.7,
    12: 2.3,
    13: 2.0,
}


@cache
def instrument(rates: str) -> Instrument:
    """Return the shipped instrument with bands of a session or of a programme."""
    (found,) = [one for one in shipped_course.course().framework.instruments if one.rates == rates]
    return found


def scores(of: Instrument, by_number: dict[int, float]) -> dict[str, int]:
    """Return scores by the ids of the items, in thousandths."""
    return {item.id: round(by_number[item.number] * 1000) for item in of.items if item.number in by_number}


def cases() -> list[dict[str, Any]]:
    """Return every case with what comes out of it."""
    session, programme = instrument("session"), instrument("programme")
    published = scores(session, PUBLISHED_SESSION)
    all_three = dict.fromkeys((item.id for item in session.items), 3000)
    nearly = {**dict.fromkeys((item.id for item in programme.items), 4000), "fidelity-1": 3999}
    return [
        _case("the published means of a session scale", session, "session", published),
        _case(
            "the published means of the pilot",
            programme,
            "programme",
            scores(programme, PUBLISHED_PROGRAMME),
        ),
        _case("nothing rated", session, "session", {}),
        _case("one item rated", session, "session", {"integrity-9": 2400}),
        _case("all alike", session, "session", all_three),
        _case("a mean just below a band is not rounded into it", programme, "programme", nearly),
        _case("a half is rounded up", session, "session", {"integrity-1": 2000, "integrity-2": 2001}),
        _case("limits belong to the higher band", session, "session", _limits()),
        _case(
            "without optional items, and with goal follow-up asked separately",
            session,
            "session",
            {name: 4000 for name in published if name not in _OPTIONAL} | {"GOA2": 2000},
        ),
        _case("what is no item of the scale takes no part", programme, "programme", {"integrity-9": 1000}),
        _case("a change since the last time", session, "session", published, before={"integrity-9": 2000}),
        _case(
            "a group without the items for groups",
            session,
            "session",
            {name: value for name, value in published.items() if name not in _FOR_GROUPS},
            kind="group",
        ),
        _case("what is as high as any is not among the weakest", session, "session", _first(4, 4, 4, 2)),
        _case("what is as low as any is not among the strongest", session, "session", _first(2, 2, 2, 4)),
        _case("no score is at both ends", session, "session", _first(1, 3, 3, 3, 3, 5)),
    ]


_FOR_GROUPS = ("integrity-3", "integrity-4")
_OPTIONAL = ("integrity-14", "integrity-15", "integrity-16")


def _limits() -> dict[str, int]:
    return {
        f"integrity-{place}": value for place, value in enumerate((1999, 2000, 2999, 3000, 4999, 5000), 1)
    }


def _first(*scores: int) -> dict[str, int]:
    return {f"integrity-{place}": score * 1000 for place, score in enumerate(scores, 1)}


def _case(
    name: str,
    of: Instrument,
    rates: Rates,
    values: dict[str, int],
    *,
    before: dict[str, int] | None = None,
    kind: Kind = "trainer",
) -> dict[str, Any]:
    found = summary(of.items, rates, values, kind)
    return {
        "name": name,
        "rates": rates,
        "kind": kind,
        "items": [_item(item) for item in of.items],
        "values": values,
        "before": before or {},
        "summary": {_camel(key): value for key, value in asdict(found).items()},
        "findings": {_camel(key): value for key, value in asdict(findings(of.items, values)).items()},
        "changes": changes(before or {}, values),
    }


def _item(item: InstrumentItem) -> dict[str, Any]:
    flags = {
        "isOptional": item.is_optional,
        "isForGroups": item.is_for_groups,
        "oneIsEnough": item.one_is_enough,
        "hides": item.hides.id if item.hides else "",
    }
    known = {"id": item.id, "number": item.number, "name": item.name}
    return known | {name: value for name, value in flags.items() if value}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)
