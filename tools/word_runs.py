"""Runs of words in a text, as hashes: what tells that a sentence of it was copied, without holding the text.

`python -m tools.word_runs FACTS.md` writes those of a text that the course may use and must not repeat.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

RUN = 12  # words
BYTES = 5  # of each hash: among a million runs, about one in fifty times a chance match
KEPT = Path("tests") / "word_runs.bin"
MOST_BYTES = 200_000

_MARKS = re.compile(r"\[(?:@|[VKP]\b)[^\]]*\]")  # citations, and how sure a fact is
_ADDRESSES = re.compile(r"\]\([^)]*\)")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without signs, citations and addresses."""
    plain = _ADDRESSES.sub("] ", _MARKS.sub(" ", text)).lower()
    return _WORD.findall(plain.replace("’", "").replace("'", ""))


def runs_of(words: list[str]) -> Iterator[tuple[int, bytes]]:
    """Yield the hash of each run of words, with where it begins."""
    for at in range(len(words) - RUN + 1):
        run = " ".join(words[at : at + RUN])
        yield at, sha256(run.encode()).digest()[:BYTES]


def kept(path: Path) -> frozenset[bytes]:
    """Read the hashes that were written."""
    whole = path.read_bytes()
    return frozenset(whole[at : at + BYTES] for at in range(0, len(whole), BYTES))


def write(text: str, path: Path) -> int:
    """Write the hashes of a text in an order that says nothing of the text; return how many."""
    hashes = sorted({found for _, found in runs_of(words_of(text))})
    whole = b"".join(hashes)
    if len(whole) > MOST_BYTES:
        raise ValueError(f"{len(whole)} bytes are more than {MOST_BYTES}")
    path.write_bytes(whole)
    return len(hashes)


if __name__ == "__main__":
    print(write(Path(sys.argv[1]).read_text(encoding="utf-8"), KEPT), "runs")
