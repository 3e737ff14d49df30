"""How many pages a choice of sheets is said to fill."""

from __future__ import annotations

from course.targets.site.paper_pages import paper_pages
from course.targets.site.sheets import Sheet

SHEETS = [
    Sheet("unit", "<p>" + "word " * 900 + "</p>"),
    Sheet("scripts", "<p>A scene.</p>"),
    Sheet("scripts", "<p>A form &amp; its lines.</p>"),
    Sheet("key", "<p>A reason.</p>"),
]


def test_the_whole_unit_holds_every_sheet_and_each_script_begins_a_page() -> None:
    assert [paper_pages(SHEETS, choice) for choice in ("unit", "scripts", "key")] == [3, 2, 1]
