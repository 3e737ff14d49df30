from __future__ import annotations

import json
from itertools import product
from pathlib import Path

from course.cohort.suppression import LEAST_GROUP, suppressed

VECTORS = Path(__file__).parents[1] / "vectors" / "suppressed.json"


def test_no_count_is_shown_or_can_be_computed_by_which_someone_could_be_recognised() -> None:
    for counts in product((0, 1, 3, 4, 5, 6, 20), repeat=3):
        shown = suppressed(counts)
        hidden = [count for count, seen in zip(counts, shown, strict=True) if seen is None]

        assert all(seen is None or seen == count for count, seen in zip(counts, shown, strict=True))
        assert all(seen is None or seen >= LEAST_GROUP for seen in shown)
        assert len(hidden) != 1
        assert not hidden or sum(hidden) >= LEAST_GROUP or len(hidden) == len(counts)


def test_counts_are_hidden_here_as_in_the_browser() -> None:
    for case in json.loads(VECTORS.read_text())["cases"]:
        assert list(suppressed(case["counts"])) == case["shown"]


def test_what_is_large_enough_is_shown() -> None:
    assert suppressed((5, 6, 7)) == (5, 6, 7)
    assert suppressed((0, 5, 20)) == (None, None, 20)
    assert suppressed((1, 1, 2)) == (None, None, None)
