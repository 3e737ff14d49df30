"""Clusters: responses that share a case or a list say less than as many that share nothing."""

from __future__ import annotations

CORRELATION = 0.2  # assumed between responses of one cluster; docs/estimates.md says how it was chosen

_OTHERS_NEEDED = round(1 / CORRELATION)  # a whole number, so that sums are equal in both languages


def share(members: int) -> float:
    """Return 1 / (1 + (m − 1)ρ) for m members with correlation ρ: one over the design effect (Kish 1965)."""
    return _OTHERS_NEEDED / (_OTHERS_NEEDED + members - 1)
