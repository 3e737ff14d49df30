"""Names and order of the files that authors keep."""

from __future__ import annotations

import gzip
import unicodedata
from pathlib import Path

import pytest

from course.build import fingerprint, pipeline, sitemap
from course.reading.natural_order import natural
from tests.conftest import MakeCourse
from tests.course_folder import LESSON, UNIT

_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
_PAGE = "---\nid: {id}\ntitle: {id}\nremember: One.\ndo: One.\n---\n\n## Text\n\nText.\n"


def test_lessons_come_in_the_order_in_which_people_count(course_of: MakeCourse) -> None:
    course = course_of("windows-line-endings")
    for name in ("10-ten", "2-two", "1-one", "02-two-again", "a-last"):
        (course / UNIT).with_name(f"{name}.md").write_text(_PAGE.format(id=f"x-{name}"), encoding="utf-8")

    (unit,) = (unit for unit in pipeline.check(course).course.units if unit.id == "asking")

    assert [Path(lesson.path).stem for lesson in unit.lessons] == [
        *("index", "1-one", "01-questions", "2-two", "02-two-again", "10-ten", "a-last")
    ]


def test_units_and_banks_come_in_the_order_in_which_people_count() -> None:
    paths = ["c/p/10-b/index.md", "c/p/2-a.md", "c/p/2-a/1-x.md", "c/p/2-a-more.md", "c/10/x.md", "c/9/x.md"]

    assert sorted(paths, key=natural) == [
        *("c/9/x.md", "c/10/x.md", "c/p/2-a.md", "c/p/2-a/1-x.md", "c/p/2-a-more.md", "c/p/10-b/index.md")
    ]


@pytest.mark.parametrize("file", ["caf\u00e9", "cafe\u0301"])
def test_a_file_is_found_however_its_letters_are_composed(course_of: MakeCourse, file: str) -> None:
    course = course_of("unassessed-competency")
    link = "cafe\u0301" if file == "caf\u00e9" else "caf\u00e9"
    (course / LESSON).with_name(f"{file}.svg").write_bytes(_DRAWING)
    (course / LESSON).with_name(f"{file}.md").write_text(_PAGE.format(id="cafe"), encoding="utf-8")
    with (course / LESSON).open("a", encoding="utf-8") as lesson:
        lesson.write(f"\n![A flip chart]({link}.svg) and [more]({link}.md#text)\n")

    checked = pipeline.check(course)

    assert [finding.code for finding in checked.findings] == ["unassessed-competency"]
    assert list(checked.course.files.values()) == [_DRAWING]


def test_a_change_of_an_image_is_noticed_however_its_name_is_composed(tmp_path: Path) -> None:
    name = tmp_path / "content" / unicodedata.normalize("NFD", "café.png")
    name.parent.mkdir()
    shown = [unicodedata.normalize("NFC", "content/café.png")]
    prints = []
    for content in (b"one", b"two"):
        name.write_bytes(content)
        prints.append(fingerprint.of_course([tmp_path], shown))

    assert prints[0] != prints[1]


def test_the_site_map_says_no_date_that_is_not_true(tmp_path: Path) -> None:
    dated = b"<urlset><url>\n <loc>https://a.org/</loc>\n <lastmod>2020-01-01</lastmod>\n</url></urlset>"
    (tmp_path / "sitemap.xml").write_bytes(dated)
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(dated))

    sitemap.remove_dates(tmp_path)

    plain = (tmp_path / "sitemap.xml").read_bytes()
    assert plain == b"<urlset><url>\n <loc>https://a.org/</loc>\n</url></urlset>"
    assert gzip.decompress((tmp_path / "sitemap.xml.gz").read_bytes()) == plain
    assert (tmp_path / "sitemap.xml.gz").read_bytes() == gzip.compress(plain, mtime=0)
