"""Findings: mistakes of an author, as values, and how they are printed."""

from course.diagnostics.finding import Diagnostic, Report, Severity, did_you_mean, nearest, ordered
from course.diagnostics.rendering import count, render, render_all, render_github, render_json, rows

__all__ = [
    "Diagnostic",
    "Report",
    "Severity",
    "count",
    "did_you_mean",
    "nearest",
    "ordered",
    "render",
    "render_all",
    "render_github",
    "render_json",
    "rows",
]
