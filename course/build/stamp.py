"""The stamp of a build: what a site was made from, the state of its files, and the findings.

When all of it still fits, nothing has to be made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from course import files
from course.diagnostics import Diagnostic, Severity
from course.source import Source, Span


@dataclass(frozen=True)
class Stamp:
    """Fingerprints of what was read, of what built it, of the engine and of the site, and the findings.

    `images` are the paths of the images that were shown, because they may be anywhere in the course.
    """

    course: str
    builder: str
    engine: str
    site: str
    images: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


class DamagedStampError(Exception):
    """There is a stamp and it cannot be used."""


def read(path: Path) -> Stamp | None:
    """Read a stamp; None if there is none. Raise DamagedStampError."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedStampError from error
    try:
        checksum, _, body = text.partition("\n")
        if checksum != _checksum(body):
            raise DamagedStampError
        return _stamp(json.loads(body))
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedStampError from error


def write(path: Path, stamp: Stamp) -> None:
    """Write a stamp in one act."""
    found = {
        "course": stamp.course,
        "builder": stamp.builder,
        "engine": stamp.engine,
        "site": stamp.site,
        "images": stamp.images,
        "findings": [_finding_json(finding) for finding in stamp.findings],
        "texts": _texts(stamp.findings),
    }
    body = json.dumps(found, ensure_ascii=True, separators=(",", ":"))
    files.replace(path, f"{_checksum(body)}\n{body}".encode())


def _checksum(body: str) -> str:
    return sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def _stamp(found: dict[str, Any]) -> Stamp:
    sources = {path: Source(path, text) for path, text in found["texts"].items()}
    return Stamp(
        course=found["course"],
        builder=found["builder"],
        engine=found["engine"],
        site=found["site"],
        images=tuple(found["images"]),
        findings=tuple(_finding(one, sources) for one in found["findings"]),
    )


def _texts(findings: Iterable[Diagnostic]) -> dict[str, str]:
    return {finding.span.source.path: finding.span.source.text for finding in findings}


def _finding_json(finding: Diagnostic) -> list[Any]:
    span = finding.span
    return [
        finding.code,
        finding.message,
        [span.source.path, span.start, span.end],
        finding.help,
        finding.severity.value,
    ]


def _finding(found: Sequence[Any], sources: dict[str, Source]) -> Diagnostic:
    code, message, (path, start, end), step, severity = found
    return Diagnostic(code, message, Span(sources[path], start, end), step, Severity(severity))
