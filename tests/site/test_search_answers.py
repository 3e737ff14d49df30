"""What a trainer in a hurry finds in the shipped course: the table says what comes first."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from course.model.course import Course
from course.shipped import site_assets
from course.targets.site.context import site_context
from course.targets.site.search_data import search_script
from tests.site.sites import ROOT
from tools import node, node_packages

ENTRY = "site_templates/runtime/tests/ask_search.ts"
CRISIS = "foundations/scope-and-safety/ss-crisis.html"
ROOM = "foundations/scope-and-safety/ss-room.html"
MEDICATION = "foundations/scope-and-safety/ss-medication.html"
FIRST = {
    "suicide": CRISIS,
    "sucide": CRISIS,
    "suicidal patient": CRISIS,
    "client wants to die": CRISIS,
    "self-harm": CRISIS,
    "he is hearing voices": f"{CRISIS}#voices",
    "voices": f"{CRISIS}#voices",
    "drunk": f"{ROOM}#intoxication",
    "drnuk": f"{ROOM}#intoxication",
    "on drugs": ROOM,
    "child abuse": f"{ROOM}#children",
    "confidentiality": ROOM,
    "overdose": f"{MEDICATION}#call",
    "stopped her meds": MEDICATION,
    "clozapine": MEDICATION,
    "emergency number": "now.html",
    "homework": "glossary.html#home-practice",
    "homework not done": "principles/cognitive-behavioural/cb-practise-plan.html",
    "roleplay": "principles/cognitive-behavioural/cb-trying-out.html",
    "praising": "principles/cognitive-behavioural/cb-reinforcement.html",
    "talks too much": "modules/module-1/m1-run.html#one-voice",
    "goal chart": "glossary.html#goal-chart",
    "early signs": "glossary.html#early-warning-sign",
    "relaspe plan": "glossary.html#relapse-plan",
    "samir aziz": "people.html#samir",
    "export": "record.html",
    "certificate": "certificate.html",
}


def test_what_comes_first_is_what_someone_in_a_hurry_needs(shipped: Course, tmp_path: Path) -> None:
    found = dict(zip(FIRST, _asked(shipped, list(FIRST), tmp_path), strict=True))

    wrong = {
        typed: (found[typed][:3], wanted)
        for typed, wanted in FIRST.items()
        if not (found[typed] or [""])[0].startswith(wanted)
    }
    assert wrong == {}


def test_every_keyword_and_synonym_of_the_course_finds_its_lesson(shipped: Course, tmp_path: Path) -> None:
    context = site_context(shipped, site_assets())
    pages = [(context.addresses.file(path), page) for path, page in shipped.lessons_by_path.items()]
    keywords = [(word, path) for path, page in pages for word in page.search.keywords]
    synonyms = [words for each in shipped.synonyms for words in each.typed]

    found = _asked(shipped, [*(word for word, _ in keywords), *synonyms], tmp_path)

    own, others = found[: len(keywords)], found[len(keywords) :]
    lost = [
        word
        for (word, path), hrefs in zip(keywords, own, strict=True)
        if not any(href.startswith(path) for href in hrefs)
    ]
    assert lost == []
    assert [words for words, hrefs in zip(synonyms, others, strict=True) if not hrefs] == []


def _asked(course: Course, typed: list[str], folder: Path) -> list[list[str]]:
    """Return the addresses that the search finds for each of these."""
    program = node.find()
    if program is None:
        pytest.fail("there is no Node to ask")
    bundle = folder / "search.mjs"
    options = ("--bundle", "--platform=node", "--format=esm", "--log-level=warning", f"--outfile={bundle}")
    subprocess.run([node_packages.esbuild(ROOT), ENTRY, *options], cwd=ROOT, check=True)
    script = search_script(site_context(course, site_assets())).decode()
    data = json.loads(script.split("imr.search=")[1].removesuffix(";\n"))
    asked = json.dumps({"data": data, "typed": typed})
    done = subprocess.run(
        [program.program, bundle], input=asked + "\n", text=True, check=True, stdout=subprocess.PIPE
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found
