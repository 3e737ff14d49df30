"""Whatever an author writes in a heading, an option or a feedback arrives on the page as written."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jinja2 import Template
from mkdocs.utils.meta import get_data

from course import sample
from course.reading import course_folder
from course.reading.roots import roots
from course.shipped import site_assets
from course.targets import site

ASSETS = site_assets()
AWKWARD = st.sampled_from((Path(__file__).parent / "awkward.txt").read_text(encoding="utf-8").splitlines())
PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" \u202e"), max_size=12
)
WORDS = (
    st.lists(AWKWARD | PLAIN, min_size=1, max_size=5).map(" ".join).map(lambda text: " ".join(text.split()))
)


def written(text: str) -> str:
    """Write a text so that Markdown takes every sign in it for itself."""
    return re.sub(f"([{re.escape(string.punctuation)}])", r"\\\1", text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    list(sample.write("course", folder))
    return folder


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(heading=WORDS.filter(bool), option=WORDS.filter(bool), feedback=WORDS.filter(bool))
@example(
    heading="{{ x }} {#y} {: .z }", option="</script><script>alert(1)</script>", feedback="&lt;b&gt; `c`"
)
@example(heading="1. a\\_b", option="{% raw %}", feedback="- a")
@example(heading="a {b", option="\u202eabc", feedback="😀")
@example(heading="a", option="b\ufeffa", feedback="\u2060\U0001f9e0")
@example(heading="&amp; & &#38;", option='" onclick="alert(1)', feedback="'")
def test_any_wording_survives(folder: Path, heading: str, option: str, feedback: str) -> None:
    lesson, bank = _files(folder)
    front, _, _ = LESSON.partition("## Ask")
    lesson.write_text(f"{front}## {written(heading)} {{#ask-wait-build}}\n\n::: quiz asking-bank\n:::\n")
    bank.write_text(_bank(written(option), written(feedback)))

    read = course_folder.read(roots(folder))
    assert [finding for finding in read.findings if finding.is_error] == []
    page = _page(dict(site.write(read.course, ASSETS).files))

    assert page.text_of("ask-wait-build") == heading
    assert page.text_of("option") == option
    assert page.text_of("feedback") == feedback


LESSON = next((Path(sample.__file__).parent / "samples").rglob("01-three-questions.md")).read_text()
BANK = next((Path(sample.__file__).parent / "samples").rglob("asking-bank.yml")).read_text()


def _files(folder: Path) -> tuple[Path, Path]:
    return next(folder.rglob("01-three-questions.md")), next(folder.rglob("asking-bank.yml"))


def _bank(option: str, feedback: str) -> str:
    head, _, _ = BANK.partition("    options:")
    return head + "\n".join(
        [
            "    options:",
            "      - id: a",
            f"        text: {json.dumps(option, ensure_ascii=False)}",
            "        correct: true",
            f"        feedback: {json.dumps(feedback, ensure_ascii=False)}",
            "      - {id: b, text: Another answer altogether., feedback: Another feedback altogether.}",
            "",
        ]
    )


class _Texts(HTMLParser):
    """The words of elements by id, and of the first option and its feedback."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, str | None]] = []
        self._texts: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("input", "br", "meta", "link", "img", "path", "hr"):
            return
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        name = values.get("id")
        if "headerlink" in classes:
            name = "-"
        for kind, marked in (("option", "imr-row-text"), ("feedback", "imr-told-why")):
            if marked in classes and kind not in self._texts:
                name = kind
        self._open.append((tag, name))
        if name:
            self._texts.setdefault(name, [])

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        names = [name for _, name in self._open if name]
        if names and names[-1] != "-":
            self._texts[names[-1]].append(data)

    def text_of(self, name: str) -> str:
        return " ".join("".join(self._texts[name]).split())


def _page(project: Mapping[str, bytes]) -> _Texts:
    """Render a page as the site engine does: front matter, Markdown and its extensions, template."""
    body, front = get_data(project["docs/first-part/asking-first/three-questions.md"].decode())
    permalink = {"permalink": "#"}
    html = markdown.markdown(body, extensions=["attr_list", "toc"], extension_configs={"toc": permalink})
    return _Texts(re.sub("<!--deferred:(.*?)-->", lambda place: front["deferred"][int(place[1]) - 1], html))


def test_a_title_that_looks_like_a_template_is_only_words(tmp_path: Path) -> None:
    list(sample.write("course", tmp_path))
    unit = next(tmp_path.rglob("asking-first/index.md"))
    titled = re.sub(r"(?m)^title: .*$", 'title: "{{ 7 * 7 }} {% raw %}"', unit.read_text(), count=1)
    unit.write_text(titled)

    project = dict(site.write(course_folder.read(roots(tmp_path)).course, ASSETS).files)
    menu = Template(project["overrides/partials/nav.html"].decode()).render(base_url=".")

    assert "&#123;{ 7 * 7 }} &#123;% raw %}" in menu
