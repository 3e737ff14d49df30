"""What staff are told about privacy, and what an exported file and the desk really hold."""

from __future__ import annotations

import pytest

from course.shipped import SHIPPED, site_assets
from course.targets.site.interface import interface_of

NOTES = {"note_faster": "faster than the question can be read", "note_no_latency": "in no time"}


@pytest.mark.parametrize("name", ["5-privacy.md", "6-notice.md"])
def test_a_page_names_what_a_file_says_of_each_answer_and_what_the_desk_counts(name: str) -> None:
    page = (SHIPPED / "content" / "pages" / name).read_text(encoding="utf-8")
    words = interface_of(site_assets(), "en").for_script()["record"]

    assert all(held in page for held in (" you took", "how sure you said you were"))
    for note, quoted in NOTES.items():
        assert quoted in str(words[note])
        assert quoted in page.replace("*", "")
