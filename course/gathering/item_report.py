"""The analysis of items as one self-contained page."""

from __future__ import annotations

from collections.abc import Sequence

import jinja2

from course.diagnostics import Diagnostic
from course.item_analysis.analysis import Analysis
from course.item_analysis.statistics import FEWEST_TRAINERS
from course.shipped import SITE_TEMPLATES


def page(found: Analysis, findings: Sequence[Diagnostic], title: str) -> bytes:
    """Return the page; every text is escaped, and no script may run in it."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(SITE_TEMPLATES / "item_analysis"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("report.html.jinja")
    return template.render(found=found, findings=findings, title=title, least=FEWEST_TRAINERS).encode()
