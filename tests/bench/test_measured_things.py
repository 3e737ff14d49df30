"""What is measured is what it claims to be."""

from __future__ import annotations

import gzip
import sys
import urllib.request
from pathlib import Path

import pytest

from bench.browser.bare_form import bare_page
from bench.browser.server import Sent, serving
from bench.measuring import CommandError, measure
from bench.records.files import record, write_records
from bench.text.ours import write_course
from course.learning.derived import derived
from course.learning.disagreements import disagreements
from course.model.course import Course
from course.reading import course_folder
from course.records.course_data import course_data
from course.records.course_keys import course_keys
from course.records.inspect import inspect
from course.records.log import log_of
from course.records.reading import Reading, read

_BUILT = """<html><head><style>p {}</style></head><body><header>Menu</header><article class="md">
<p class="x">How &amp; why?</p>
<form class="f"><label for="a"><input class="i" type="radio" id="a" name="choice" value="a"> Ask</label>
<button type="submit">Check<svg><path d="M0"/></svg></button></form>
<div data-role="verdict" hidden></div><script>var a;</script></article></body></html>"""
_BARE = """
<p>How &amp; why?</p>
<form><label for="a"><input type="radio" id="a" name="choice" value="a"> Ask</label>
<button type="submit">Check</button></form>
<div data-role="verdict" hidden></div>"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    write_course(tmp_path / "course", 3)
    return course_folder.read((tmp_path / "course",)).course


def test_generated_records_have_nothing_to_ask_about(course: Course, tmp_path: Path) -> None:
    judged, keys = course_data(course), course_keys(course)
    write_records(tmp_path / "records", 3, judged, keys, seed=1)
    files = sorted((tmp_path / "records").iterdir())

    names = set()
    for file in files:
        found = read(file.read_bytes(), judged.id)
        assert isinstance(found, Reading), found
        log = log_of(found.record)
        computed = derived(log, judged, found.record.identity.exported_at)
        assert inspect(found, log, judged, computed).is_sound
        assert disagreements(log, judged, keys) == ()
        names |= set(found.record.learner.pseudonyms)

    assert len(files) == len(names) == 3


def test_a_record_may_be_as_long_as_one_likes(course: Course) -> None:
    assert len(record(course_data(course), course_keys(course), 100, seed=1, number=1)["events"]) == 100


def test_the_bare_page_has_the_words_and_controls_of_a_lesson_and_no_style_of_ours() -> None:
    bare = bare_page(_BUILT)

    assert bare.partition("<body>")[2].partition("<script>")[0] == _BARE


def test_the_server_logs_what_it_sent_compressed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("word " * 1000)

    with serving(tmp_path) as server:
        body = urllib.request.urlopen(f"{server.address}/page.html").read()
        sent = server.taken()

    assert gzip.decompress(body) == b"word " * 1000
    assert sent == [Sent("page.html", len(body))]
    assert len(body) < 200


def test_cpu_of_child_processes_is_counted(tmp_path: Path) -> None:
    work = "import time\nwhile time.process_time() < 0.5: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"

    used = measure([sys.executable, "-c", parent], tmp_path)

    assert used.cpu >= 0.5


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no such thing"):
        measure([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)
