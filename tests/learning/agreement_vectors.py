"""The vectors of agreement: pairs of ratings, and records from which the pairs are taken."""

from __future__ import annotations

import random
from typing import Any

import msgspec

from course.learning.agreement import Agreement, Interval, Pair, agreement
from course.learning.ratings import ratings
from course.records.course_data import CourseData, RatingData, to_json
from tests.learning.learning_vectors import log_with
from tests.records.course_made import course_made
from tests.records.made import DAY, START, Browser, Raw, item_hash
from tests.records.vector_files import text_of

ABOUT = "agreement of ratings with references, and which ratings count; see README.md"
ELEMENTS = ("agenda", "goals", "try-out")
COURSE: CourseData = course_made(
    ratings={
        "first-session": RatingData(
            unit="asking",
            hash=item_hash("first-session"),
            elements=dict(zip(ELEMENTS, (2, 4, 1), strict=True)),
        ),
        # as one text with its element, it would sort before the name that it begins with
        "first-session-again": RatingData(
            unit="asking", hash=item_hash("first-session-again"), elements={"agenda": 3}
        ),
    }
)


def rate(browser: Browser, element: str, value: int, day: int, of: str = "first-session") -> Raw:
    """Rate an element, on a day after the start."""
    body = {"exerciseId": "first-session", "exerciseHash": item_hash(of), "element": element, "value": value}
    return browser.write("rating.given", body, START + day * DAY)


def rated_once() -> list[Raw]:
    browser = Browser()
    for element in ELEMENTS:
        rate(browser, element, 3, 0)
    return browser.events


def rated_again_too_soon() -> list[Raw]:
    browser = Browser()
    rate(browser, "agenda", 5, 0)
    rate(browser, "agenda", 2, 20)
    return browser.events


def rated_again_cold() -> list[Raw]:
    browser = Browser()
    rate(browser, "agenda", 5, 0)
    rate(browser, "agenda", 2, 21)
    return browser.events


def rated_before_a_change() -> list[Raw]:
    browser = Browser()
    rate(browser, "agenda", 5, 0, of="as it was")
    rate(browser, "goals", 5, 0, of="as it was")
    rate(browser, "goals", 4, 30)
    return browser.events


def an_element_that_is_gone() -> list[Raw]:
    browser = Browser()
    rate(browser, "gone", 5, 0)
    return browser.events


def a_void_rating() -> list[Raw]:
    browser = Browser()
    browser.void(rate(browser, "agenda", 5, 0), START + DAY)
    rate(browser, "agenda", 2, 2)
    return browser.events


def exercises_whose_names_begin_alike() -> list[Raw]:
    browser = Browser()
    for exercise, value in (("first-session-again", 5), ("first-session", 1)):
        body = {
            "exerciseId": exercise,
            "exerciseHash": item_hash(exercise),
            "element": "agenda",
            "value": value,
        }
        browser.write("rating.given", body, START)
    return browser.events


RECORDS = (
    rated_once,
    rated_again_too_soon,
    rated_again_cold,
    rated_before_a_change,
    an_element_that_is_gone,
    a_void_rating,
    exercises_whose_names_begin_alike,
)


def pairs_cases() -> dict[str, list[Pair]]:
    """Return lists of pairs by name, drawn from a fixed seed where they are drawn."""
    chance = random.Random("agreement")
    references = [chance.randint(1, 5) for _ in range(60)]

    def near(reference: int) -> int:
        return min(5, max(1, reference + chance.choice((-1, 0, 0, 0, 1))))

    return {
        "no ratings": [],
        "29 ratings": [(near(one), one) for one in references[:29]],
        "30 near ratings": [(near(one), one) for one in references[:30]],
        "60 near ratings": [(near(one), one) for one in references],
        "one band too lenient": [(min(5, one + 1), one) for one in references[:36]],
        "one band too strict": [(max(1, one - 1), one) for one in references[:36]],
        "all in the middle": [(3, one) for one in references[:36]],
        "all the same": [(3, 3)] * 30,
        "all the same but one": [(3, 3)] * 29 + [(4, 3)],
        "full agreement": [(one, one) for one in references[:30]],
        "turned round": [(6 - one, one) for one in references[:30]],
        "by chance": [(chance.randint(1, 5), one) for one in references],
    }


def text() -> str:
    """Return the text of the vector file."""
    return text_of(
        ABOUT,
        course=to_json(COURSE),
        pairs=[
            {"name": name, "pairs": pairs, **agreement_json(agreement(pairs))}
            for name, pairs in pairs_cases().items()
        ],
        records=[_record_case(make.__name__.replace("_", " "), make()) for make in RECORDS],
    )


def agreement_json(found: Agreement) -> dict[str, Any]:
    return {"kappa": _interval(found.kappa), "error": _interval(found.error), "side": found.side}


def _record_case(name: str, events: list[Raw]) -> dict[str, Any]:
    found = ratings(log_with(events), COURSE)
    return {"name": name, "events": events, **msgspec.to_builtins(found)}


def _interval(found: Interval | None) -> dict[str, float] | None:
    return None if found is None else {"value": found.value, "low": found.low, "high": found.high}
