"""The vectors of evidence and profiles, computed anew and compared whole."""

from __future__ import annotations

from tests.conftest import Expect
from tests.learning import learning_vectors, plausibility_cases
from tests.records.vector_files import VECTORS


def test_evidence_is_what_comes_out(expect: Expect) -> None:
    expect(VECTORS / "evidence.json", learning_vectors.evidence_text())


def test_profiles_are_what_comes_out(expect: Expect) -> None:
    expect(VECTORS / "profile.json", learning_vectors.profile_text())


def test_units_are_done_without_what_waits(expect: Expect) -> None:
    expect(VECTORS / "waiting.json", learning_vectors.waiting_text())


def test_disagreements_are_what_comes_out(expect: Expect) -> None:
    expect(VECTORS / "disagreements.json", learning_vectors.disagreements_text())


def test_notes_are_what_comes_out(expect: Expect) -> None:
    expect(VECTORS / "plausibility.json", plausibility_cases.plausibility_text())
