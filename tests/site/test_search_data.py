"""What can be found: every section once, each entry of the registers, and no text of a question."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from course.build import pipeline
from course.model.course import Course
from course.model.exercises import prose_of
from course.model.items import texts_of, texts_of_frame
from course.shipped import site_assets
from course.targets.site.addresses import Addresses
from course.targets.site.context import site_context
from course.targets.site.search_data import search_script
from tests.site.sites import Page

Documents = list[dict[str, Any]]
LONG_ENOUGH = 25  # a shorter option may be a phrase of a lesson, too


@pytest.fixture(scope="module")
def data(shipped: Course) -> dict[str, Any]:
    return _data(shipped)


@pytest.fixture(scope="module")
def documents(data: dict[str, Any]) -> Documents:
    found: Documents = data["documents"]
    return found


def test_every_section_is_found_once_with_its_words(documents: Documents, shipped: Course) -> None:
    found = Counter((one["href"], one["title"]) for one in documents)
    addresses = Addresses(shipped)
    for path, lesson in shipped.lessons_by_path.items():
        for heading in lesson.headings():
            if heading.text == lesson.title:  # it is the beginning of its page
                continue
            assert found[f"{addresses.file(path)}#{heading.anchor}", heading.text] == 1, heading.text
    assert max(found.values()) == 1


def test_every_paragraph_of_a_lesson_is_found_once(documents: Documents, shipped: Course) -> None:
    text = " ".join(one.get("text", "") for one in documents)
    for lesson in shipped.lessons.values():
        assert lesson.title in {one["title"] for one in documents}
        for box in lesson.boxes():
            assert not box.title or box.title in text
    assert text.count("leave the handout and follow your local protocol") == 1


def test_no_text_of_a_question_or_an_exercise_is_found(documents: Documents, shipped: Course) -> None:
    text = " ".join(f"{one['title']} {one.get('text', '')}" for one in documents)
    questions = [prose.plain for _, item in shipped.items() for prose in texts_of(item)]
    frames = [
        prose.plain for bank in shipped.banks for frame in bank.frames() for prose in texts_of_frame(frame)
    ]
    said = [prose.plain for exercise in shipped.exercises for prose in prose_of(exercise)]

    # a goal of someone in the group, and the name of a module or of a scale, may be in a question, too
    goals = [member.goal for member in shipped.cast.members]
    titles = [unit.title for unit in shipped.units]
    names = [item.name for scale in shipped.framework.instruments for item in scale.items]
    prose = [text.plain for lesson in shipped.lessons.values() for text in lesson.prose()]
    taught = " ".join(" ".join((*goals, *titles, *names, *prose)).split())
    hidden = {" ".join(words.split()) for words in (*questions, *frames, *said)}
    hidden = {words for words in hidden if len(words) >= LONG_ENOUGH and words not in taught}

    assert len(hidden) > 1000
    assert [words for words in hidden if words in text] == []


def test_each_entry_of_the_registers_is_found_by_itself(documents: Documents, shipped: Course) -> None:
    found = {one["href"]: one for one in documents}
    for term in shipped.glossary:
        entry = found[Addresses.term(term.id)]
        assert (entry["title"], entry.get("names", [])) == (term.term, list(term.also))
    for sheet in shipped.observation_sheets:
        assert f"observation-sheets.html#{sheet.id}" in found
    for form in shipped.forms:
        assert (Addresses.form(form.id) in found) == form.artefact.is_form
    for member in shipped.cast.members:
        assert found[Addresses.person(member.id)]["title"] == member.name
    for source in shipped.references:
        assert found[Addresses.reference(source.id)]["isBeside"]
    for name in shipped.competencies:
        assert name in found[Addresses.competency(name)]["names"]


def test_every_address_leads_to_a_place_of_the_site(documents: Documents, site: Path) -> None:
    for one in documents:
        path, _, anchor = one["href"].partition("#")
        assert not anchor or anchor in Page((site / path).read_text(encoding="utf-8"), "body").anchors, one[
            "href"
        ]


def test_the_beginning_of_a_lesson_is_its_first_step(documents: Documents) -> None:
    (lesson,) = (one for one in documents if one["title"] == "Ask, stay, hand over")

    assert lesson["href"] == "foundations/scope-and-safety/ss-crisis.html#ask"
    assert "suicide" in lesson["names"]
    assert lesson["isSafety"]


def test_another_name_in_the_glossary_is_a_synonym(data: dict[str, Any]) -> None:
    assert {"typed": ["weekly plan"], "find": ["Action plan"]} in data["synonyms"]


def test_the_contacts_of_the_host_are_found(tmp_path: Path) -> None:
    contact = "crisis_contacts:\n  - {name: Night desk, phone: '555 0199', text: For all wards.}\n"
    (tmp_path / "organisation.yml").write_text(f"name: Riverside\n{contact}", encoding="utf-8")
    found = {one["href"]: one for one in _data(pipeline.check(tmp_path).course)["documents"]}

    assert found["now.html"]["text"] == "Night desk 555 0199 For all wards."
    assert found["now.html"]["isSafety"]
    assert "Night desk" in found["organisation.html"]["text"]


def _data(course: Course) -> dict[str, Any]:
    script = search_script(site_context(course, site_assets())).decode()
    found: dict[str, Any] = json.loads(script.split("imr.search=")[1].removesuffix(";\n"))
    return found
