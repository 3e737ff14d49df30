"""Whatever words a question has in another format, it has the same words here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.diagnostics import Diagnostic
from course.importing import FORMATS
from course.importing.banks import banks
from course.importing.decoding import decode
from course.markdown_reader import read_question
from course.model.items import Bank, Choose, Item
from course.reading import quizzes
from course.reading.folder import Folder
from course.source import Source, Text
from course.yaml_reader import read_mapping
from tests.importing.writers import WRITERS, Plain

SIGNS = (
    *"*_`[]<>&~=+|{}#:!^\\\"'-$%@/()1.;,",
    " # ",
    ": ",
    "- ",
    "1. ",
    "->",
    "todo",
    "<b>",
    "&amp;",
    "~~",
    "{#x}",
)
WORDS = (
    st.lists(
        st.sampled_from(SIGNS) | st.sampled_from(["ask", "wait", "Ruth", "é", "漢", " "]),
        min_size=1,
        max_size=9,
    )
    .map(lambda parts: " ".join("".join(parts).split()))
    .filter(lambda words: bool(re.search(r"\w", words)))
)
# What a format has no way to write: an address is a link, a letter and a dot an option of Aiken.
UNWRITABLE = re.compile(
    r"https?:|www\.|\$|^[A-Ha-h][.)]|^(?:answer|feedback)|^//|^\[|^%|^[.:=#~-]*$|\\n|->", re.IGNORECASE
)
QUESTIONS = st.lists(
    st.builds(
        lambda prompt, options, keys: Plain(
            prompt, tuple(options), frozenset(k % len(options) for k in keys)
        ),
        WORDS.filter(lambda words: not UNWRITABLE.search(words)),
        st.lists(
            WORDS.filter(lambda words: not UNWRITABLE.search(words)),
            min_size=2,
            max_size=5,
            unique_by=str.casefold,
        ),
        st.sets(st.integers(0, 4), min_size=1, max_size=2),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(questions=QUESTIONS)
@pytest.mark.parametrize("form", FORMATS)
def test_a_question_has_the_same_words_after_it_was_imported(form: str, questions: list[Plain]) -> None:
    written = WRITERS[form](questions)

    source, guessed = decode("bank.txt", written.encode("utf-8"))
    found: list[Diagnostic] = []
    made = banks(FORMATS[form](source, "bank", found.append), "bank", "unit", "bank.txt")

    assert (found, guessed, len(made)) == ([], "", 1)
    assert _words_of(_bank(made[0].text)) == [
        (question.prompt, question.options, question.keys) for question in questions
    ]


def _bank(text: str) -> Bank:
    folder = Folder((Path("nowhere"),))
    fields = read_mapping(Source("quizzes/a/b/bank.yml", text).whole(), folder.report)
    assert fields is not None
    read = quizzes.read_fields(fields, folder)
    assert isinstance(read, Bank)
    assert {finding.code for finding in folder.findings} == {"todo"}
    return read


def _words_of(bank: Bank) -> list[tuple[str, tuple[str, ...], frozenset[int]]]:
    found = []
    for item in bank.entries:
        assert isinstance(item, Item)
        assert isinstance(item.interaction, Choose)
        options = item.interaction.options
        keys = frozenset(number for number, option in enumerate(options) if option.is_key)
        found.append((item.prompt.plain, tuple(option.text.plain for option in options), keys))
    return found


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_a_file_is_read_in_any_usual_encoding(encoding: str, line_end: str) -> None:
    written = WRITERS["aiken"]([Plain("Voilà, que demandez-vous?", ("Où?", "Quand?"), frozenset({1}))])

    source, guessed = decode("bank.txt", written.replace("\n", line_end).encode(encoding))

    assert source.text == written
    assert guessed == (encoding if encoding in ("cp1252", "utf-16-le") else "")


def test_a_prompt_of_several_lines_ends_with_its_question() -> None:
    source = Source("bank.csv", 'prompt,a,b,correct\n"Two chairs.\nWhat do you ask?",One,Two,a\n')
    imported = FORMATS["csv"](source, "bank", lambda finding: None)

    prompt = imported.entries()[0].prompt  # type: ignore[union-attr]
    situation, question = read_question(Text(prompt, source.whole()), lambda finding: None)

    assert (situation.plain, question.plain) == ("Two chairs.", "What do you ask?")
