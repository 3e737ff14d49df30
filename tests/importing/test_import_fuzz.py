"""Whatever a file of another tool holds: questions or findings, never an exception, never a wait."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.diagnostics import Diagnostic, render_all
from course.importing import FORMATS, format_of
from course.importing.banks import Bank, banks
from course.importing.decoding import decode
from course.reading import quizzes
from course.reading.folder import Folder
from course.source import Source
from course.yaml_reader import read_mapping
from tests.test_author_fuzz import SIGNS

FILES = Path(__file__).parent / "files"
SAMPLES = {path.suffix: path.read_bytes() for path in sorted(FILES.glob("bank.*"))}
MARKS = (
    *(
        "{",
        "}",
        "=",
        "~",
        "->",
        "#",
        "####",
        "::",
        "%50%",
        "\\",
        "$CATEGORY: a/b\n",
        "// [tag:x]\n",
        "[html]",
    ),
    *("ANSWER: ", "ANSWER: A\n", "A. ", "B) ", "FEEDBACK: ", "prompt,a,b,correct\n", ";", ",", '"', "\t"),
    *("<quiz>", "</quiz>", '<question type="multichoice">', "</question>", "<text>", "</text>", "<![CDATA["),
    *(
        "]]>",
        '<answer fraction="100">',
        "</answer>",
        "<!DOCTYPE x [",
        '<!ENTITY a "b">',
        "&a;",
        "&#0;",
        "&lt;",
    ),
    *(
        "<p>",
        "</p>",
        "<b>",
        "<table>",
        "<td>",
        "<ul><li>",
        "<pre>",
        "<img src='@@PLUGINFILE@@/../x.png'>",
        "<!--",
    ),
    *("<a href='javascript:x'>", "<script>", "&nbsp;", "&#x2028;", "todo", "\ufffd", "\x00", "\x0b"),
)
TEXTS = st.lists(st.sampled_from((*MARKS, *SIGNS)) | st.text(max_size=4), max_size=40).map("".join)
FEW = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
LARGE = 10_000


@FEW
@given(text=TEXTS)
@pytest.mark.parametrize("form", FORMATS)
def test_no_text_breaks_a_reader(form: str, text: str) -> None:
    _imported(form, text.encode("utf-8", "replace"))


@FEW
@given(
    ending=st.sampled_from(sorted(SAMPLES)),
    cuts=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 40), TEXTS), min_size=1, max_size=4),
)
def test_no_damage_to_a_file_breaks_its_reader(ending: str, cuts: list[tuple[int, int, str]]) -> None:
    content = SAMPLES[ending]
    for start, length, damage in cuts:
        content = content[:start] + damage.encode("utf-8", "replace") + content[start + length :]
    _imported("", content, f"bank{ending}")


@FEW
@given(content=st.binary(max_size=300))
def test_no_bytes_break_any_reader(content: bytes) -> None:
    for form in FORMATS:
        _imported(form, content)


@pytest.mark.timeout(60)  # far more than a busy machine needs, and far less than what never ends
@pytest.mark.parametrize(
    "sign", [*MARKS, "a\n", "A. x\n", "x {=a ~b}\n\n", '"a",', "<b a=", "<b x='", "http://a/"]
)
def test_no_sign_however_often_keeps_anyone_waiting(sign: str) -> None:
    often = sign * (LARGE // len(sign))
    for form in FORMATS:
        _made(form, often.encode("utf-8", "replace"))
    _made("gift", f"::a::[html]{often}{{=a ~b}}".encode())


def _imported(form: str, content: bytes, name: str = "bank") -> None:
    """Import a file, and read what comes of it as a course would."""
    for made in _made(form, content, name):
        folder = Folder((Path("nowhere"),))
        fields = read_mapping(Source("quizzes/a/b/bank.yml", made.text).whole(), folder.report)
        assert fields is not None, render_all(folder.findings)
        quizzes.read_fields(fields, folder)
        render_all(folder.findings)


def _made(form: str, content: bytes, name: str = "bank") -> tuple[Bank, ...]:
    found: list[Diagnostic] = []
    source, _ = decode(name, content)
    imported = FORMATS[form or format_of(source)](source, "bank", found.append)
    for image in imported.images:
        assert "/" not in image
        assert ".." not in image
    render_all(found)
    return banks(imported, "bank", "unit", "bank")
