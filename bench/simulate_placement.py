"""How often the placement check finds what is weakest: trainers of known levels sit it.

`python -m bench.simulate_placement` writes its tables into docs/placement.md; it takes some minutes.
The check stands in TypeScript only, so `simulate_placement.ts` is bundled and run by Node.
Equal runs give equal tables.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb, sqrt
from pathlib import Path
from statistics import mean, pstdev

import msgspec

from bench.document import write_between
from tools import node
from tools.node_packages import esbuild

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "placement.md"
BEGIN, END = "<!-- simulation: begin -->", "<!-- simulation: end -->"
TRAINERS = 1000
SUGGESTED = 3
COMPETENCIES = 12
LOOKED_AT = (24, 48)
FORMS = ("adaptive", "fixed")


class Suggested(msgspec.Struct, frozen=True, rename="camel"):
    chance: float
    sureness: str
    is_weakest: bool


class Moment(msgspec.Struct, frozen=True, rename="camel"):
    """What one trainer was shown after so many questions."""

    form: str
    questions: int
    is_stable: bool
    suggested: tuple[Suggested, ...]

    @property
    def found(self) -> int:
        return sum(one.is_weakest for one in self.suggested)


Trainers = Sequence[Sequence[Moment]]


@dataclass(frozen=True)
class Found:
    """Of the three that are truly weakest: the share found, and how often at least two, and all three."""

    share: float
    two: float
    three: float
    error: float  # of the share


def simulate(is_guessing: bool, trainers: int = TRAINERS) -> Trainers:
    """Let trainers sit the check and a fixed form over the same questions."""
    found = node.find()
    assert found is not None, "the simulation needs Node"
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "simulate_placement.mjs"
        source = ROOT / "bench" / "simulate_placement.ts"
        bundling = [str(esbuild(ROOT)), str(source), "--bundle", "--platform=node", "--format=esm"]
        subprocess.run([*bundling, "--log-level=warning", f"--outfile={script}"], check=True, cwd=ROOT)
        guessing = "guessing" if is_guessing else "not-guessing"
        made = subprocess.run(
            [str(found.program), str(script), str(trainers), guessing], check=True, capture_output=True
        )
    return msgspec.json.decode(made.stdout, type=tuple[tuple[Moment, ...], ...])


def found(moments: Iterable[Moment]) -> Found:
    """Say how many of the weakest were found at these moments."""
    counts = [moment.found for moment in moments]
    shares = [count / SUGGESTED for count in counts]
    return Found(
        share=mean(shares),
        two=mean(count >= 2 for count in counts),
        three=mean(count == SUGGESTED for count in counts),
        error=pstdev(shares) / sqrt(len(shares)),
    )


def by_chance() -> Found:
    """Say how many someone finds who draws three of all."""
    ways = [comb(SUGGESTED, hit) * comb(COMPETENCIES - SUGGESTED, SUGGESTED - hit) for hit in range(4)]
    drawn = [count / comb(COMPETENCIES, SUGGESTED) for count in ways]
    return Found(share=SUGGESTED / COMPETENCIES, two=drawn[2] + drawn[3], three=drawn[3], error=0)


def at(trainers: Trainers, form: str, questions: int) -> list[Moment]:
    """Return what was suggested to each trainer after so many questions."""
    return [
        moment
        for moments in trainers
        for moment in moments
        if (moment.form, moment.questions) == (form, questions)
    ]


def stopped(trainers: Trainers) -> list[Moment]:
    """Return where each adaptive check stopped: when its suggestion was stable first, or at its end."""
    adaptive = ([moment for moment in moments if moment.form == "adaptive"] for moments in trainers)
    return [next((moment for moment in moments if moment.is_stable), moments[-1]) for moments in adaptive]


def tables() -> str:
    """Return the tables as Markdown."""
    parts = []
    for is_guessing, title in ((False, "### Without guessing"), (True, "### With guessing")):
        trainers = simulate(is_guessing)
        parts += [title, _found_table(trainers), _stopped_line(trainers), _SAID, _said_table(trainers)]
    return "\n\n".join(parts)


def _found_table(trainers: Trainers) -> str:
    rows = [
        line(name_of(form, questions), found(at(trainers, form, questions)))
        for questions in LOOKED_AT
        for form in FORMS
    ]
    head = "| | found of the three | at least two | all three |\n|---|---|---|---|"
    return "\n".join([head, *rows, line("by chance", by_chance())])


def name_of(form: str, questions: int) -> str:
    """Return how a row of the first table is named."""
    return f"{form}, {questions} questions"


def line(name: str, found: Found) -> str:
    """Return a row of the first table, in per cent."""
    error = f" ± {_per_cent(2 * found.error)}" if found.error else ""
    return f"| {name} | {_per_cent(found.share)}{error} | {_per_cent(found.two)} | {_per_cent(found.three)} |"


def _stopped_line(trainers: Trainers) -> str:
    ends = stopped(trainers)
    early = [moment for moment in ends if moment.questions < LOOKED_AT[-1]]
    questions = mean(moment.questions for moment in ends)
    share = _per_cent(found(ends).share)
    return (
        "Its suggestion was stable before the end, so that the check stopped, "
        f"for {len(early)} of the {len(ends):,} trainers; "
        f"with them it asked {questions:.1f} questions on average and found {share} per cent."
    )


_SAID = "What the check said of each suggestion when it stopped, and how often it was true:"


def _said_table(trainers: Trainers) -> str:
    suggested = [one for moment in stopped(trainers) for one in moment.suggested]
    rows = [
        _said_line(words, [one for one in suggested if one.sureness == name]) for name, words in _SURENESS
    ]
    return "\n".join(["| said | times | per cent true |", "|---|---|---|", *rows])


def _said_line(words: str, suggested: Sequence[Suggested]) -> str:
    return f"| {words} | {len(suggested)} | {_per_cent(mean(one.is_weakest for one in suggested))} |"


def _per_cent(share: float) -> str:
    return f"{share * 100:.0f}"


_SURENESS = (("likely", "*likely*"), ("fairly-likely", "*fairly likely*"), ("guess", "*a first guess*"))


def main() -> None:
    """Put the tables into the document, between the marks."""
    words = f"{TRAINERS:,} simulated trainers, the same for every row."
    write_between(DOCUMENT, BEGIN, END, f"{words}\n\n{tables()}")


if __name__ == "__main__":
    main()
