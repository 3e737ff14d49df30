"""The vectors that both languages are tested with, computed anew and compared whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Expect
from tests.records import canonical_vectors, chain_vectors, import_vectors, merge_vectors
from tests.records.vector_files import VECTORS

FILES = {
    "canonical.json": canonical_vectors.text,
    "chain.json": chain_vectors.text,
    "merge.json": merge_vectors.text,
    "import.json": import_vectors.text,
}


@pytest.mark.parametrize("name", FILES)
def test_vectors_are_what_comes_out(name: str, expect: Expect) -> None:
    make: Callable[[], str] = FILES[name]

    expect(VECTORS / name, make())


def test_there_are_at_least_thirty_merges() -> None:
    assert len(merge_vectors.CASES) >= 30
