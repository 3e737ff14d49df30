"""Serving: an author saves, and the browser is told that there is a new site."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import hosts, preview, sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    list(sample.write("course", tmp_path / "course"))
    return tmp_path / "course"


@pytest.fixture
def serving(folder: Path) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-u", "-m", "course", "serve", str(folder), "--port", "18640"]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdout=pipe, stderr=pipe, text=True) as process:
        yield process
        process.terminate()


@pytest.fixture
def address(serving: subprocess.Popen[str]) -> str:
    assert serving.stdout is not None
    return next(found[1] for line in serving.stdout if (found := re.search(r"(http://\S+/)  ", line)))


def test_after_a_save_the_browser_is_notified_and_sees_the_change(folder: Path, address: str) -> None:
    lesson = "first-part/asking-first/three-questions.html"
    assert "wait longer than feels natural" in _page(address + lesson)

    with urllib.request.urlopen(address + "-reload", timeout=60) as events:
        _reword(folder)
        assert any(line == b"data: changed\n" for line in events)

    assert "wait twice as long" in _page(address + lesson)


def test_a_page_that_is_not_there_is_answered_kindly(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(address + "nowhere.html", timeout=10)

    assert missing.value.code == 404
    assert "This page is not here" in missing.value.read().decode()


def test_control_c_ends_serving_and_is_no_error(serving: subprocess.Popen[str], address: str) -> None:
    serving.send_signal(signal.SIGINT)

    assert serving.communicate(timeout=60) == ("Stopped.\n", "")
    assert serving.returncode == 0
    with pytest.raises(urllib.error.URLError):
        _page(address)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """Serve a small site without building it, and yield where."""
    folder = tmp_path / "site"
    (folder / "part").mkdir(parents=True)
    (folder / "index.html").write_text("<body>front</body>")
    (folder / "part/index.html").write_text("<body>part</body>")
    (folder / "style.css").write_text("p {}")
    (folder / "404.html").write_text("This page is not here")
    (tmp_path / "secret.txt").write_text("secret")
    server = preview._listen("127.0.0.1", 18700, folder, preview.Changes())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield "127.0.0.1", server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def asked(site: tuple[str, int], line: bytes, host: bytes = b"localhost") -> bytes:
    """Return the whole answer to a request as it goes over the wire."""
    with socket.create_connection(site, timeout=10) as connection:
        connection.sendall(line + b" HTTP/1.0\r\nHost: " + host + b"\r\n\r\n")
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize(
    "path",
    [
        b"/" + b"a" * 5000,
        b"/" + b"a/" * 3000,
        b"/%00",
        b"/a%00b.html",
        b"/%ff%fe",
        b"/%",
        b"/%zz",
        b"/../secret.txt",
        b"/%2e%2e/secret.txt",
        b"/..%2fsecret.txt",
        b"/style.css/",
        b"/\xff",
        b"//[",
        b"http://[",
        b"/..\\secret.txt",
        b"/..%5csecret.txt",
        b"/part/%2e%2e/%2e%2e/secret.txt",
        b"/style.css%00.html",
        b"/nowhere.html?" + b"q" * 60_000,
        b"*",
    ],
)
@pytest.mark.parametrize("verb", [b"GET", b"HEAD"])
def test_an_odd_path_is_a_page_that_is_not_there(
    site: tuple[str, int], verb: bytes, path: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = asked(site, verb + b" " + path)

    assert answer.split(b" ")[1] in (b"404", b"400")
    assert b"secret" not in answer.split(b"\r\n\r\n")[1].replace(b"secret.txt", b"")
    assert "Traceback" not in capfd.readouterr().err


def test_a_folder_without_its_slash_leads_to_the_one_with_it(site: tuple[str, int]) -> None:
    answer = asked(site, b"GET /part?q=1")

    assert answer.split(b" ")[1] == b"301"
    assert b"Location: /part/?q=1\r\n" in answer
    assert b"part</body>" not in answer
    assert b"part" in asked(site, b"GET /part/").split(b"\r\n\r\n")[1]


def test_a_folder_never_leads_to_another_host(site: tuple[str, int]) -> None:
    for path in (b"//part", b"?part", b"/.", b"/\\part", b"//", b"/part/..", b"/%2e", b"/part%2f"):
        answer = asked(site, b"GET " + path)
        assert b"Location: //" not in answer
        assert answer.split(b" ")[1] in (b"200", b"301", b"404")


@pytest.mark.parametrize("path", [b"/", b"/part", b"/style.css", b"/nowhere.html", b"/-reload"])
def test_an_answer_to_head_has_no_body(site: tuple[str, int], path: bytes) -> None:
    assert asked(site, b"HEAD " + path).split(b"\r\n\r\n")[1] == b""


@pytest.mark.parametrize(
    "host", [b"localhost", b"LOCALHOST:18700", b"127.0.0.1:18700", b"127.0.0.1", b"[::1]:18700"]
)
def test_this_machine_is_answered_by_each_of_its_names(site: tuple[str, int], host: bytes) -> None:
    assert asked(site, b"GET /", host).split(b" ")[1] == b"200"


@pytest.mark.parametrize(
    "host",
    [
        b"evil.example",
        b"localhost.evil.example",
        b"localhost@evil.example",
        b"",
        b"[::1",
        b"a\r\nHost: localhost",
        b"localhost\r\nHost: evil.example",
        b"localhost, evil.example",
        b"localhost.",
        b"127.0.0.1.evil.example",
        b"127.1",
        b"0x7f000001",
        b"localhost:99999999",
        b"localhost:80/evil.example",
        b"\xff",
    ],
)
@pytest.mark.parametrize("path", [b"/", b"/part", b"/-reload", b"/style.css"])
def test_another_host_is_refused_with_a_next_step(site: tuple[str, int], host: bytes, path: bytes) -> None:
    answer = asked(site, b"GET " + path, host)

    assert answer.split(b" ")[1] == b"421"
    assert b"Open the address it printed" in answer


@pytest.mark.parametrize(
    ("bound", "host", "is_ours"),
    [
        ("course.local", "course.local:8000", True),
        ("0.0.0.0", "192.168.1.4:8000", True),
        ("::", "[fe80::1]:8000", True),
        ("0.0.0.0", "evil.example", False),
        ("127.0.0.1", "192.168.1.4", False),
    ],
)
def test_the_host_given_with_bind_is_answered(bound: str, host: str, is_ours: bool) -> None:
    assert hosts.is_ours([host], bound) is is_ours


def _page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def _reword(folder: Path) -> None:
    lesson = next(folder.rglob("01-three-questions.md"))
    lesson.write_text(lesson.read_text().replace("wait longer than feels natural", "wait twice as long"))
