"""Whatever an author or host writes, in any field: it is shown as words, and nothing of it executes."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from course import cli, preview, sample
from course.build import pipeline
from course.build.engine import ENGINES
from course.reading.read_cache import MemoryReadCache
from course.schemas import FILES, shape_of
from course.targets.site.addresses import TODAY
from course.yaml_reader.findings import ID_PATTERN
from tests.browser import hostile_course
from tests.browser.conftest import LESSON, serving
from tests.browser.hostile_course import SHOWN, PlainTexts, Texts, Way
from tests.browser.injected import Watch, payloads
from tests.browser.keeping import events, export

# ids of many kinds, together as far as they need not differ
_IDS = {
    "unit": "asking-first|quiet|our-practice|asking|ada|teaching|slept|a|again|took-over",
    "item": "asking-single",
    "dialogue": "asking-dialogue|quiet",
}
DONE = ("certificate.html", "profile.html", "record.html", "index.html", "map.html", LESSON)

# does everything that a page offers but to leave it, to print, to erase and to begin anew
_DO_ALL = """async () => {
    const pause = () => new Promise(done => setTimeout(done, 15));
    const isShown = one => one.checkVisibility() && !one.disabled;
    const left = /print|erase|reset|again|anew|restart|export|file|calendar/i;
    // what is said of a shared computer is no author's, and saying yes loads the page again
    const isShared = one => one.closest('[data-module=shared-computer]') !== null;
    const named = one => `${one.dataset.role} ${one.className} ${one.dataset.act ?? ''}`;
    const isLeft = one => !isShared(one) && !left.test(named(one));
    const stay = event => { if (event.target.closest('a')) event.preventDefault(); };
    addEventListener('click', stay, true);
    const pressed = new Map();
    let waited = 0;
    for (let round = 0; round < 90; round++) {
        document.querySelectorAll('article details').forEach(one => { one.open = true });
        for (const one of document.querySelectorAll('article input, article select, article textarea')) {
            if (!isShown(one) || one.type === 'file') continue;
            if (one.type === 'radio' || one.type === 'checkbox') {
                const chosen = document.querySelector(`input[name="${CSS.escape(one.name)}"]:checked`);
                if (one.type === 'checkbox' ? !one.checked : chosen === null) one.click();
            } else if (one.localName === 'select') {
                if (!one.value) one.selectedIndex = one.options.length - 1;
                one.dispatchEvent(new Event('change', {bubbles: true}));
            } else if (!one.value) {
                one.value = one.type === 'date' ? '2026-05-04' : 'Words of my own';
                one.dispatchEvent(new Event('input', {bubbles: true}));
                one.dispatchEvent(new Event('change', {bubbles: true}));
            }
        }
        const button = [...document.querySelectorAll('article button')]
            .find(one => isShown(one) && isLeft(one) && (pressed.get(one) ?? 0) < 2);
        if (!button) {
            if (++waited > 20) break;
            await pause();
            continue;
        }
        pressed.set(button, (pressed.get(button) ?? 0) + 1);
        button.click();
        await pause();
    }
    return pressed.size;
}"""


def test_every_text_that_is_shown_is_tried(tmp_path: Path) -> None:
    texts = Texts()
    hostile_course.write(tmp_path, texts)

    assert hostile_course.text_fields() - texts.fields == set()


def test_no_script_is_taken_for_an_id_or_an_address(tmp_path: Path) -> None:
    hostile_course.write(tmp_path, PlainTexts())
    tried = iter(payloads() * 10)
    seen: set[str] = set()
    recent = MemoryReadCache()
    assert not pipeline.check(tmp_path, recent, is_linted=False).has_errors
    for path in hostile_course.lists(tmp_path):
        name = hostile_course.kind_of(path.relative_to(tmp_path).as_posix())
        text = path.read_text(encoding="utf-8")
        for way, field in hostile_course.refs_in(json.loads(text), shape_of(FILES[name]), name):
            if field in seen or hostile_course.is_free(field):
                continue
            seen.add(field)
            payload = next(tried)
            if ID_PATTERN.fullmatch(payload):
                continue
            path.write_text(_with(json.loads(text), way, payload), encoding="utf-8")
            checked = pipeline.check(tmp_path, recent, is_linted=False)
            assert checked.has_errors, (field, payload)
        path.write_text(text, encoding="utf-8")
    assert len(seen) > 80


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_nothing_executes_of_any_text_in_the_build_of_each_engine(
    page: Page, tmp_path: Path, engine: str
) -> None:
    folder = tmp_path / "course"
    # each engine meets other texts in each field
    hostile_course.write(folder, Texts(start=len(SHOWN) // len(ENGINES) * sorted(ENGINES).index(engine)))
    built = pipeline.build(folder, engine)
    assert built.site is not None, [finding.message for finding in built.findings if finding.is_error]
    watch = Watch(page)
    with _previewing(built.site) as address:
        done: dict[str, int] = {}
        for name in sorted(path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html")):
            page.goto(f"{address}/{name}")
            if name == TODAY:  # an old address, which leads on to the front page and nowhere else
                page.wait_for_url(f"{address}/index.html#home")
            # what is in a page is the same for each engine
            elif engine == next(iter(ENGINES)):
                done[name] = page.evaluate(_DO_ALL)
            assert watch.found() == [], name
        if done:
            kept = {event["type"] for event in events(page)}
            assert kept >= {"item.response", "dialogue.finished", "rating.given", "written.reply"}
        _see_what_was_done(page, address, watch)
        _search(page, address, watch)


def test_a_title_is_shown_as_it_was_written(page: Page, tmp_path: Path) -> None:
    title = 'Tom & Jerry\'s "<b>five</b>" questions'
    list(sample.write("course", tmp_path))
    lesson = "content/first-part/asking-first/01-three-questions.md"
    for path, old in (("content/course.yml", "My course"), (lesson, "Three questions to begin with")):
        text = (tmp_path / path).read_text(encoding="utf-8")
        assert f"title: {old}\n" in text
        (tmp_path / path).write_text(text.replace(f"title: {old}\n", f"title: {json.dumps(title)}\n"))
    built = pipeline.build(tmp_path)
    assert built.site is not None

    page.goto((built.site / "first-part/asking-first/three-questions.html").as_uri())

    assert page.title() == f"{title} - {title}"
    assert page.locator(".md-header__topic").last.inner_text().strip() == title
    assert page.locator(".md-header__button.md-logo").get_attribute("title") == title
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


@pytest.mark.parametrize("kind", _IDS)
def test_the_name_of_a_property_that_every_object_has_is_an_id_like_any_other(
    page: Page, tmp_path: Path, kind: str
) -> None:
    list(sample.write("course", tmp_path))
    for path in [*tmp_path.glob("content/**/*.*"), *tmp_path.glob("quizzes/**/*.yml")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"(?<![\w-])({_IDS[kind]})(?![\w-])", "constructor", text), encoding="utf-8")
    built = pipeline.build(tmp_path)
    assert built.site is not None, [finding.message for finding in built.findings if finding.is_error]
    watch = Watch(page)
    with serving(built.site) as address:
        for name in sorted(
            path.relative_to(built.site).as_posix() for path in built.site.glob("first-part/**/*.html")
        ):
            page.goto(f"{address}/{name}")
            assert page.evaluate(_DO_ALL) > 0 or name.endswith("index.html"), name
        (tmp_path / "record.json").write_bytes(export(page, address))
        for name in ("profile.html", "map.html", "certificate.html", "index.html", "review.html"):
            page.goto(f"{address}/{name}")
            page.evaluate("imr.store.ready")
            assert watch.found() == [], name

    said = {text for event in events(page) for text in map(str, event["body"].values())}
    assert "constructor" in said or "['constructor']" in said
    assert cli.main(["record", "verify", str(tmp_path / "record.json"), "--course", str(tmp_path)]) == 0


def _with(written: Any, way: Way, payload: str) -> str:
    at = written
    for part in way[:-1]:
        at = at[part]
    is_list = isinstance(at, dict) and isinstance(at.get(way[-1]), list)
    at[way[-1]] = [payload] if is_list else payload
    return json.dumps(written)


def _see_what_was_done(page: Page, address: str, watch: Watch) -> None:
    """Look once more at the pages that now show something of it."""
    for name in DONE:
        page.goto(f"{address}/{name}")
        page.evaluate("imr.store.ready")
        assert watch.found() == [], name
    response = page.goto(f"{address}/nowhere/{SHOWN[0]}")
    assert response is not None
    assert response.status == 404
    assert watch.found() == []


def _search(page: Page, address: str, watch: Watch) -> None:
    for words in ("iframe", "script hit", "x"):
        page.goto(f"{address}/index.html")
        page.keyboard.press("Control+k")
        dialog = page.get_by_role("dialog", name="Search the course")
        expect(dialog.get_by_role("searchbox")).to_be_focused()
        page.keyboard.insert_text(words)
        expect(dialog.get_by_role("status")).to_have_text(re.compile("result|Nothing found"))
        page.wait_for_timeout(300)
        assert watch.found() == [], words


@contextmanager
def _previewing(site: Path) -> Iterator[str]:
    """Serve a site as `course serve` does."""
    server = preview._listen("127.0.0.1", 18800, site, preview.Changes())
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
