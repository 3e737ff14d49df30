"""The TypeScript half of the rules as one long-lived process: a question in, an answer out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools import node, node_packages

ROOT = Path(__file__).parents[2]
ENTRY = "site_templates/runtime/tests/twin.ts"


class OtherHalf:
    """Answers questions, one line of JSON each."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        # ASCII, because Node takes some other signs for the end of a line
        self._process.stdin.write(json.dumps(question).encode() + b"\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the TypeScript half broke off; what it said is in the captured output"
        found: dict[str, Any] = json.loads(line)
        return found


@contextmanager
def other_half(folder: Path) -> Iterator[OtherHalf]:
    """Bundle the TypeScript half into a folder and start it."""
    script = folder / "twin.mjs"
    options = ("--bundle", "--platform=node", "--format=esm", "--log-level=warning", f"--outfile={script}")
    subprocess.run([node_packages.esbuild(ROOT), ENTRY, *options], cwd=ROOT, check=True)
    found = node.find()
    assert found is not None
    process = subprocess.Popen([found.program, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with process:
        yield OtherHalf(process)
        assert process.stdin is not None
        process.stdin.close()
