"""Serve a course locally, rebuild it after every change, and reload the browser."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from course import build, diagnostics, engine

_WATCHED = ("content", "quizzes", "organisation.yml")
_TRIES = 20
_HEARTBEAT = 15.0
_RELOAD = (
    b"<script>(function(){var s=new EventSource('/-reload');"
    b"s.onmessage=function(){location.reload()}})()</script>"
)


class Changes:
    """Tells every waiting browser that there is a new site."""

    def __init__(self) -> None:
        self._number = 0
        self._condition = threading.Condition()

    def announce(self) -> None:
        with self._condition:
            self._number += 1
            self._condition.notify_all()

    def wait(self, seen: int) -> int:
        """Wait for a newer number, or for a heartbeat's time."""
        with self._condition:
            self._condition.wait_for(lambda: self._number > seen, timeout=_HEARTBEAT)
            return self._number

    @property
    def number(self) -> int:
        return self._number


def serve(folder: Path, engine_name: str, host: str, port: int, *, is_colour: bool) -> int:
    """Build and serve until interrupted; return an exit code."""
    folder = folder.resolve()
    print("Building the course …", flush=True)
    _build(folder, engine_name, is_colour=is_colour)
    site = folder / build.SITE
    if not site.is_dir():
        print("Nothing to show yet: mend the findings above, and the site appears here.", flush=True)
    changes = Changes()
    server = _listen(host, port, site, changes)
    address = f"http://{host}:{server.server_address[1]}/"
    print(f"Serving the course at {address}  (Ctrl-C stops)", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for _ in watch(*_watched(folder), watch_filter=partial(_is_authored, folder), rust_timeout=500):
            print("Changed; building again …", flush=True)
            if _build(folder, engine_name, is_colour=is_colour):
                changes.announce()
    finally:
        server.shutdown()
    return 0


def _build(folder: Path, engine_name: str, *, is_colour: bool) -> bool:
    """Build and print what the author should know; true when there is a new site."""
    try:
        built = build.build(folder, engine_name)
    except engine.EngineError as error:
        print(f"error: {error}", flush=True)
        return False
    errors = [finding for finding in built.findings if finding.is_error]
    if errors:
        print(diagnostics.render_all(errors, colour=is_colour), flush=True)
    elif built.findings:
        said = diagnostics.count(built.findings)
        print(f"{said}; `course check` shows them.", flush=True)
    return built.site is not None


def _watched(folder: Path) -> list[Path]:
    return [root for root in build.roots(folder) if root.is_dir()]


def _is_authored(folder: Path, _change: object, path: str) -> bool:
    return any(Path(path).is_relative_to(root / name) for root in build.roots(folder) for name in _WATCHED)


def _listen(host: str, port: int, site: Path, changes: Changes) -> ThreadingHTTPServer:
    """Listen on a port, or on the next free one."""
    handler = partial(_Handler, changes=changes, directory=str(site))
    for number in range(port, port + _TRIES):
        try:
            return ThreadingHTTPServer((host, number), handler)
        except OSError:
            if number == port + _TRIES - 1:
                raise
    raise AssertionError("the loop returns or raises")


class _Handler(SimpleHTTPRequestHandler):
    """The site's files, with a line in each page that reloads it after a change."""

    def __init__(self, *arguments: object, changes: Changes, directory: str) -> None:
        self._changes = changes
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == "/-reload":
            self._tell_changes()
            return
        page = Path(self.translate_path(self.path))
        page = page / "index.html" if page.is_dir() else page
        if page.suffix == ".html" and page.is_file():
            self._send_page(page.read_bytes(), 200)
        elif page.exists():
            super().do_GET()
        else:
            missing = Path(self.directory) / "404.html"
            self._send_page(missing.read_bytes() if missing.is_file() else b"", 404)

    def _send_page(self, content: bytes, status: int) -> None:
        content = content.replace(b"</body>", _RELOAD + b"</body>")
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _tell_changes(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = self._changes.number
        try:
            while True:
                number = self._changes.wait(seen)
                self.wfile.write(b"data: changed\n\n" if number > seen else b": still here\n\n")
                self.wfile.flush()
                seen = number
        except OSError:
            return

    def log_message(self, format: str, *arguments: object) -> None:
        return
