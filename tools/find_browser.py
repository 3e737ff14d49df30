"""Print the Chromium that the tests drive, and fetch one when there is none.

Nothing is printed when the tests are to use the browser that Playwright keeps for itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
APT = (("apt-get", "update"), ("apt-get", "install", "-y", "chromium"))


def find() -> str | None:
    """Find a Chromium on PATH that starts."""
    for name in NAMES:
        program = shutil.which(name)
        # Ubuntu's chromium-browser is there without a browser behind it
        if program is not None and _succeeds(program, "--version"):
            return program
    return None


def install_from_debian() -> str | None:
    """Install Debian's Chromium where this is allowed."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return None
    _say("installing Chromium for the tests with apt-get")
    return find() if all(_succeeds(*command) for command in APT) else None


def install_from_playwright() -> bool:
    """Let Playwright fetch its own Chromium; this does nothing when it is there."""
    libraries = ["--with-deps"] if os.geteuid() == 0 else []
    return _succeeds(sys.executable, "-m", "playwright", "install", *libraries, "chromium")


def main() -> int:
    """Print the path, or say what to do."""
    program = find() or install_from_debian()
    if program is None and not install_from_playwright():
        _say("error: no Chromium to test with, and none could be fetched")
        _say("  = help: install Chromium so that `chromium` is on PATH, then run `make test` again")
        return 1
    print(program or "")
    return 0


def _succeeds(*command: str) -> bool:
    # standard output is for the path alone
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = subprocess.DEVNULL if command[-1] == "--version" else sys.stderr
    return subprocess.run(command, env=environment, stdout=quiet, stderr=quiet).returncode == 0


def _say(words: str) -> None:
    print(words, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
