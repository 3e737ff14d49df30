"""A course in any language: its pages say the language and its direction, and which words are English."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from course.build import pipeline
from course.shipped import site_assets
from course.targets.site import write
from course.targets.site.interface import Interface
from course.targets.site.templates import Templates
from tests.course_folder import BASE

ENGLISH = (
    b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n\nmsgid "go"\n'
)


def _project(folder: Path, language: str) -> dict[str, str]:
    course = Path(shutil.copytree(BASE, folder / "course"))
    outline = course / "content" / "course.yml"
    outline.write_text(outline.read_text().replace("language: en", f"language: {language}"))
    output = write(pipeline.check(course).course, site_assets())
    return {path: content.decode("utf-8", "replace") for path, content in output.files}


@pytest.mark.parametrize(
    ("language", "direction", "theme"),
    [
        ("nl", "ltr", ""),
        ("ar", "rtl", ""),
        ("gd", "ltr", "en"),
        ("pt-AO", "ltr", "pt"),
        ("en-GB", "ltr", "en"),
    ],
)
def test_a_site_says_the_language_of_its_course_and_its_direction(
    language: str, direction: str, theme: str, tmp_path: Path
) -> None:
    project = _project(tmp_path, language)

    opened = f'<html lang="{language}" dir="{direction}">'
    assert opened in project["overrides/404.html"]
    assert opened in project["docs/today.html"]
    assert f'"language": "{language}"' in project["mkdocs.yml"]
    of_theme = project.get(f"overrides/partials/languages/{language}.html", "")
    assert (f'"partials/languages/{theme}.html"' in of_theme) == bool(theme)
    assert (f'"direction": "{direction}"' in of_theme) == bool(theme)


def test_english_words_say_so_in_a_course_of_another_language(tmp_path: Path) -> None:
    project = _project(tmp_path, "nl")

    assert '<span lang="en" dir="ltr">Learn</span>' in project["overrides/main.html"]
    assert "# Course map {#title-map lang=en}" in project["docs/map.md"]
    assert 'imr.wordsLanguage="en"' in project["docs/assets/learner.js"]
    for path, text in project.items():
        if path.endswith((".md", ".html")):
            assert not re.search(r"""<[a-z][^<>]*=\\?"[^"<>]*<span lang""", text), path
            assert not re.search(r"<(title|option|script)[^>]*><span lang", text), path


def test_in_a_course_in_english_nothing_is_marked(tmp_path: Path) -> None:
    project = _project(tmp_path, "en")

    assert [
        path for path, text in project.items() if 'lang="en" dir="ltr">' in text and "404" not in path
    ] == ["docs/today.html"]
    assert "wordsLanguage=" not in project["docs/assets/learner.js"].partition("\n(")[0]


def test_words_are_marked_where_an_element_can_stand() -> None:
    words = Interface(
        [ENGLISH + b'msgstr "Go"\n\nmsgid "of"\nmsgstr "{n} of {whom}"\n'], "nl", is_foreign=True
    )
    source = (
        '<title>{{ t("go") }}</title><a title="{{ t("go") }}">{{ t("go") }}</a><option>{{ t("go") }}</option>'
        '<b>{{ t("of", n=2, whom=who) }}</b><i>{{ t("go") if who else who }}</i>'
        "<ul{{ words_lang }}><li{{ own_lang }}>"
    )

    page = Templates({"a.jinja": source}, words, b"").page("a.jinja", who="<Ruth>")

    assert page == (
        '<title>Go</title><a title="Go"><span lang="en" dir="ltr">Go</span></a><option>Go</option>'
        '<b><span lang="en" dir="ltr">2 of <span lang="nl" dir="ltr">&lt;Ruth&gt;</span></span></b>'
        '<i><span lang="en" dir="ltr">Go</span></i><ul lang="en"><li lang="nl">'
    )
