"""Credit and cut, and the estimate that scipy gives: an implementation that is not ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scipy.stats import beta

from tests.records.vector_files import text_of

CREDIT = (
    (0, 0), (0, 1), (1, 1), (0.5, 1), (0, 12), (6, 12), (9, 12), (11, 12), (12, 12), (9.333, 12),
    (14, 15), (15, 15), (0.001, 15), (14.999, 15), (27, 30), (28, 30), (30, 30), (3, 30), (13.5, 20),
    (45, 45), (7.5, 7.5), (3.25, 3.75), (0.9375, 0.9375), (0.234375, 0.46875), (1e-9, 1e-9), (0, 1e-6),
    (80, 100), (95, 100), (790, 1000), (812.345, 1000), (0, 20_000), (16_000, 20_000), (15_900, 20_000),
    (16_100.5, 20_000), (20_000, 20_000), (10_000, 20_000),
)  # fmt: skip
CUTS = (0.8, 0.7)


def text() -> str:
    """Return the file."""
    return text_of(
        "credit s of n, and a cut -> mean, 80 % interval and P(theta >= cut); to agree within 1e-9",
        cases=list(_cases()),
    )


def _cases() -> Iterator[dict[str, Any]]:
    for s, n in CREDIT:
        for cut in CUTS:
            posterior = beta(s + 0.5, n - s + 0.5)
            yield {
                "s": s,
                "n": n,
                "cut": cut,
                "mean": float(posterior.mean()),
                "low": float(posterior.ppf(0.1)),
                "high": float(posterior.ppf(0.9)),
                "probability": float(posterior.sf(cut)),
            }
