"""YAML as an author wrote it: every value knows its place, and each cause is told once."""

from __future__ import annotations

from course.diagnostics import Diagnostic
from course.source import Source, Span
from course.yaml_reader import Mapping, read_list, read_mapping


class Read:
    """A text read as one mapping, with what was reported."""

    def __init__(self, text: str) -> None:
        self.findings: list[Diagnostic] = []
        fields = read_mapping(Source("quizzes/bank.yml", text).whole(), self.findings.append)
        assert fields
        self.fields: Mapping = fields

    def codes(self) -> list[tuple[str, str]]:
        """Close the mapping and return code and place of each finding."""
        self.fields.close()
        return [(found.code, f"{found.span.line}:{found.span.column}") for found in self.findings]


def test_no_and_numbers_and_dates_stay_words() -> None:
    read = Read("a: no\nb: 1.10\nc: 2026-01-31\nd: 0o17\n")

    assert [read.fields.text(name).value for name in "abcd"] == ["no", "1.10", "2026-01-31", "0o17"]
    assert read.codes() == []


def test_a_value_knows_its_place_behind_wide_characters() -> None:
    read = Read('{a: "😀 é", b: "ב"}\n')

    read.fields.text("a")
    place = read.fields.text("b").span

    assert (place.line, place.column) == (1, 15)
    assert place.source.text[place.start : place.end] == '"ב"'


def test_a_folded_text_is_one_line_and_its_place_is_its_sign() -> None:
    read = Read("a: >-\n  One: two\n  three.\n")

    text = read.fields.text("a")

    assert text.value == "One: two three."
    assert text.span.place == "quizzes/bank.yml:1:4"


def test_a_misspelt_needed_field_is_not_also_missing() -> None:
    read = Read("promt: What?\n")

    assert not read.fields.text("prompt")

    assert read.codes() == [("unknown-field", "1:1")]
    assert read.findings[0].help == "did you mean `prompt`?"


def test_two_misspelt_fields_are_each_matched_with_their_own() -> None:
    read = Read("promt: What?\ntitel: A\n")

    read.fields.text("prompt")
    read.fields.text("title")

    assert read.codes() == [("unknown-field", "1:1"), ("unknown-field", "2:1")]
    assert [found.help for found in read.findings] == ["did you mean `prompt`?", "did you mean `title`?"]


def test_after_a_duplicate_key_the_first_one_is_read() -> None:
    read = Read("a: one\nb: two\na: three\n")

    assert read.fields.text("a").value == "one"
    assert read.fields.text("b").value == "two"
    assert read.codes() == [("duplicate-key", "3:1")]


def test_a_broken_field_in_an_entry_breaks_what_holds_it() -> None:
    read = Read("items:\n  - {a: [x]}\n  - {a: y}\n")

    assert [entry.text("a").value for entry in read.fields.mappings("items")] == ["", "y"]

    assert read.fields.is_broken
    assert read.fields.is_whole
    assert read.codes() == [("wrong-type", "2:9")]


def test_a_lost_entry_is_remembered() -> None:
    read = Read("items:\n  - {a: x}\n  - y\n")

    assert [entry.text("a").value for entry in read.fields.mappings("items")] == ["x"]

    assert not read.fields.is_whole
    assert read.codes() == [("wrong-type", "3:5")]


def test_a_list_under_a_misspelt_name_is_remembered_as_lost() -> None:
    read = Read("item:\n  - {a: x}\n")

    assert list(read.fields.mappings("items")) == []
    assert read.codes() == [("unknown-field", "1:1")]
    assert not read.fields.is_whole


def test_without_the_text_that_decides_nothing_else_is_reported() -> None:
    read = Read("options: []\nlevel: know\n")

    assert not read.fields.deciding_text("type")

    assert read.codes() == [("missing-field", "1:1")]


def test_a_flag_is_true_or_false_and_nothing_like_it() -> None:
    read = Read("a: true\nb: false\nc: yes\n")

    assert [read.fields.flag(name) for name in "abcd"] == [True, False, False, False]
    assert read.codes() == [("wrong-type", "3:4")]


def test_a_number_has_bounds_and_no_other_spelling() -> None:
    read = Read("a: 240\nb: 241\nc: 2.5\nd: '7'\ne: ٣\n")

    assert [read.fields.whole(name, least=1, most=240) for name in "abcde"] == [240, 1, 1, 7, 1]
    assert read.codes() == [("wrong-type", "2:4"), ("wrong-type", "3:4"), ("wrong-type", "5:4")]


def test_front_matter_is_read_with_the_lines_of_its_file() -> None:
    source = Source("content/a.md", "---\na: x\nb: [y\n---\nBody\n")
    findings: list[Diagnostic] = []

    assert read_mapping(Span(source, 4, source.text.index("---", 4)), findings.append) is None

    assert [(found.code, found.span.place) for found in findings] == [("broken-yaml", "content/a.md:3:4")]


def test_a_list_file_gives_its_entries() -> None:
    findings: list[Diagnostic] = []
    entries = read_list(Source("a.yml", "- {a: x}\n- z\n- {a: y}\n").whole(), findings.append)

    assert [entry.text("a").value for entry in entries] == ["x", "y"]
    assert [found.span.place for found in findings] == ["a.yml:2:3"]


def test_stars_and_ampersands_inside_a_text_are_no_names() -> None:
    read = Read("a: Ask *first* & wait\nb: '*quoted*'\nc: |\n  *one*\n  &two\n")

    assert read.fields.text("a").value == "Ask *first* & wait"
    assert read.fields.text("b").value == "*quoted*"
    assert read.fields.text("c").value == "*one*\n&two"
    assert read.codes() == []
