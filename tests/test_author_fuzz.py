"""Whatever authors type into any of their files: a finding, never an exception, never a wait."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import diagnostics, sample
from course.artefacts import read_box
from course.build import pipeline
from course.diagnostics import Diagnostic
from course.markdown_reader import read_blocks, read_line, read_question, read_text
from course.source import Source, Text
from course.targets.site.drawings import inline, parsed
from course.yaml_reader import read_list, read_mapping
from tests.course_folder import BASE

# What means something to YAML, to Markdown or to a reader, and what only looks as if it did.
SIGNS = (
    *(
        " #",
        " #2",
        ", ",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "|",
        ">",
        "|\n",
        '"',
        "'",
        "&a",
        "*a",
        "!x ",
        "---",
        "\n",
    ),
    *(
        "\n\n",
        "\n  ",
        "    ",
        "\t",
        "~~",
        "==",
        "++",
        "||",
        "$",
        "$x$",
        "[[",
        "]]",
        "[ ] ",
        "[x](",
        ")",
        "![",
        "<!--",
    ),
    *(
        "-->",
        ":::",
        "::: say nadia",
        "::: quiz x",
        "\n:::\n",
        "## ",
        "```",
        "[^1]",
        "[^1]: ",
        "[a]: ",
        "[@",
        "{: .x}",
    ),
    *(
        "{#x}",
        "{{",
        "}}",
        "{%",
        "!!! note",
        "> [!NOTE]",
        "https://",
        "www.",
        "<b>",
        "</b>",
        "&nbsp;",
        "\\",
        "|---|",
    ),
    *(
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\u0301",
        "\U0001f600",
        "<<<<<<< a\n",
        ">>>>>>> b\n",
    ),
)
PIECES = (
    st.sampled_from(SIGNS)
    | st.sampled_from(["id", "text", "title", "a", "word", "Two words."])
    | st.text(max_size=4)
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)
FEW = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
FILES = (
    *(path.relative_to(BASE).as_posix() for path in sorted(BASE.rglob("*.*")) if path.is_file()),
    *(
        "organisation.yml",
        "content/glossary.yml",
        "content/synonyms.yml",
        "content/pages/about.md",
        "quizzes/first-steps/asking/talk.yml",
    ),
)
FURTHER = {
    "organisation.yml": "name: Ward 4\nwelcome: Hello.\ncrisis_contacts:\n  - {name: Help, phone: 112}\n",
    "content/glossary.yml": "- id: relapse\n  term: Relapse\n  also: [setback]\n  text: They return.\n",
    "content/synonyms.yml": "- typed: [setback, again]\n  find: [relapse]\n",
    "content/pages/about.md": "---\nid: about\ntitle: About\n---\n\nText.\n",
    "quizzes/first-steps/asking/talk.yml": "type: dialogue\nid: talk\ntitle: Talk\nunit: asking\nminutes: 3\n"
    "with: nadia\nsources: [smith-2020]\nscene: Here.\nturns:\n  - id: a\n    line: Hello.\n"
    "    replies: []\n",
}
LARGE = 20_000
OFTEN = (*SIGNS, "a <!-- ", "$a=", "[x](a ", "{a: b, c ", "![a][b]", ":::\n", "https://.", "&a ")


@FEW
@given(text=TEXTS)
def test_no_text_breaks_the_reader_of_lessons(text: str) -> None:
    findings: list[Diagnostic] = []
    read_blocks(Source("content/a/b/c.md", text).whole(), findings.append, read_box)
    _are_well_placed(findings)


@FEW
@given(text=TEXTS.filter(str.strip))
def test_no_text_breaks_the_readers_of_short_texts(text: str) -> None:
    findings: list[Diagnostic] = []
    written = Text(text.strip(), Source("quizzes/a.yml", text).whole())
    for read in (read_line, read_text, read_question):
        read(written, findings.append)
    _are_well_placed(findings)


@FEW
@given(text=TEXTS)
def test_no_text_breaks_the_reader_of_yaml(text: str) -> None:
    findings: list[Diagnostic] = []
    source = Source("quizzes/a.yml", text)
    for fields in (
        read_mapping(source.whole(), findings.append),
        *read_list(source.whole(), findings.append),
    ):
        if fields:
            fields.text("text")
            fields.words("title")
            fields.id()
            fields.texts("a")
            fields.close()
    _are_well_placed(findings)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    path=st.sampled_from(FILES),
    places=st.lists(st.tuples(st.integers(0, 900), TEXTS), min_size=1, max_size=3),
)
def test_no_text_in_any_file_of_a_course_breaks_the_check(path: str, places: list[tuple[int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        course = Path(shutil.copytree(BASE, folder, dirs_exist_ok=True))
        for name, content in FURTHER.items():
            (course / name).parent.mkdir(parents=True, exist_ok=True)
            (course / name).write_text(content, encoding="utf-8")
        text = (course / path).read_text(encoding="utf-8")
        for place, inserted in places:
            at = place % (len(text) + 1)
            text = text[:at] + inserted + text[at:]
        (course / path).write_bytes(text.encode("utf-8", "replace"))
        findings = pipeline.check(course).findings

    diagnostics.render_all(findings).encode()
    diagnostics.render_json(findings)


@FEW
@given(
    text=st.lists(
        st.sampled_from(["<style>", "</style>", "<g id='a'/>", "a{", "}", "@media x{", "url(#a)", ",", "/*"])
    )
)
def test_no_drawing_that_can_be_parsed_breaks_the_page(text: list[str]) -> None:
    drawing = f'<svg width="1" height="1">{"".join(text)}</svg>'
    try:
        parsed(drawing)
    except SyntaxError:  # which the check has told
        return
    assert inline("a.svg", drawing).startswith("<svg ")


@pytest.mark.timeout(60)  # far more than a busy machine needs, and far less than what never ends
@pytest.mark.parametrize("sign", OFTEN)
def test_no_sign_however_often_keeps_an_author_waiting(sign: str) -> None:
    text = sign * (LARGE // len(sign))
    source = Source("content/a/b/c.md", text)

    read_blocks(source.whole(), lambda finding: None, read_box)
    read_line(Text(text.strip() or "a", source.whole()), lambda finding: None)
    read_mapping(source.whole(), lambda finding: None)


@pytest.mark.parametrize("kind", ["course", "host"])
def test_the_samples_that_authors_begin_with_hold_no_mistake(tmp_path: Path, kind: str) -> None:
    list(sample.write(kind, tmp_path))

    assert {finding.code for finding in pipeline.check(tmp_path).findings} <= {"unassessed-competency"}


def _are_well_placed(findings: list[Diagnostic]) -> None:
    for finding in findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(finding.span.source.text)
    diagnostics.render_all(findings)
