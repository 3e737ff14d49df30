"""Values of options: read from text, or refused with words."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from typing import TypeVar

Number = TypeVar("Number", int, float)


def day(text: str) -> str:
    """Read a day such as 2025-01-06."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is no date such as 2025-01-06") from None


def morning(text: str) -> int:
    """Read a day as the milliseconds since 1970 of its 8 o'clock in UTC."""
    asked = datetime.date.fromisoformat(day(text))
    days = (asked - datetime.date(1970, 1, 1)).days
    if not 1970 <= asked.year < 2100:
        raise argparse.ArgumentTypeError(f"{text} is not from 1970 to 2099")
    return (days * 24 + 8) * 3_600_000


def pair(text: str) -> tuple[str, str]:
    """Read ITEM=OPTION."""
    name, sign, option = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"`{text}` has not the form ITEM=OPTION")
    return name, option


def whole(text: str) -> int:
    """Read a number of 1 or more."""
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is no whole number such as 4") from None
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is under 1")
    return number


def whole_within(low: int, high: int) -> Callable[[str], int]:
    """Return what reads a whole number within limits."""
    return _within(int, "no whole number", low, high)


def number_within(low: float, high: float) -> Callable[[str], float]:
    """Return what reads a number within limits, with a decimal point; `nan` is within none."""
    return _within(float, "no number", low, high)


def _within(read: Callable[[str], Number], fact: str, low: Number, high: Number) -> Callable[[str], Number]:
    def value(text: str) -> Number:
        try:
            number = read(text)
        except ValueError:
            pass
        else:
            if low <= number <= high:
                return number
        raise argparse.ArgumentTypeError(f"`{text}` is {fact} from {low:,} to {high:,}")

    return value
