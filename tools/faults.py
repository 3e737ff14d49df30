"""Inject the faults that the record must survive, and print how often and how long each took.

`COURSE_FAULTS=full python -m tools.faults` injects the full set, without `COURSE_FAULTS` the fast one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.faults import times

# a test of the full set may take long; one that never ends still fails by name
LONGEST = 2 * 3600  # seconds
ROOT = Path(__file__).parents[1]
REPORTS = Path("build") / "faults"
# No faults, but what a fast run tries only a part of: every engine with the whole course, every terminal.
WIDER = ("tests/site/test_engines.py", "tests/test_terminal.py")
_RUNTIME = "site_templates/runtime/tests/"


@dataclass(frozen=True)
class Fault:
    """One kind of fault: where it is injected, how its tests' names begin, how often it is in each set."""

    name: str
    file: str
    tests: str
    fast: int
    full: int


FAULTS = (
    Fault("two tabs, interleaved", f"{_RUNTIME}storage.test.ts", "two tabs answer in any order", 20, 2_000),
    Fault(
        "mutated imports, browser",
        f"{_RUNTIME}import_mutated.test.ts",
        "a good file with bytes changed",
        2_000,
        100_000,
    ),
    Fault("merges", "tests/records/test_merge.py", "test_merging_is_commutative", 1_000, 100_000),
    Fault(
        "mutated imports, Python", "tests/records/test_hostile_files.py", "test_files_with", 2_000, 100_000
    ),
    Fault("the two halves", "tests/twins/test_twins.py", "test_both_halves_say_the_same", 300, 10_000),
    Fault("drawn imports", "tests/twins/test_record_fuzz.py", "test_no_", 200, 5_000),
    Fault("killed browser", "tests/browser/test_record_faults.py", "test_a_killed_browser", 10, 300),
    Fault("course edits", "tests/browser/test_course_edits.py", "test_no_response", 36, 36),
    Fault("injected scripts", "tests/browser/test_injection.py", "test_nothing_executes", 60, 60),
)


@dataclass(frozen=True)
class Ran:
    """One test that ran."""

    name: str
    seconds: float
    has_failed: bool


def main() -> int:
    """Run the faults; return 0 if all were survived."""
    shutil.rmtree(ROOT / REPORTS, ignore_errors=True)
    (ROOT / REPORTS).mkdir(parents=True)
    files = [fault.file for fault in FAULTS if fault.file.endswith(".py")]
    python = [
        "pytest",
        *files,
        *WIDER,
        "-n",
        "2",
        "--dist=load",
        f"--timeout={LONGEST}",
        f"--junitxml={REPORTS / 'python.xml'}",
    ]
    codes = [_run(["tools.node", "npm", "run", "--silent", "faults"]), _run(python)]
    print(f"\n{summary([*ran(ROOT / REPORTS / 'runtime.xml'), *ran(ROOT / REPORTS / 'python.xml')])}")
    return max(codes)


def ran(report: Path) -> list[Ran]:
    """Read what a run reported, which is nothing if it never came to that."""
    if not report.exists():
        return []
    cases = [case for case in ElementTree.parse(report).iter("testcase") if case.find("skipped") is None]
    return [Ran(case.get("name", ""), float(case.get("time", 0)), _has_failed(case)) for case in cases]


def summary(tests: list[Ran]) -> str:
    """Say of every fault how often it was injected, how long that took and what came out."""
    lines = [_line(fault, [test for test in tests if test.name.startswith(fault.tests)]) for fault in FAULTS]
    return "\n".join([f"{'fault':<26}{'times':>9}{'seconds':>9}", *lines])


def _run(module: list[str]) -> int:
    return subprocess.run([sys.executable, "-m", *module], cwd=ROOT).returncode


def _has_failed(case: ElementTree.Element) -> bool:
    # an error is what pytest calls a failure outside the test's own lines
    return case.find("failure") is not None or case.find("error") is not None


def _line(fault: Fault, tests: list[Ran]) -> str:
    failed = sum(test.has_failed for test in tests)
    outcome = f"{failed} FAILED" if failed else "passed" if tests else "NOT RUN"
    seconds = sum(test.seconds for test in tests)
    return f"{fault.name:<26}{times(fault.fast, fault.full):>9,}{seconds:>9.1f}  {outcome}"


if __name__ == "__main__":
    sys.exit(main())
