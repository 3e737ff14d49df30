from __future__ import annotations

from io import StringIO

import pytest

from course.gathering.progress import Progress, duration


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_says_how_much_time_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("course.gathering.progress.time.monotonic", lambda: now[0])
    out = Terminal()
    bar = Progress(out)
    bar.begin("reading", 400)

    bar.add(1)
    assert out.getvalue() == ""
    now[0] += 30
    bar.add(99)

    line = "[######------------------] reading: 100 of 400 files, 90 s left"
    assert out.getvalue() == f"\r{line}"
    bar.end()
    assert out.getvalue() == f"\r{line}\r{' ' * len(line)}\r"


def test_progress_is_silent_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    out = StringIO()
    bar = Progress(out)
    bar.begin("reading", 1)
    monkeypatch.setattr("course.gathering.progress.time.monotonic", lambda: 1e9)
    bar.add(1)
    bar.end()

    assert out.getvalue() == ""


def test_a_time_is_said_as_people_say_it() -> None:
    assert [duration(seconds) for seconds in (0.4, 99, 600, 7200)] == ["0 s", "99 s", "10 min", "2.0 h"]
