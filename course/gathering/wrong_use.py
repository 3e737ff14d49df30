"""What commands say when they are called with words that lead nowhere."""

from __future__ import annotations


class WrongUseError(Exception):
    """The command was called with words that lead nowhere; the message says which."""
