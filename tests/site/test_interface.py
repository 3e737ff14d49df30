"""The words of the site: forms that fit a count in any language, and English for what is not translated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from course.targets.site.interface import Interface

# the same for `runtime/tests/strings.test.ts`
VECTORS = Path(__file__).parents[1] / "vectors" / "words"
SAID: list[dict[str, Any]] = json.loads((VECTORS / "said.json").read_text(encoding="utf-8"))

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {language}\\n"\n'
ENGLISH = HEAD.format(language="en") + (
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    '\nmsgid "bank.end"\nmsgstr "How the set went"\n'
    '\nmsgid "bank.size"\nmsgid_plural "bank.size"\nmsgstr[0] "one question"\nmsgstr[1] "{count} questions"\n'
)


@pytest.mark.parametrize("case", SAID, ids=lambda case: case["language"])
def test_a_count_chooses_the_form_that_its_language_asks_for(case: dict[str, Any]) -> None:
    words = Interface([(VECTORS / f"{case['language']}.po").read_bytes()], case["language"])

    said = [
        {"count": one["count"], "text": words("run.review.questions", count=one["count"])}
        for one in case["said"]
    ]

    assert said == case["said"]
    assert words.for_script() == case["words"]


def test_millions_take_the_general_form_where_a_catalogue_has_none_for_them() -> None:
    french = HEAD.format(language="fr") + (
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
        '\nmsgid "bank.size"\nmsgid_plural "bank.size"\n'
        'msgstr[0] "{count} question"\nmsgstr[1] "{count} questions"\n'
    )
    words = Interface([french.encode()], "fr")

    assert [words("bank.size", count=count) for count in (0, 1, 2, 1_000_000)] == [
        "0 question",
        "1 question",
        "2 questions",
        "1000000 questions",
    ]


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "bank.end"\nmsgstr ""\n\n'
        'msgid "bank.size"\nmsgid_plural "bank.size"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        '#, fuzzy\nmsgid "bank.end"\nmsgstr "?"\n',
        "",
    ],
    ids=["empty", "fuzzy", "absent"],
)
def test_what_is_not_translated_yet_stays_english(entry: str) -> None:
    begun = f"{HEAD.format(language='nl')}\n{entry}"
    words = Interface([ENGLISH.encode(), begun.encode()], "nl")

    assert words("bank.end") == "How the set went"
    assert [words("bank.size", count=count) for count in (1, 2)] == ["one question", "2 questions"]


def test_an_english_form_is_not_said_of_counts_that_it_does_not_fit() -> None:
    words = Interface([ENGLISH.encode()], "ru")

    # Russian treats 21 like 1
    assert words("bank.size", count=21) == "21 questions"


def test_a_language_of_a_region_has_its_own_dates() -> None:
    assert Interface([], "en-US").date("2026-03-12") == "March 12, 2026"
    assert Interface([], "en").date("2026-03-12") == "12 March 2026"
