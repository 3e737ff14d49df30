"""HTML for several pages has placeholders, and each page fills in its own values."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.markdown_reader import read_line
from course.source import Source, Text, bad_character
from course.targets.site.addresses import relative
from course.targets.site.placeholders import BANK, BREAK, NUMBER, ROOT, TOTAL, fill_in, numbered

PLACEHOLDERS = (
    NUMBER,
    TOTAL,
    BREAK,
    ROOT,
    BANK,
)
PATHS = st.lists(st.sampled_from(["modules", "m7", "print"]), max_size=2).map(
    lambda folders: "/".join([*folders, "page.html"])
)


@pytest.mark.parametrize("sign", PLACEHOLDERS)
def test_no_author_can_write_a_placeholder(sign: str) -> None:
    text = f"before &#{ord(sign)}; after"
    read = read_line(Text(text, Source("quizzes/bank.yml", text).whole()), lambda finding: None)

    assert bad_character(f"before {sign} after")
    assert read.plain == "before \N{REPLACEMENT CHARACTER} after"


@given(page=PATHS, target=PATHS, anchor=st.sampled_from(["", "#here"]))
def test_a_link_leads_to_the_same_place_from_every_page(page: str, target: str, anchor: str) -> None:
    href = fill_in(relative(ROOT, target + anchor), page, "bank")

    path, _, place = href.partition("#")
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), path) if path else page) == target
    assert f"#{place}" == anchor or not anchor


def test_an_item_is_numbered_within_its_set() -> None:
    assert numbered(f"{NUMBER} of {TOTAL}", 3, 8) == "3 of 8"
