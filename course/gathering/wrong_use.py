"""What commands say when they are called with words that lead nowhere."""

from __future__ import annotations


class WrongUseError(Exception):
    """The command was called with words that lead nowhere; `str()` says which, and the next step, if any."""

    def __init__(self, message: str, step: str = "") -> None:
        super().__init__(f"{message}\n  = help: {step}" if step else message)
