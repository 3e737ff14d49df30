"""What the site tells its scripts fits its schema, and the schema is what the structs say."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from course import sample
from course.build import pipeline
from course.records.course_data import course_data
from course.targets.site.page_data import PageData
from course.targets.site.page_data.schema import SCHEMA_FILE, schema_text
from course.targets.site.page_data.script import script
from course.targets.site.page_data.units import Lesson, Unit
from tests import shipped_course
from tests.conftest import Expect
from tests.site.sites import pages

_PART = re.compile(r"imr\.(\w+)=(?:Object\.assign\(imr\.\1\|\|\{\},(.*)\)|(.*));")
SCHEMA = json.loads(SCHEMA_FILE.read_text())
SCRIPTS = {
    "course-data.js": {"judged", "titles"},
    "course-keys.js": {"keys"},
    "units.js": {"units"},
    "safety-titles.js": {"safety"},
    "placement-plan.js": {"plan"},
    "desk-data.js": {"deskData"},
    "item-frame.js": {"itemSet"},
}


def problems(value: object, part: str = "") -> list[str]:
    """Return what the schema has against a value, or against it as one of the parts of pages."""
    of_part = {**SCHEMA["$defs"][part], "$defs": SCHEMA["$defs"]} if part else SCHEMA
    errors = Draft202012Validator(of_part).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in errors]


def parts_in(text: str) -> dict[str, Any]:
    """Return the parts that a script brings."""
    first, *lines = text.splitlines()
    assert first == "var imr=window.imr||{};"
    brought = {}
    for line in lines:
        found = _PART.fullmatch(line)
        assert found, line[:80]
        brought[found[1]] = json.loads(found[2] or found[3])
    return brought


class Carried(HTMLParser):
    """The data that the elements of a page carry, each with the name of its type."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Any]] = []
        self._is_course = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._is_course = values.get("id") == "imr-course"
        for name, part in (("data-key", "Key"), ("data-graph", "Graph")):
            if name in values:
                self.found.append((part, json.loads(values[name] or "")))

    def handle_data(self, data: str) -> None:
        if self._is_course:
            self.found.append(("CourseOnPage", json.loads(data)))
            self._is_course = False


def carried(site: Path) -> Iterator[tuple[str, Any]]:
    for page in pages(site):
        yield from Carried(page.read_text(encoding="utf-8")).found


def test_the_stored_schema_is_what_the_structs_say(expect: Expect) -> None:
    Draft202012Validator.check_schema(SCHEMA)

    expect(SCHEMA_FILE, schema_text())


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_of_the_shipped_course_brings_what_the_schema_says(name: str, site: Path) -> None:
    parts = parts_in((site / "assets" / name).read_text("ascii"))

    assert set(parts) == SCRIPTS[name]
    assert all(parts.values())
    assert problems(parts) == []


def test_the_items_of_the_shipped_course_fit_the_schema(site: Path) -> None:
    brought = [parts_in(path.read_text("ascii")) for path in sorted(site.glob("assets/items/*.js"))]
    units = parts_in((site / "assets/units.js").read_text("ascii"))["units"]

    assert [problems(parts) for parts in brought] == [[]] * len(brought)
    assert {name for parts in brought for name in parts["items"]} == {
        item for unit in units for item in unit["items"]
    }


def test_the_keys_of_the_units_are_short_and_together_those_of_the_course(site: Path) -> None:
    texts = [path.read_text("ascii") for path in sorted(site.glob("assets/keys/*.js"))]
    whole = parts_in((site / "assets/course-keys.js").read_text("ascii"))["keys"]
    by_unit = [keys for text in texts for keys in parts_in(text)["unitKeys"].values()]

    assert [problems(parts_in(text)) for text in texts] == [[]] * len(texts)
    for kind in ("items", "dialogues"):
        assert {name: key for keys in by_unit for name, key in keys[kind].items()} == whole[kind]
    assert max(len(gzip.compress(text.encode())) for text in texts) <= 5_000


def test_a_page_holds_the_beginning_of_each_hash_and_the_whole_one_of_the_course(site: Path) -> None:
    whole = course_data(shipped_course.course())
    course = parts_in((site / "assets/course-data.js").read_text("ascii"))["judged"]["course"]
    units = parts_in((site / "assets/units.js").read_text("ascii"))["units"]
    hashes = {
        item: begun for unit in units for item, begun in zip(unit["items"], unit["hashes"], strict=True)
    }

    assert course["contentHash"] == whole.content_hash
    for name, item in whole.items.items():
        assert item.hash.startswith(hashes[name])
        assert len(hashes[name]) == len("sha256:") + 8
    for name, dialogue in whole.dialogues.items():
        held = course["dialogues"][name]["nodes"]
        assert all(node.hash.startswith(held[turn]["hash"]) for turn, node in dialogue.nodes.items())


def test_what_the_front_page_loads_of_the_whole_course_stays_small(site: Path) -> None:
    brought = [
        gzip.compress((site / "assets" / name).read_bytes()) for name in ("course-data.js", "units.js")
    ]

    assert sum(map(len, brought)) <= 40_000


def test_every_page_of_the_shipped_course_carries_what_the_schema_says(site: Path) -> None:
    found = list(carried(site))

    kinds = {value["kind"] for part, value in found if part == "Key"}
    assert kinds == {"choose", "order", "match", "best-worst"}
    assert {part for part, _ in found} == {"Key", "Graph", "CourseOnPage"}
    assert [fault for part, value in found for fault in problems(value, part)] == []


def test_the_plan_does_not_repeat_what_the_units_say(site: Path) -> None:
    found = {name: parts_in((site / "assets" / name).read_text("ascii")) for name in SCRIPTS}
    units = {unit["id"] for unit in found["units.js"]["units"]}
    planned = found["placement-plan.js"]["plan"]["units"]

    assert units <= {unit["id"] for unit in planned}
    assert [unit["id"] for unit in planned if ("title" in unit) == (unit["id"] in units)] == []


def test_a_part_that_lacks_something_or_says_more_does_not_fit() -> None:
    lesson = Lesson(
        id="a", href="a.html", title="A", reading=1, practice=0, questions=0, items=[], exercises=[]
    )
    empty: dict[str, Any] = {"competencies": [], "items": [], "hashes": [], "dialogues": [], "ratings": []}
    unit = Unit(id="a", href="a.html", title="A", minutes=1, lessons=[lesson], **empty)
    parts = parts_in(script(PageData(units=[unit])).decode())
    assert problems(parts) == []

    parts["units"][0]["lessons"][0] |= {"colour": "red"}
    del parts["units"][0]["minutes"]

    assert problems(parts) == [
        "$.units[0].lessons[0]: Additional properties are not allowed ('colour' was unexpected)",
        "$.units[0]: 'minutes' is a required property",
    ]


@pytest.mark.parametrize("version", ['1.0 "final"', "{{ 7 * 7 }} {% raw %}", "</script><b>&amp;", "1.0 β"])
def test_any_version_of_a_course_comes_to_the_page_as_it_was_written(version: str, tmp_path: Path) -> None:
    list(sample.write("course", tmp_path))
    outline = tmp_path / "content" / "course.yml"
    text = outline.read_text()
    assert "\nversion: " in text
    outline.write_text(re.sub(r"(?m)^version: .*", lambda _: f"version: {json.dumps(version)}", text))

    built = pipeline.build(tmp_path)

    assert built.site is not None
    facts = [value for part, value in carried(built.site) if part == "CourseOnPage"]
    assert {fact["version"] for fact in facts} == {version}
