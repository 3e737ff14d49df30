"""Every word that a template or the site target asks for is in the catalogues, and none is there in vain."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from course import targets
from course.artefacts import ARTEFACTS, read_box
from course.artefacts.attendance_register import MARKS
from course.diagnostics import Diagnostic
from course.model.artefacts import Word
from course.model.dialogue import Effect
from course.model.exercise_head import PRINCIPLES
from course.model.exercises import BANDS, EXERCISE_KINDS
from course.reading.cast import ROLES
from course.reading.framework import PRIORITIES
from course.shipped import site_assets
from course.source import Source, Text
from course.targets.site.interface import FOR_SCRIPT, Interface
from course.targets.site.learner_pages import LEARNER_PAGES
from tests.site.sites import ROOT
from tools.word_types import COUNT, places

ASSETS = site_assets()
WORDS = Interface([content for path, content in ASSETS.items() if path.endswith("en.po")]).words

_SHEETS = ("unit", "questions", "key", "scripts", "talks", "observer", "observation")
_REGISTERS = (
    "competencies",
    "forms",
    "glossary",
    "map",
    "organisation",
    "look_up",
    "now",
    "observation_sheets",
    "people",
    "practise",
    "references",
    *LEARNER_PAGES.values(),
)
# Keys of which a part is known only when a page is made: what can stand in its place.
FAMILIES: dict[str, tuple[object, ...]] = {
    "box.*": ("rehearsal", "checklist"),
    "*.title": _REGISTERS,
    "competencies.level_*": ("foundation", "competent", "expert"),
    "competencies.priority_*": PRIORITIES,
    "competencies.strand_*": ("knowledge", "judgement"),
    "item.*": ("proficient", "violation"),
    "page.to_*": ("dark", "system"),
    "people.*": ("goal", "supporter", "setback", "working_on"),
    "people.role_*": ROLES,
    "exercise.band_*": BANDS,
    "exercise.confidence_*": ("before", "after"),
    "exercise.effect_*": tuple(effect.value for effect in Effect),
    "exercise.level_*": (0, 1, 2, 3),
    "exercise.principle_*": PRINCIPLES,
    "look_up.group_*": ("session", "words", "supervision", "pages"),
    "practise.kind_*": (*EXERCISE_KINDS, "rehearsal"),
    "year.*": ("when", "what", "hours"),
    "search.also_*": ("now", "review", "placement", "profile", "record", "certificate"),
    "search.kind_*": ("lesson", "term", "person", "competency", "form", "observation_sheet", "reference"),
    "print.choice_*": _SHEETS,
    "print.link_*": _SHEETS,
    "print.means_*": _SHEETS,
}

# The words of an artefact are named like its fields, and one that is left blank has them all.
BLANK_ARTEFACTS = {
    **dict.fromkeys(ARTEFACTS, "title: A form\nblank_rows: 2\n"),
    "session-clock": "title: A form\nminutes: 60\nnow: 5\nblank_rows: 2\n",
    "attendance-register": "title: A form\nsessions: [1, 2]\nblank_rows: 2\n",
    **dict.fromkeys(
        ("action-plan", "attendance-call", "coping-card", "pros-and-cons", "relapse-prevention-plan"),
        "title: A form\n",
    ),
    **dict.fromkeys(("strengths-inventory", "supporter-agreement", "tailoring-plan"), "title: A form\n"),
    **dict.fromkeys(("thought-record", "trainer-card"), "title: A form\n"),
}


def _artefact_words() -> tuple[str, ...]:
    found = {"blank", *MARKS} - {"open"}
    for kind, form in BLANK_ARTEFACTS.items():
        whole = Source("form.yml", form).whole()
        prose = read_box(Text(kind, whole), whole, _refuse)
        assert prose
        for artefact in prose.artefacts():
            cells = (*artefact.columns, *(cell for row in artefact.rows for cell in row))
            found |= {kind, *(fact.name.key for fact in artefact.facts)}
            found |= {cell.key for cell in cells if isinstance(cell, Word)}
    return tuple(sorted(found))


def _refuse(finding: Diagnostic) -> None:
    raise AssertionError(finding)


FAMILIES["artefact.*"] = _artefact_words()


@dataclass(frozen=True)
class Asked:
    """A key that is asked for, with the names of its values, and the file that asks."""

    key: str
    values: frozenset[str]
    file: str


def test_every_key_that_is_asked_for_is_in_the_catalogues() -> None:
    missing = [asked for asked in ASKED if not set(_keys(asked.key)) <= WORDS.keys()]

    assert missing == []


def test_every_key_of_the_catalogues_is_asked_for() -> None:
    asked = {key for one in ASKED for key in _keys(one.key)}
    unused = {key for key in WORDS if not key.startswith(FOR_SCRIPT)} - asked

    assert sorted(unused) == []


def test_every_place_of_a_text_is_filled_and_no_value_is_given_in_vain() -> None:
    amiss = [
        asked for asked in ASKED for key in _keys(asked.key) if key in WORDS and not _fits(key, asked.values)
    ]

    assert amiss == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_of_keys_is_still_asked_for(family: str) -> None:
    assert family in {asked.key for asked in ASKED}


def _fits(key: str, values: frozenset[str]) -> bool:
    word = WORDS[key]
    return values == places(word) | (set() if isinstance(word, str) else {COUNT})


def _keys(asked: str) -> list[str]:
    return [asked.replace("*", str(value)) for value in FAMILIES.get(asked, ("",))]


def _asked_by_templates() -> Iterator[Asked]:
    signs = ("[%", "%]", "[[", "]]", "[#", "#]")
    pages, overrides = Environment(), Environment(*signs)
    for path, content in ASSETS.items():
        if path.endswith((".jinja", ".html")):
            environment = overrides if path.startswith("overrides/") else pages
            for call in environment.parse(content.decode("utf-8")).find_all(nodes.Call):
                if isinstance(call.node, nodes.Name) and call.node.name == "t":
                    yield Asked(_key_in(call.args[0]), frozenset(one.key for one in call.kwargs), path)


def _key_in(node: nodes.Expr) -> str:
    if isinstance(node, nodes.Concat):
        return "".join(_key_in(part) for part in node.nodes)
    return str(node.value) if isinstance(node, nodes.Const) else "*"


def _asked_by_the_target() -> Iterator[Asked]:
    for path in sorted((Path(targets.__file__).parent / "site").rglob("*.py")):
        if path.name == "templates.py":
            continue  # it hands on what templates ask for
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _is_word(call.func) and call.args:
                values = frozenset(one.arg for one in call.keywords if one.arg)
                yield Asked(_key_of(call.args[0]), values, path.name)


def _is_word(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute) and called.attr == "said":
        called = called.value
    return isinstance(called, ast.Attribute) and called.attr.lstrip("_") == "words"


def _key_of(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_key_of(part) for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else "*"


ASKED = (*_asked_by_templates(), *_asked_by_the_target())


@pytest.mark.parametrize("kind", [*EXERCISE_KINDS, "rehearsal"])
def test_every_kind_of_practice_can_be_shown_alone(kind: str) -> None:
    styles = (ROOT / "site_templates" / "styles" / "registers.css").read_text(encoding="utf-8")

    assert f'[value="{kind}"]:checked' in styles
