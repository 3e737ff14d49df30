"""The npm packages that the browser code needs, in `node_modules/`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools import node

# No package's own script runs on a developer's or a host's machine.
# The two `--include` hold where NODE_ENV or an npm setting would leave packages out.
INSTALL = ("ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund")
LINES_OF_NPM_TO_SHOW = 15


class BundleError(Exception):
    """The browser code cannot be bundled; the message says why and what to do."""


def install(root: Path) -> None:
    """Fetch exactly the packages of `package-lock.json`, unless they are there."""
    if _are_installed(root):
        return
    found = node.find()
    if found is None:
        raise BundleError(
            f"the browser code needs Node {node.OLDEST} or newer, and there is none on PATH\n"
            f'  = help: install Node, or run `pip install "{node.PACKAGE}"`, then try again'
        )
    outcome = subprocess.run(
        [*found.npm, *INSTALL],
        cwd=root,
        env=found.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if outcome.returncode != 0:
        last = "\n".join(outcome.stdout.splitlines()[-LINES_OF_NPM_TO_SHOW:])
        raise BundleError(
            f"{last}\n\n`npm ci` could not fetch the packages of the browser code; its last words are above\n"
            "  = help: check that this machine reaches the npm registry, then try again"
        )


def esbuild(root: Path) -> Path:
    """Find esbuild's own program, which needs neither Node nor a script to set it up."""
    for pattern in ("*/bin/esbuild", "*/esbuild.exe"):
        for program in sorted((root / "node_modules" / "@esbuild").glob(pattern)):
            return program
    raise BundleError(
        "npm brought no esbuild for this kind of machine\n"
        "  = help: remove the folder node_modules/, then try again"
    )


def _are_installed(root: Path) -> bool:
    # npm writes this file last, so an interrupted installation does not count
    done = root / "node_modules" / ".package-lock.json"
    if not done.is_file():
        return False
    wanted = (root / "package.json", root / "package-lock.json")
    return all(file.stat().st_mtime <= done.stat().st_mtime for file in wanted)


if __name__ == "__main__":
    try:
        install(Path(__file__).parents[1])
    except BundleError as problem:
        sys.exit(f"error: {problem}")
