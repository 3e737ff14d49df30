"""Measure, and write `bench/results.md`.

`python -m bench.run` runs everything, `python -m bench.run --only build --sizes 60` less.
"""

from __future__ import annotations

import argparse
import compileall
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import report
from bench.builds.tasks import CHECKOUT
from bench.measuring import CommandError
from bench.report import Found

SIZES = (60, 300, 1000)
EVENTS = (1_000, 10_000, 20_000, 75_000)


def main(words: Sequence[str] | None = None) -> int:
    """Run the parts that are asked for; each writes its own section."""
    arguments = _parser().parse_args(words)
    # as pip does for every other tool, or each process would compile our modules again
    compileall.compile_dir(CHECKOUT / "course", quiet=1)
    for part in arguments.only:
        before = time.monotonic()
        print(f"== {part}", flush=True)
        try:
            report.write(part, PARTS[part](arguments), arguments.output)
        except CommandError as error:
            print(f"error: {error}", file=sys.stderr)
            return 1
        print(f"== {part} took {time.monotonic() - before:.0f} s", flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench.run", description="Measure, and write bench/results.md."
    )
    parser.add_argument(
        "--only", type=_names, default=[*PARTS], metavar="PART,…", help=f"of {', '.join(PARTS)}"
    )
    parser.add_argument("--sizes", type=_numbers, default=SIZES, metavar="N,…", help="lessons of the courses")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of builds up to 300 lessons")
    parser.add_argument("--large-rounds", type=int, default=1, help="rounds of builds above 300 lessons")
    parser.add_argument("--clicks", type=int, default=120, help="clicks on Check on each page")
    parser.add_argument("--records", type=int, default=10_000, help="record files; 100000 are really run")
    parser.add_argument("--events", type=_numbers, default=EVENTS, metavar="N,…", help="events of one record")
    parser.add_argument("--output", type=Path, default=report.DOCUMENT, help="default: bench/results.md")
    return parser


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in PARTS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is no part; name one of {', '.join(PARTS)}")
    return names


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(number) for number in text.split(",")))


def _build(arguments: argparse.Namespace) -> Found:
    from bench.builds import part

    return part.run(part.Sizes(arguments.sizes, arguments.rounds, arguments.large_rounds))


def _serve(arguments: argparse.Namespace) -> Found:
    from bench import serving

    return serving.run(arguments.sizes, arguments.rounds)


def _browser(arguments: argparse.Namespace) -> Found:
    from bench.browser import part

    return part.run(min(arguments.sizes), arguments.clicks, arguments.rounds)


def _records(arguments: argparse.Namespace) -> Found:
    from bench.records import part

    return part.run(arguments.records, arguments.rounds)


def _growth(arguments: argparse.Namespace) -> Found:
    from bench.growth import part

    return part.run(arguments.events, arguments.rounds)


def _cohort(arguments: argparse.Namespace) -> Found:
    from bench.cohort import part

    return part.run(min(arguments.records, part.MOST), min(arguments.rounds, 3))


def _cohort_cli(arguments: argparse.Namespace) -> Found:
    from bench.cohort_cli import part

    return part.run(arguments.records, min(arguments.rounds, 3))


PARTS: dict[str, Callable[[argparse.Namespace], Found]] = {
    "build": _build,
    "serve": _serve,
    "browser": _browser,
    "records": _records,
    "growth": _growth,
    "cohort": _cohort,
    "cohort-cli": _cohort_cli,
}


if __name__ == "__main__":
    sys.exit(main())
