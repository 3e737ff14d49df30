"""What an author reads for each mistake: one folder per case, with the whole expected text."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import blind, blueprint, diagnostics
from course.build import engine, pipeline
from course.cli import main
from course.diagnostics import Diagnostic
from course.explain import EXPLANATIONS, explain
from course.item_analysis import findings as item_analysis
from tests.conftest import Expect, MakeCourse
from tests.course_folder import BASE, CASES, EXPECTED, UNSTORABLE, case_names

NAMES = case_names()
OF_BLIND = "blind-"  # cases of `course check --blind`
BASE_FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.*") if path.is_file())
_CODE = re.compile(r"^(?:error|warning)\[([a-z0-9-]+)\]", re.MULTILINE)


def test_the_base_course_has_no_findings() -> None:
    assert diagnostics.render_all(pipeline.check(BASE).findings) == "no findings\n"


@pytest.mark.parametrize("case", NAMES)
def test_author_reads(case: str, course_of: MakeCourse, expect: Expect) -> None:
    checked = pipeline.check(course_of(case))
    measured = blind.measure(checked.course) if case.startswith(OF_BLIND) else None
    findings = diagnostics.ordered((*checked.findings, *(blind.find(measured) if measured else ())))

    table = blind.render(measured) + "\n" if measured else ""
    expect(CASES / case / EXPECTED, table + diagnostics.render_all(findings))
    assert findings
    assert all(_lies_in_its_line(finding) for finding in findings)


def test_every_change_that_git_cannot_hold_belongs_to_a_case() -> None:
    assert set(UNSTORABLE) <= set(NAMES)


# What an edit costs learners is told by comparing two courses; `test_against.py` has these.
OF_EDITS = {
    "changed-course-id",
    "retired-exercise",
    "retired-item",
    "retired-lesson",
    "reused-id",
    "superseded-item",
    "superseded-rating",
    "superseded-turn",
}
# What a course asks too little of is told with its blueprint; `test_blueprint.py` has these.
OF_BLUEPRINT = set(blueprint.FINDINGS)


# What only a host's folder can do; `test_host_folder.py` has these.
OF_HOSTS = {"shipped-misfit", "taken-path"}


# What is told of files of other tools; `tests/importing` has these.
OF_IMPORT = {"changed-by-import", "not-imported", "unread-column", "unreadable-import"}


# What is told of a table of scores; `tests/desk/test_assign_command.py` has it.
OF_SCORES = {"unusable-scores"}


# What answers say of items; `tests/item_analysis` has these.
OF_ANSWERS = set(item_analysis.FINDINGS)


def test_every_code_has_a_case_and_every_case_a_known_code() -> None:
    elsewhere = OF_EDITS | OF_BLUEPRINT | OF_HOSTS | OF_IMPORT | OF_SCORES | OF_ANSWERS
    assert _codes_in_cases() | elsewhere == set(EXPLANATIONS)


@pytest.mark.parametrize("code", sorted(EXPLANATIONS))
def test_explain_prints_what_a_code_means(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0

    printed = capsys.readouterr().out
    assert printed == f"{code}\n\n{explain(code)}\n"
    assert re.search(r"\w+ \w+ .+\.$", printed, re.DOTALL), "an explanation is at least a sentence"


def test_explain_proposes_the_nearest_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknown-feild"]) == 2

    assert capsys.readouterr().err == (
        "error: there is no code `unknown-feild`\n  = help: did you mean `unknown-field`?\n"
    )


@pytest.mark.parametrize("form", ["json", "github"])
def test_findings_have_other_forms(
    form: str, course_of: MakeCourse, expect: Expect, capsys: pytest.CaptureFixture[str]
) -> None:
    course = course_of("two-causes-in-two-files")

    assert main(["check", str(course), "--format", form]) == 1

    expect(CASES.parent / "expected" / f"findings.{form}", capsys.readouterr().out)


def test_a_course_without_findings_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(BASE)]) == 0
    assert capsys.readouterr().out == "no findings\n"


def test_a_warning_is_shown_and_the_course_is_still_fine(
    course_of: MakeCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(course_of("unassessed-competency"))]) == 0
    assert capsys.readouterr().out.startswith("warning[unassessed-competency]")


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    assert "there is no folder" in capsys.readouterr().err


def test_nothing_is_written_when_there_are_errors(course_of: MakeCourse) -> None:
    course = course_of("item-without-key")
    before = _contents(course)

    assert main(["build", str(course)]) == 1

    assert _contents(course) == before


def test_warnings_do_not_stop_a_build(course_of: MakeCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    course = course_of("unassessed-competency")
    monkeypatch.setattr(engine, "run", _write_a_page)

    assert main(["build", str(course)]) == 0

    assert (course / "site" / "index.html").exists()


def test_findings_are_sorted_by_file_and_place(course_of: MakeCourse) -> None:
    for case in ("two-causes-in-two-files", "two-causes-in-one-file", "citation-without-reference"):
        places = [(found.span.source.path, found.span.start) for found in _findings(course_of(case))]
        assert places == sorted(places)
        assert len(places) > 1


SIGNS = (
    r"""\t |: |- |"|'|[|{|*a|&a |#|\r|\n|---\n|:::|::: |::: quiz |```|<b>|](|![|[@|\x00|\xff|\ufeff|\x85"""
)
DAMAGE = st.binary(max_size=40) | st.sampled_from(SIGNS.encode().decode("unicode_escape").split("|")).map(
    lambda sign: sign.encode("utf-8")
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    path=st.sampled_from(BASE_FILES),
    cuts=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 60), DAMAGE), min_size=1, max_size=4),
)
def test_no_bytes_in_any_file_break_the_check(path: str, cuts: list[tuple[int, int, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        course = Path(shutil.copytree(BASE, folder, dirs_exist_ok=True))
        content = (course / path).read_bytes()
        for start, length, damage in cuts:
            content = content[:start] + damage + content[start + length :]
        (course / path).write_bytes(content)

        findings = _findings(course)

    assert all(_lies_in_its_file(finding) for finding in findings)
    diagnostics.render_all(findings).encode()


def _findings(course: Path) -> tuple[Diagnostic, ...]:
    return pipeline.check(course).findings


def _codes_in_cases() -> set[str]:
    texts = ((CASES / case / EXPECTED).read_text(encoding="utf-8") for case in NAMES)
    return {code for text in texts for code in _CODE.findall(text)}


def _lies_in_its_file(finding: Diagnostic) -> bool:
    return 0 <= finding.span.start <= finding.span.end <= len(finding.span.source.text)


def _lies_in_its_line(finding: Diagnostic) -> bool:
    line = finding.span.source.line(finding.span.line)
    return _lies_in_its_file(finding) and 1 <= finding.span.column <= len(line) + 1


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _write_a_page(engine_name: str, project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text(f"made by {engine_name}")
