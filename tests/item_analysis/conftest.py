"""A generated course, and records of invented trainers who have worked with it."""

from __future__ import annotations

from tests.simulation.conftest import course_and_keys, course_at

__all__ = ["course_and_keys", "course_at"]
