"""`course check`: read a course and print what its authors should change."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from course import against, blind, blueprint, diagnostics
from course.build import pipeline
from course.build.mendable import mendable
from course.commands.output import FAILED, FINE, WRONG_USE, fail, no_folder, print_findings
from course.diagnostics import Diagnostic, ordered
from course.model.course import Course


def run(folder: Path, form: str, old: str | None, with_blueprint: bool, is_blind: bool) -> int:
    """Check a course, also against an `old` version if one is named. Return 1 with errors."""
    if not folder.is_dir():
        return no_folder(folder)
    checked = pipeline.check(folder)
    findings: Sequence[Diagnostic] = checked.findings
    if old is not None:
        try:
            # a lone `--` comes as an empty list
            findings = ordered((*findings, *against.compare(folder, old or "")))
        except against.OldVersionError as error:
            return fail(str(error), "name a folder, a wheel, or a revision such as v0.1.0", code=WRONG_USE)
    if with_blueprint and checked.is_whole:
        findings = _print_blueprint(checked.course, findings, form)
    elif is_blind and not checked.has_errors:
        findings = _print_blind(checked.course, findings, form)
    else:
        print_findings(findings, form)
    return FAILED if any(finding.is_error for finding in findings) else FINE


def _print_blueprint(course: Course, findings: Sequence[Diagnostic], form: str) -> Sequence[Diagnostic]:
    """Print the blueprint before the findings, and return those that it adds to."""
    findings = diagnostics.ordered((*findings, *mendable(blueprint.find(course))))
    if form == "json":
        sys.stdout.write(blueprint.render_json(course, findings))
        return findings
    if form == "text":
        sys.stdout.write(blueprint.render(course) + "\n")
    print_findings(findings, form)
    return findings


def _print_blind(course: Course, findings: Sequence[Diagnostic], form: str) -> Sequence[Diagnostic]:
    """Print what the options alone give away before the findings, and return those that it adds to."""
    report = blind.measure(course)
    findings = diagnostics.ordered((*findings, *mendable(blind.find(report))))
    if form == "json":
        sys.stdout.write(blind.render_json(report, findings))
        return findings
    if form == "text":
        sys.stdout.write(blind.render(report) + "\n")
    print_findings(findings, form)
    return findings
