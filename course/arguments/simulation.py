"""What is asked of `course simulate`: who is invented, or which study is planned."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.arguments.common import Commands, command
from course.arguments.values import morning, number_within, pair, whole_within

_COUNT = whole_within(1, 1000)  # of sets, items, weeks, devices: more would take days, or is a slip


def add(commands: Commands[ArgumentParser]) -> None:
    """Add `course simulate`."""
    simulate = command(commands, "simulate", "invent trainers with known levels, or plan a study", _run)
    simulate.add_argument(
        "folder", metavar="COURSE", type=Path, nargs="?", help="the course (default: the shipped one)"
    )
    simulate.add_argument("--trainers", metavar="N", type=whole_within(1, 1_000_000), help="how many")
    simulate.add_argument("--out", metavar="DIR", type=Path, help="a new folder for the records")
    simulate.add_argument(
        "--seed",
        metavar="S",
        type=whole_within(0, 10**12),
        default=1,
        help="equal seeds make equal records (default: 1)",
    )
    simulate.add_argument(
        "--level",
        type=number_within(0, 1),
        default=0.75,
        help="the mean of the true levels, from 0 to 1 (default: .75)",
    )
    simulate.add_argument(
        "--spread",
        type=number_within(0, 0.5),
        default=0.1,
        help="the standard deviation of the levels (default: .1)",
    )
    simulate.add_argument(
        "--item-spread",
        type=number_within(0, 5),
        default=0.7,
        help="the standard deviation of the items' difficulty, in logits (default: .7)",
    )
    simulate.add_argument(
        "--sets", metavar="N", type=_COUNT, default=12, help="sets of items that each works through (12)"
    )
    simulate.add_argument("--set-size", metavar="N", type=_COUNT, default=5, help="items in a set (5)")
    simulate.add_argument(
        "--weeks", metavar="N", type=_COUNT, default=12, help="weeks over which the sets are spread (12)"
    )
    simulate.add_argument(
        "--devices", metavar="N", type=_COUNT, default=1, help="devices of each trainer (1)"
    )
    simulate.add_argument(
        "--exercises",
        metavar="N",
        type=whole_within(0, 1000),
        default=6,
        help="dialogues, and as many rating exercises, of each trainer (6)",
    )
    simulate.add_argument(
        "--start", metavar="DATE", type=morning, default="2025-01-06", help="the first day (2025-01-06)"
    )
    simulate.add_argument(
        "--misleading",
        metavar="ITEM=OPTION",
        type=pair,
        action="append",
        default=[],
        help="an item where those who know better pick this wrong option; may be repeated",
    )
    simulate.add_argument(
        "--plan", action="store_true", help="write nothing; show how many trainers and items a study needs"
    )
    simulate.add_argument("--format", choices=("text", "json"), default="text", help="of `--plan`")


def _run(words: Namespace) -> int:
    from course.commands import simulate
    from course.commands.output import WRONG_USE, fail
    from course.simulation.study import Design

    if words.plan:
        return simulate.plan(words.level, words.spread, words.format)
    missing = [name for name in ("trainers", "out") if getattr(words, name) is None]
    if missing:
        return fail(f"say --{' and --'.join(missing)}", "or plan a study with `--plan`", WRONG_USE)
    names = ("seed", "level", "spread", "item_spread", "sets", "set_size", "weeks", "devices", "exercises")
    shape = {name: getattr(words, name) for name in (*names, "start")}
    design = Design(**shape, misleading=dict(words.misleading))
    return simulate.run(words.folder, words.trainers, words.out, design)
