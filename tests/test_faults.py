"""The summary of the injected faults says what was injected, and what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.injected import payloads
from tests.browser.test_course_edits import EDITS, STATES
from tools.faults import FAULTS, ROOT, Fault, ran, summary

DOCS = (ROOT / "docs" / "faults.md").read_text()
# what is injected as often in both sets
ALWAYS = {"course edits": len(EDITS) * len(STATES), "injected scripts": len(payloads())}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_injected_as_often_as_the_summary_says(fault: Fault) -> None:
    source = (ROOT / fault.file).read_text()

    assert fault.tests in source
    if fault.fast == fault.full:
        assert ALWAYS[fault.name] == fault.fast
    else:
        assert f" = times({fault.fast:_}, {fault.full:_})" in source


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_docs_name_every_fault_with_its_counts(fault: Fault) -> None:
    assert f"| {fault.fast:,} | {fault.full:,} | `{fault.file}` |" in DOCS


def test_an_error_is_a_failure_and_what_was_left_out_is_no_pass(tmp_path: Path) -> None:
    cases = {
        "test_a_killed_browser[0]": "",
        "test_a_killed_browser[1]": "<error message='failed on setup'/>",
        "test_no_response[0]": "<failure/>",
        "test_nothing_executes_a": "<skipped/>",
        "test_merging_is_commutative": "",
    }
    rows = "".join(f"<testcase name='{name}' time='1.5'>{what}</testcase>" for name, what in cases.items())
    (tmp_path / "python.xml").write_text(f"<testsuites><testsuite>{rows}</testsuite></testsuites>")

    lines = summary(ran(tmp_path / "python.xml")).splitlines()[1:]
    outcomes = {line[:26].rstrip(): line.rsplit("  ", 1)[1] for line in lines}

    assert outcomes["killed browser"] == "1 FAILED"
    assert outcomes["course edits"] == "1 FAILED"
    assert outcomes["merges"] == "passed"
    # a test that was left out has injected nothing
    assert outcomes["injected scripts"] == outcomes["two tabs, interleaved"] == "NOT RUN"
