"""Compile a course for IMR trainers into a static training site."""

__version__ = "0.1.0"
