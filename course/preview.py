"""Serve a course locally, rebuild it after every change, and reload the browser."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from watchfiles import watch

from course import diagnostics, hosts, instant_preview
from course.build import engine, own_folder, paths, pipeline
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.reading.read_cache import MemoryReadCache
from course.reading.roots import roots

_WATCHED = ("content", "quizzes", "organisation.yml")
_TRIES = 20
_HEARTBEAT = 15.0
_RELOAD = (
    b"<script>(function(){var s=new EventSource('/-reload');"
    b"s.onmessage=function(){location.reload()}})()</script>"
)


class Changes:
    """The number of changes, for which browsers wait, and the pages of the instant preview."""

    def __init__(self) -> None:
        self._number = 0
        self._pages: dict[str, bytes] = {}
        self._condition = threading.Condition()

    def announce(self, pages: dict[str, bytes]) -> None:
        """Show these pages, and no others of before, in place of the site's."""
        with self._condition:
            self._pages = pages
            self._number += 1
            self._condition.notify_all()

    def page(self, path: str) -> bytes | None:
        """Return the page to show at a path, if it is not the site's."""
        with self._condition:
            return self._pages.get(path)

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
    author = _Author(folder, engine_name, is_colour)
    author.build()
    if not author.site.is_dir():
        print("Nothing to show yet: fix the findings above, and the site appears here.", flush=True)
    server = _listen(host, port, author.site, author.changes)
    address = f"http://{host}:{server.server_address[1]}/"
    print(f"Serving the course at {address}  (Ctrl-C stops)", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(target=author.build_when_asked, daemon=True).start()
    try:
        for _ in watch(*_watched(folder), watch_filter=partial(_is_authored, folder), debounce=200, step=20):
            author.on_save()
    finally:
        server.shutdown()
    return 0


class _Author:
    """An author at work: after a save there is an instant preview, and then the whole site."""

    def __init__(self, folder: Path, engine_name: str, is_colour: bool) -> None:
        self.changes = Changes()
        self.site = folder / paths.SITE
        self._folder = folder
        self._engine = engine_name
        self._is_colour = is_colour
        self._recent = MemoryReadCache()
        self._seen: Course | None = None  # the course as the site shows it
        self._is_asked = threading.Event()

    def on_save(self) -> None:
        """Read and check, show the instant preview, and ask for the whole site."""
        # what is only style can wait until the whole site is built
        checked = pipeline.check(self._folder, self._recent, is_linted=False)
        if checked.has_errors:
            self._say(checked.findings)
            return
        pages = instant_preview.pages(self._seen, checked.course, self.site) if self._seen else {}
        if pages:
            self.changes.announce(pages)
        self._is_asked.set()

    def build_when_asked(self) -> None:
        while self._is_asked.wait():
            self._is_asked.clear()
            print("Changed; building again …", flush=True)
            if self.build() and not self._is_asked.is_set():
                self.changes.announce({})

    def build(self) -> bool:
        """Build and print the findings; true when there is a new site."""
        checked = pipeline.check(self._folder, self._recent, is_linted=False)
        try:
            built = pipeline.build(self._folder, self._engine)
        except (engine.EngineError, own_folder.NotOursError) as error:
            print(f"error: {error}", flush=True)
            return False
        self._say(built.findings)
        if built.site is not None:
            self._seen = checked.course
        return built.site is not None

    def _say(self, findings: tuple[Diagnostic, ...]) -> None:
        errors = [finding for finding in findings if finding.is_error]
        if errors:
            print(diagnostics.render_all(errors, colour=self._is_colour), flush=True)
        elif findings:
            print(f"{diagnostics.count(findings)}; `course check` shows them.", flush=True)


def _watched(folder: Path) -> list[Path]:
    return [root for root in roots(folder) if root.is_dir()]


def _is_authored(folder: Path, _change: object, path: str) -> bool:
    return any(Path(path).is_relative_to(root / name) for root in roots(folder) for name in _WATCHED)


def _listen(host: str, port: int, site: Path, changes: Changes) -> ThreadingHTTPServer:
    """Listen on a port, or on the next free one."""
    handler = partial(_Handler, changes=changes, directory=str(site), host=host)
    for number in range(port, port + _TRIES):
        try:
            return ThreadingHTTPServer((host, number), handler)
        except OSError:
            if number == port + _TRIES - 1:
                raise
    raise AssertionError("the loop returns or raises")


class _Handler(SimpleHTTPRequestHandler):
    """The site's files, with a line in each page that reloads it after a change."""

    def __init__(self, *arguments: object, changes: Changes, directory: str, host: str) -> None:
        self._changes = changes
        self._host = host
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if not hosts.is_ours(self.headers.get_all("Host", []), self._host):
            self._refuse_host()
        elif self.path == "/-reload" and self.command == "GET":
            self._send_changes()
        else:
            self._send_path()

    do_HEAD = do_GET  # noqa: N815, the name that the base class looks for

    def _send_path(self) -> None:
        """Send what is at the path that was asked for; what cannot be a path is not there."""
        page = self._page()
        try:
            is_folder = page is not None and page.is_dir()
            if page is not None and is_folder and urlsplit(self.path).path.endswith("/"):
                page = page / "index.html"
            elif is_folder:
                self._redirect_to_folder()
                return
            preview = self._changes.page(page.relative_to(self.directory).as_posix()) if page else None
            if preview is not None:
                self._send_page(preview, 200)
            elif page is not None and page.suffix == ".html" and page.is_file():
                self._send_page(page.read_bytes(), 200)
            elif page is not None and page.is_file():
                self._send_file()
            else:
                self._send_missing()
        except (OSError, ValueError) as error:  # a name too long, or a zero byte
            if isinstance(error, ConnectionError):
                return
            self._send_missing()

    def _page(self) -> Path | None:
        """Return the place of the path that was asked for, if it can lie in the site."""
        try:
            page = Path(self.translate_path(self.path))
        except ValueError:
            return None
        return page if page.is_relative_to(self.directory) else None

    def _send_file(self) -> None:
        if self.command == "HEAD":
            super().do_HEAD()
        else:
            super().do_GET()

    def _redirect_to_folder(self) -> None:
        """Lead to the folder's address with a slash, from which the links of its page count."""
        asked = urlsplit(self.path)
        # one slash at the beginning: two would be the address of another host
        inside = asked.path.strip("/\\")
        path = f"/{inside}/" if inside else "/"
        self.send_response(301)
        self.send_header("Location", urlunsplit(("", "", path, asked.query, "")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send_missing(self) -> None:
        missing = Path(self.directory) / "404.html"
        self._send_page(missing.read_bytes() if missing.is_file() else b"", 404)

    def _refuse_host(self) -> None:
        content = b"This preview answers to the name of its own machine only. Open the address it printed.\n"
        self._send(content, 421, "text/plain; charset=utf-8")

    def _send_page(self, content: bytes, status: int) -> None:
        self._send(content.replace(b"</body>", _RELOAD + b"</body>"), status, "text/html; charset=utf-8")

    def _send(self, content: bytes, status: int, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_changes(self) -> None:
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
