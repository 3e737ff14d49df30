"""A local web server that compresses, and tells what it has sent."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

_TEXT = (".html", ".js", ".css", ".json", ".svg", ".xml", ".map")


@dataclass(frozen=True)
class Sent:
    """One answer: its path below the site, and the bytes of its body as sent."""

    path: str
    size: int


@dataclass
class Server:
    """Where a site is served, and what was asked for since it was last looked at."""

    address: str
    sent: list[Sent] = field(default_factory=list)

    def taken(self) -> list[Sent]:
        """Return what was sent, and begin anew."""
        sent = list(self.sent)
        self.sent.clear()
        return sent


@contextmanager
def serving(site: Path) -> Iterator[Server]:
    """Serve a site while inside."""
    server = Server("")
    listening = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, server, directory=str(site)))
    listening.daemon_threads = True
    server.address = f"http://127.0.0.1:{listening.server_address[1]}"
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()


@cache
def compressed(content: bytes) -> bytes:
    """Return what a web server would send of a text."""
    return gzip.compress(content, compresslevel=6, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, server: Server, *arguments: object, directory: str) -> None:
        self._server = server
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        content = file.read_bytes() if file.is_file() else b""
        is_text = file.suffix in _TEXT
        body = compressed(content) if is_text else content
        self._server.sent.append(Sent(urlsplit(self.path).path.lstrip("/"), len(body)))
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        return
