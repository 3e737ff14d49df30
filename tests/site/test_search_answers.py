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
    "weapon": ROOM,
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


# What a trainer asks in plain words, and pages of which one is among the first three that are found.
FOUNDATIONS, MODULES = "foundations/", "modules/module-"
QUESTIONS = {
    "what if nobody wants to role play": ["principles/cognitive-behavioural/cb-trying-out.html"],
    "she stopped her pills": [MEDICATION],
    "voices on the bus": [f"{MODULES}9/m9-show-and-try.html", f"{MODULES}9/m9-taken-home.html"],
    "he came drunk": [f"{ROOM}#intoxication"],
    "no family": [f"{FOUNDATIONS}supporters/so-not-easy.html"],
    "late for session": [f"{FOUNDATIONS}session-and-curriculum/sc-time-short.html"],
    "homework not done": ["principles/cognitive-behavioural/cb-practise-plan.html"],
    "nobody says anything": [f"{FOUNDATIONS}groups/gr-everyone.html"],
    "one person talks all the time": [f"{MODULES}1/m1-run.html#one-voice"],
    "two people are shouting": [f"{FOUNDATIONS}groups/gr-loud.html"],
    "someone walked out": [f"{MODULES}5/m5-practise-carla.html", f"{FOUNDATIONS}groups/gr-loud.html"],
    "does asking about suicide make it worse": [f"{CRISIS}#ask"],
    "his mother wants to know everything": [f"{FOUNDATIONS}supporters/so-not-easy.html"],
    "sister answers for her": [f"{FOUNDATIONS}supporters/so-not-easy.html"],
    "his only goal is no voices": [f"{MODULES}1/m1-wish.html", f"{MODULES}1/m1-practise-wish.html"],
    "goal is too big": [f"{FOUNDATIONS}goals/go-own-goal.html#sizes"],
    "goal stuck for weeks": [f"{FOUNDATIONS}goals/go-stalls.html"],
    "only ten minutes left": [f"{FOUNDATIONS}session-and-curriculum/sc-time-short.html"],
    "can't read the handout": [f"{MODULES}2/m2-run.html#handouts"],
    "he says he is not ill": [f"{MODULES}2/m2-words.html"],
    "what causes schizophrenia": [f"{MODULES}2/m2-facts.html"],
    "is it my mother's fault": [f"{MODULES}3/m3-draw.html#no-fate"],
    "can't say no": [f"{MODULES}8/m8-say.html", f"{MODULES}8/m8-practise-joyce.html"],
    "no friends": [f"{MODULES}4/m4-circle.html"],
    "forgets his tablets": [f"{MODULES}5/m5-day.html"],
    "tired from medication": [f"{MODULES}5/m5-talk-lesson.html"],
    "smokes weed at weekends": [f"{MODULES}6/m6-what-it-does.html"],
    "wants to stop drinking tomorrow": [f"{MODULES}6/m6-both-sides.html#safe-first"],
    "does not want a relapse plan": [f"{MODULES}7/m7-without-plan.html"],
    "plan was not used": [f"{MODULES}7/m7-plan-in-use.html#after-use"],
    "breathing exercise makes it worse": [f"{MODULES}8/m8-lead-exercise.html"],
    "can't sleep at night": [f"{MODULES}9/m9-others.html"],
    "complain about the clinic": [f"{MODULES}10/m10-complaint.html", f"{MODULES}10/m10-miss.html"],
    "gained weight": [f"{MODULES}11/m11-change.html"],
    "quit smoking": [f"{MODULES}11/m11-doctor-lesson.html"],
    "new person joins the group": ["organisation/engagement/en-stay-lesson.html"],
    "co-trainer won't act": [f"{MODULES}4/m4-tries.html#co-trainer"],
    "does IMR work": [f"{FOUNDATIONS}what-imr-is/wi-sure.html"],
    "missed two sessions": [
        f"{MODULES}4/m4-reach.html#stays-away",
        "continuing/ce-missed-session/cms-back-lesson.html",
    ],
    "benefits office": [f"{MODULES}10/m10-asking.html"],
    "racing thoughts": [f"{MODULES}9/m9-others.html"],
    "the past comes back": [f"{MODULES}9/m9-others.html", f"{MODULES}9/m9-practise-kofi.html"],
    "she cries": [f"{FOUNDATIONS}groups/gr-everyone.html"],
}


def test_what_comes_first_is_what_someone_in_a_hurry_needs(shipped: Course, tmp_path: Path) -> None:
    found = dict(zip(FIRST, _asked(shipped, list(FIRST), tmp_path), strict=True))

    wrong = {
        typed: (found[typed][:3], wanted)
        for typed, wanted in FIRST.items()
        if not (found[typed] or [""])[0].startswith(wanted)
    }
    assert wrong == {}


def test_plain_questions_find_the_right_lesson_among_the_first_three(shipped: Course, tmp_path: Path) -> None:
    found = dict(zip(QUESTIONS, _asked(shipped, list(QUESTIONS), tmp_path), strict=True))

    missed = {
        asked: found[asked][:3]
        for asked, pages in QUESTIONS.items()
        if not any(href.startswith(tuple(pages)) for href in found[asked][:3])
    }
    assert len(QUESTIONS) >= 40
    assert missed == {}


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
