"""What the report of a cohort shows, and what can be computed from it."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from course.cohort.tables import SCHEMA_VERSION
from course.gathering.report import page
from course.gathering.summary import Summary

UNITS = ("asking", "listening")
TITLES = {"EDU1": "Explaining", "EDU2": "Checking"}
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]


def summary_by_chance(seed: int) -> Summary:
    chance = random.Random(seed)
    counted = chance.choice((3, 5, 8, 12, 20, 40))
    marked = chance.choice((0, 1, 2, 4, 5, 9))
    found = Summary(files=counted + marked, records=counted + marked, counted=counted)
    found.marks = Counter({mark: min(marked, chance.randint(1, 9)) for mark in ("gaps", "forks") if marked})
    found.safety_open = chance.randint(0, counted)
    for name in TITLES:
        found.observed[name] = chance.randint(0, counted)
        found.low[name] = chance.randint(0, found.observed[name])
        shown = chance.randint(0, counted)
        states = Counter({"shown": shown, "not-yet": chance.randint(0, counted - shown)})
        found.states[name, "knowledge"] = states
        found.answered[name, "knowledge"] = 10 * counted
    found.months = Counter(chance.choice(MONTHS) for _ in range(chance.randint(0, counted)))
    for unit in (*UNITS, "Nurse-John-Smith"):
        found.assigned[unit] = chance.randint(0, counted)
        found.assigned_done[unit] = chance.randint(0, found.assigned[unit])
    return found


def cells(part: str) -> list[int | None]:
    found = re.findall(r'class="n">(?:<span class="hidden">)?([^<]+)<', part)
    return [int(one) if one.isdecimal() else None for one in found]


def section(text: str, name: str) -> str:
    return text.partition(f'<h2 id="{name}">')[2].partition("</section>")[0]


def rows_of(text: str, name: str) -> list[list[int | None]]:
    body = section(text, name).partition("<tbody>")[2].partition("</tbody>")[0]
    return [cells(row) for row in body.split("</tr>") if "<td" in row]


def groups(text: str, true: Summary) -> list[tuple[list[int | None], list[int]]]:
    """Return whatever counts people, each time with all that its sum or difference is: shown, and true."""
    heads = re.findall(r"<li><strong>(.*?)</strong>(.*)</li>", text)
    said = [
        int(one) if one.isdecimal() else None
        for one, _ in ((re.sub("<.*?>", "", words), rest) for words, rest in heads)
    ]
    records, counted, marked, _, safety = said
    others = true.counted - true.safety_open
    found = [
        ([records, counted, marked], [true.records, true.counted, true.records - true.counted]),
        ([counted, safety, None], [true.counted, true.safety_open, others]),
    ]
    observed = [name for name in TITLES if true.observed[name]]
    for name, (total, low) in zip(observed, rows_of(text, "observed"), strict=False):
        all_of, low_of = true.observed[name], true.low[name]
        found.append(([total, low, None], [all_of, low_of, all_of - low_of]))
        found.append(([counted, total, None], [true.counted, all_of, true.counted - all_of]))
    units = re.findall(r'<th scope="row">(\S+)</th>', section(text, "assigned"))
    for unit, (total, done) in zip(units, rows_of(text, "assigned"), strict=True):
        all_of, done_of = true.assigned[unit], true.assigned_done[unit]
        found.append(([total, done, None], [all_of, done_of, all_of - done_of]))
        found.append(([counted, total, None], [true.counted, all_of, true.counted - all_of]))
    for row in rows_of(text, "competencies"):
        assert all(count is None or count >= 5 for count in row[:3])
    return found


def computed(shown: list[int | None], true: list[int]) -> list[int]:
    """Return every count that is shown, or is the difference of two that are."""
    whole, *parts = shown
    known = [count for count in shown if count is not None]
    if whole is not None:
        known += [whole - count for count in parts if count is not None]
    assert all(count in (None, right) for count, right in zip(shown, true, strict=True))
    return known


@pytest.mark.parametrize("seed", range(100))
def test_no_number_that_counts_people_is_under_five_or_gives_one_away(seed: int) -> None:
    true = summary_by_chance(seed)
    text = page(true, TITLES, "A course", UNITS).decode()

    for shown, counts in groups(text, true):
        assert [count for count in computed(shown, counts) if 0 < count < 5] == []
    files = re.search(r"people, from (\d+) files", text)
    assert files is None or true.records - true.counted not in range(1, 5)
    marks = [count for (count,) in rows_of(text, "marks")]
    assert all(count is None or count >= 5 for count in marks)
    months = re.findall(r"<li><span>(?:<span class=\"hidden\">)?([^<]+)<", section(text, "months"))
    known = [int(one) for one in months if one.isdecimal()]
    assert all(count >= 5 for count in known)
    assert not known or sum(known) == true.counted or true.counted - sum(known) >= 5


def test_of_twelve_people_two_who_are_asked_about_first_are_not_counted_in_any_way() -> None:
    found = Summary(files=12, records=12, counted=10, marks=Counter(gaps=2))

    text = page(found, TITLES, "A course", UNITS).decode()

    assert "<strong>10</strong> count" in text
    main = text.partition("<main>")[2]
    words = re.sub("<svg.*?</svg>|<[^>]*>", " ", main).replace(SCHEMA_VERSION, "")
    assert not re.search(r"\b(2|12)\b", words)


@pytest.mark.parametrize("open_now", [1, 4, 16, 19, 20])
def test_nearly_everyone_is_as_easily_recognised_as_hardly_anyone(open_now: int) -> None:
    found = Summary(files=20, records=20, counted=20, safety_open=open_now)

    text = page(found, TITLES, "A course", UNITS).decode()

    assert re.search(r"not shown</span></strong> have a safety item", text)


def test_a_unit_is_listed_if_it_is_the_courses_and_five_people_have_it() -> None:
    found = Summary(files=20, records=20, counted=20)
    found.assigned = Counter({"asking": 8, "listening": 4, "Nurse-John-Smith": 9})

    text = page(found, TITLES, "A course", UNITS).decode()

    assert re.findall(r'<th scope="row">(\S+)</th>', section(text, "assigned")) == ["asking"]
    assert "Nurse" not in text


def test_what_is_hidden_beside_a_small_count_is_not_said_to_be_small() -> None:
    found = Summary(files=20, records=20, counted=20, safety_open=19)

    text = page(found, TITLES, "A course", UNITS).decode()

    assert set(re.findall('class="hidden">([^<]+)<', text)) == {"not shown"}
