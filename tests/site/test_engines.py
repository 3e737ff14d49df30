"""The same project in three engines: every page, every quiz, every link."""

from __future__ import annotations

import json
import re
from pathlib import Path

from course.model.course import Course
from course.records.schema import SCHEMA_FILE
from course.targets.site.addresses import SCHEMA, TODAY, Addresses
from tests.site.sites import Page, broken_links, pages


def test_every_page_of_the_course_is_there(engine_site: Path, engine_course: Course) -> None:
    addresses = Addresses(engine_course)
    wanted = {*addresses.lessons.values(), *addresses.pages.values(), "index.html", "map.html"}
    wanted |= {addresses.print_page(unit.id) for unit in engine_course.units} | {"certificate.html"}
    wanted |= {"competencies.html", "references.html", "glossary.html", "people.html", "404.html"}

    assert wanted <= {path.relative_to(engine_site).as_posix() for path in engine_site.rglob("*.html")}


def test_every_lesson_holds_its_words_and_its_quizzes(engine_site: Path, engine_course: Course) -> None:
    addresses = Addresses(engine_course)
    for lesson in engine_course.lessons.values():
        html = (engine_site / addresses.lessons[lesson.id]).read_text(encoding="utf-8")
        page = Page(html)
        assert lesson.title in page.text
        for heading in lesson.headings():
            assert heading.anchor in page.anchors
            assert heading.text in page.text
        for place in lesson.quiz_places():
            for item in engine_course.banks_by_id[place.bank.id].items():
                assert f"item-{item.id}" in page.anchors
                assert " ".join(item.prompt.plain.split()) in page.text


def test_every_link_in_a_body_leads_to_a_page(engine_site: Path) -> None:
    assert list(broken_links(engine_site)) == []


def test_the_schema_of_the_record_is_served_and_linked_from_the_record_page(engine_site: Path) -> None:
    assert (engine_site / SCHEMA).read_bytes() == SCHEMA_FILE.read_bytes()
    assert f'href="{SCHEMA}"' in (engine_site / "record.html").read_text(encoding="utf-8")


def test_no_page_asks_another_server_for_anything(engine_site: Path) -> None:
    asking = re.compile(
        r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"(?:https?:)?//|<link\b[^>]*\bhref=\"(?:https?:)?//"
    )
    for page in pages(engine_site):
        assert not asking.search(page.read_text(encoding="utf-8")), page.name


def test_every_page_has_the_search_of_the_course_and_not_that_of_the_theme(engine_site: Path) -> None:
    for page in pages(engine_site):
        if page.name == TODAY:  # it only leads on
            continue
        html = page.read_text(encoding="utf-8")
        assert html.count('class="imr-search-door"') == 1, page.name
        assert 'data-md-component="search' not in html, page.name
    # one engine writes an empty index where it makes none
    indexes = [json.loads(path.read_text(encoding="utf-8")) for path in engine_site.rglob("search*.json")]
    assert all(index["items"] == [] for index in indexes)


def test_the_page_for_missing_pages_needs_no_other_file(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")

    assert "<style>" in html
    assert not re.search(r"src=|<link", html)
