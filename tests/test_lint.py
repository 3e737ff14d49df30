"""The lint looks for flaws in writing: what it must see, what it must leave alone, and who decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from course import lint
from course.build import pipeline
from course.diagnostics import Diagnostic
from course.lint.chance import at_least
from course.lint.reading_grade import count_sentences, count_syllables, grade
from course.markdown_reader import read_line, read_question, read_text
from course.model.course import Course
from course.model.items import Choose, Option
from course.model.prose import NO_PROSE, Prose
from course.reading import course_folder
from course.source import Source, Text
from tests import shipped_course
from tests.conftest import MakeCourse
from tests.course_folder import BANK, BASE, LESSON

ASKED = "What do you say first?"
OPTIONS = (
    "What have you noticed yourself?",
    "There are four kinds of signs.",
    "Shall I tell you what helps?",
)
OUTLINE = "content/course.yml"


def test_the_shipped_course_has_no_flaw_that_is_not_accepted_with_a_reason() -> None:
    assert [found for found in shipped_course.checked().findings if found.code in lint.FLAWS] == []


@pytest.mark.parametrize(
    "option",
    [
        "Both A and C",
        "A and C.",
        "a, b and c",
        "Neither A nor B",
        "Options 1 or 3",
        "Only A & B",
        "(a) and (b) only",
    ],
)
def test_an_option_that_combines_others_is_found(option: str) -> None:
    assert "combined-option" in _codes(ASKED, (*OPTIONS, option))


@pytest.mark.parametrize("option", ["All of the above.", "None of the above", "None of these."])
def test_an_option_for_all_or_none_is_found(option: str) -> None:
    assert "all-or-none-of-the-above" in _codes(ASKED, (*OPTIONS, option))


@pytest.mark.parametrize(
    "option",
    [
        "Plan A and plan C",
        "A and then what?",
        "Vitamins A and C.",
        "None of these people spoke.",
        "1,5",
        "1/2",
    ],
)
def test_an_option_that_only_sounds_like_a_combination_is_left_alone(option: str) -> None:
    assert not {"combined-option", "all-or-none-of-the-above"} & _codes(ASKED, (*OPTIONS, option))


@pytest.mark.parametrize(
    "prompt",
    [
        "Which of these is not a sign?",
        "All of these are signs except:",
        "Which reply helps least?",
        "What would you never say here?",
        "Joyce waits. Which reply doesn't help her?",
        "You *know* the plan. What does not belong in it?",
    ],
)
def test_a_negative_that_is_read_over_is_found(prompt: str) -> None:
    assert "unemphasised-negative" in _codes(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "Which of these is *not* a sign?",
        "Which of these is **not** a sign?",
        "Which of these is NOT a sign?",
        "What do you say to someone who did not come?",
        "Kofi did not do it. What do you say?",
        'Joyce says, "I do not know." What do you say?',
        "Which of these takes at least a week?",
        "What helps people not to give up?",
        "What do you do if she does not answer?",
    ],
)
def test_a_negative_that_is_seen_or_stands_beside_the_question_is_left_alone(prompt: str) -> None:
    assert "unemphasised-negative" not in _codes(prompt)


@pytest.mark.parametrize(
    ("prompt", "options"),
    [
        ("It begins with a", ("question.", "lecture.", "explanation.")),
        ("It begins with an", ("exercise.", "hour of rest.", "lecture.")),
        ("How do you begin?", ("You ask.", "You explain.", "you wait.")),
        ("How do you begin?", ("You ask.", "You explain.", "You wait")),
    ],
)
def test_an_option_that_does_not_fit_is_found(prompt: str, options: tuple[str, ...]) -> None:
    assert "misfit-option" in _codes(prompt, options)


@pytest.mark.parametrize(
    ("prompt", "options"),
    [
        ("It begins with a", ("question.", "lecture.", "unit on signs.")),
        ("It begins with an", ("exercise.", "hour of rest.", "example.")),
        ("It begins with a/an", ("exercise.", "lecture.", "question.")),
        ("It begins with …", ("a question.", "Nadia and her flip chart.", "IMR itself.")),
        ("Who speaks first?", ("I do.", "the others do.", "nobody does.")),
        ("What do you say?", ("What is it?", "It is nothing.", 'Tell me: "How was it?"')),
        ("What do you say?", ('"How was it?"', "How was it?", "*How* was it?")),
        ("How many?", ("3 to 5", "about ten", "as many as come")),
    ],
)
def test_options_that_may_differ_in_form_are_left_alone(prompt: str, options: tuple[str, ...]) -> None:
    assert "misfit-option" not in _codes(prompt, options)


@pytest.mark.parametrize(
    "prompt", ["Motivational interviewing", "Kofi sits at the table.", "Which of these is correct?"]
)
def test_a_prompt_that_asks_nothing_is_found(prompt: str) -> None:
    assert "stem-asks-nothing" in _codes(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "What now?",
        "Judge each reply.",
        "Kofi is silent; choose a reply.",
        "First read the page, then put the steps in order.",
        "A goal is ready when",
        "The first thing to do:",
        "A good plan names …",
        'Kofi asks, "Why?" What do you say?',
    ],
)
def test_a_prompt_that_asks_or_is_left_open_is_left_alone(prompt: str) -> None:
    assert "stem-asks-nothing" not in _codes(prompt)


@pytest.mark.parametrize(
    ("options", "is_found"),
    [
        (("k" * 50, "w" * 40, "w" * 30), True),
        (("k" * 49, "w" * 40, "w" * 30), False),
        (("Five.", "Two.", "Six."), False),
    ],
)
def test_a_key_longer_by_a_quarter_is_found(options: tuple[str, ...], is_found: bool) -> None:
    assert ("longest-key" in _codes(ASKED, options)) == is_found


@pytest.mark.parametrize(
    ("options", "is_found"),
    [
        (("You ask.", "You always explain.", "You read."), True),
        (("You ask.", "You explain it under no circumstances.", "You read."), True),
        (("You always ask.", "You always explain.", "You read."), False),
        (("You ask.", "You almost always explain.", "You read."), False),
        (("You ask.", "You tell everybody.", "You read it to all six."), False),
    ],
)
def test_absolute_words_are_found_in_wrong_options_only(options: tuple[str, ...], is_found: bool) -> None:
    assert ("absolute-word" in _codes(ASKED, options)) == is_found


@pytest.mark.parametrize(
    ("prompt", "options", "is_found"),
    [
        ("What is shaping?", ("Shaped steps.", "Praise at the end.", "A home task."), True),
        ("What is shaping?", ("Shaped steps.", "Shaping by praise.", "A home task."), False),
        ("What do you ask Nadia?", ("Nadia, how was it?", "Who is next?", "Is it late?"), False),
        ("Kofi shows his map.\nWhat now?", ("Read the map he shows.", "Go on.", "Wait."), True),
        ("Kofi shows his map.\nWhat now?", ("Read the map.", "Go on.", "Wait."), False),
    ],
)
def test_words_of_the_stem_are_found_in_the_key_only(
    prompt: str, options: tuple[str, ...], is_found: bool
) -> None:
    assert ("key-repeats-stem" in _codes(prompt, options)) == is_found


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        ("You ask what she has noticed.", "You ask her what she has noticed.", True),
        (
            "Ask on Monday what he saw in the group.",
            "Ask on Friday what he saw in the group.",
            True,
        ),
        ("I call her tonight.", "She calls me tonight.", False),
        ("Two sessions a week.", "Three sessions a week.", False),
        ("Ask before you tell.", "Tell before you ask.", False),
    ],
)
def test_options_that_read_nearly_the_same_are_found(one: str, other: str, is_found: bool) -> None:
    assert ("similar-options" in _codes(ASKED, (one, other, "Wait a while."))) == is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("She suffers\nfrom it.", True),
        ("He is *Schizophrenic*.", True),
        ("They call it non-compliance.", True),
        ("She lives with schizophrenia.", False),
        ("An alcohol-free evening, and crazed glass.", False),
    ],
)
def test_stigmatising_words_are_found_as_whole_words_in_any_case(
    text: str, is_found: bool, course_of: MakeCourse
) -> None:
    folder = course_of("flaw-made-an-error")
    path = folder / LESSON
    path.write_text(path.read_text("utf-8").replace("## Check", f"{text}\n\n## Check"), encoding="utf-8")

    assert ("stigmatising-word" in {found.code for found in pipeline.check(folder).findings}) == is_found


def test_the_grade_is_that_of_a_published_example() -> None:
    # "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert round(grade(words=13, sentences=1, syllables=24), 1) == 11.3


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        *(("home", 1), ("whole", 1), ("exhale", 2), ("table", 2), ("people", 2), ("the", 1), ("roles", 1)),
        *(("notes", 1), ("wishes", 2), ("helped", 1), ("wanted", 2), ("needed", 2), ("agreed", 2)),
        *(("medication", 4), ("recovery", 4), ("don't", 1), ("role-play", 2), ("I", 1), ("10", 1)),
    ],
)
def test_syllables_are_counted_from_spelling(word: str, syllables: int) -> None:
    assert count_syllables(read_line(_text(word), _refuse)) == syllables


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One sentence. And another!", 2),
        ('"Is it?" she asks. He nods.', 2),
        ("- one entry\n- another entry\n\nA paragraph without an end mark", 3),
        ("- one entry.\n\n- another *entry.*\n", 2),
        ("One line that\ngoes on [@smith-2020].", 1),
    ],
)
def test_sentences_end_with_their_marks_and_their_paragraphs(text: str, sentences: int) -> None:
    assert count_sentences(read_text(_text(text), _refuse)) == sentences


def test_an_accepted_flaw_is_not_shown(course_of: MakeCourse) -> None:
    folder = course_of("two-option-question")
    _insert(folder / BANK, "    prompt:", "    accept: {two-option-question: both are said in the room}\n")

    assert pipeline.check(folder).findings == ()


def test_a_bank_accepts_for_all_its_items(course_of: MakeCourse) -> None:
    folder = course_of("two-option-question")
    _insert(folder / BANK, "items:", "accept: {two-option-question: both are said in the room}\n")

    assert pipeline.check(folder).findings == ()


def test_a_lesson_accepts_its_grade_and_its_words(course_of: MakeCourse) -> None:
    folder = course_of("hard-to-read")
    _insert(folder / LESSON, "remember:", "accept: {hard-to-read: it quotes a guideline word by word}\n")

    assert pipeline.check(folder).findings == ()


def test_a_flaw_that_is_switched_off_is_neither_shown_nor_missed(course_of: MakeCourse) -> None:
    folder = course_of("unused-acceptance")
    off = "severity: {longest-key: off, key-position: off, stigmatising-word: off}\n"
    _insert(folder / OUTLINE, "summary:", off)

    assert pipeline.check(folder).findings == ()


def test_a_file_with_an_error_is_not_searched_for_flaws(course_of: MakeCourse) -> None:
    folder = course_of("two-option-question")
    _insert(folder / BANK, "    prompt:", "    promt: A second time\n")

    assert [found.code for found in pipeline.check(folder).findings] == ["unknown-field"]


def test_flaws_of_words_are_looked_for_in_languages_whose_words_are_known(course_of: MakeCourse) -> None:
    for case in ("stem-asks-nothing", "stigmatising-word-in-lesson", "hard-to-read", "absolute-word"):
        folder = course_of(case)
        outline = (folder / OUTLINE).read_text("utf-8")
        (folder / OUTLINE).write_text(outline.replace("language: en", "language: nl"), encoding="utf-8")

        found = [finding.code for finding in pipeline.check(folder).findings]
        assert found == ["untranslated-language"], case


def test_a_regional_english_is_english(course_of: MakeCourse) -> None:
    folder = course_of("stem-asks-nothing")
    outline = (folder / OUTLINE).read_text("utf-8")
    (folder / OUTLINE).write_text(outline.replace("language: en", "language: en-GB"), encoding="utf-8")

    assert [found.code for found in pipeline.check(folder).findings] == ["stem-asks-nothing"]


ALPHABET = ["alfa", "brave", "char", "delt", "echo", "golf", "hotel", "indi", "juli", "kilo"]
WORDS = st.lists(st.sampled_from(ALPHABET), max_size=8)


@given(st.lists(WORDS, max_size=12))
def test_similar_items_are_found_as_by_comparing_all_with_all(prompts: list[list[str]]) -> None:
    found = {flaw.message.split("`")[1] for flaw in lint.FLAWS["similar-items"](_course_asking(prompts))}

    sets = [frozenset(prompt) for prompt in prompts]
    expected = {
        f"item-{later}"
        for (_, one), (later, other) in combinations(enumerate(sets), 2)
        if one and len(one & other) >= 0.7 * len(one | other)
    }
    assert found == expected


@given(hits=st.integers(0, 12), number=st.integers(0, 12), options=st.integers(2, 5))
def test_chance_agrees_with_the_binomial_distribution(hits: int, number: int, options: int) -> None:
    expected = binom.sf(hits - 1, number, 1 / options)

    assert at_least(hits, [1 / options] * number) == pytest.approx(expected)


def _codes(prompt: str, options: Sequence[str] = OPTIONS) -> set[str]:
    """Return the flaws of an item whose first option is the key."""
    course = course_folder.read([BASE]).course
    (bank,) = course.banks
    situation, question = read_question(_text(prompt), _refuse)
    choices = tuple(
        Option("abcdef"[number], read_line(_text(text), _refuse), number == 0, NO_PROSE)
        for number, text in enumerate(options)
    )
    item = replace(
        next(bank.items()), situation=situation, prompt=question, interaction=Choose(choices, many=False)
    )
    course = replace(course, banks=(replace(bank, entries=(item,)),))
    return {code for code, find in lint.FLAWS.items() if list(find(course))}


def _text(words: str) -> Text:
    return Text(words, Source("quizzes/bank.yml", words).whole())


def _refuse(finding: Diagnostic) -> None:
    pytest.fail(finding.message)


def _course_asking(prompts: list[list[str]]) -> Course:
    """Make a course whose items have nothing but these prompts."""
    course = course_folder.read([BASE]).course
    (bank,) = course.banks
    item = replace(next(bank.items()), interaction=Choose((), many=False))
    texts = [" ".join(prompt) for prompt in prompts]
    items = (
        replace(item, id=f"item-{number}", prompt=Prose((text,), text)) for number, text in enumerate(texts)
    )
    return replace(course, banks=(replace(bank, entries=tuple(items)),))


def _insert(path: Path, before: str, line: str) -> None:
    content = path.read_text(encoding="utf-8")
    assert before in content
    path.write_text(content.replace(before, line + before, 1), encoding="utf-8")
