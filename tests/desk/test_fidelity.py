"""Bands and means by the published scoring rules; the browser is tested with the same vectors."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from course.desk.fidelity import Summary, band_of, findings, summary
from course.model.framework import Instrument
from tests.conftest import Expect
from tests.desk.fidelity_cases import (
    PUBLISHED_PROGRAMME,
    PUBLISHED_SESSION,
    cases,
    instrument,
    scores,
)

VECTORS = Path(__file__).parents[1] / "vectors" / "fidelity.json"


def names(of: Instrument, ids: list[str]) -> list[str]:
    return [item.name for item in of.items if item.id in ids]


def by_band(of: Instrument, found: Summary) -> dict[str, list[str]]:
    bands = dict.fromkeys(found.bands.values())
    return {band: names(of, [name for name, there in found.bands.items() if there == band]) for band in bands}


def test_the_published_means_of_sessions_come_out_in_the_published_bands() -> None:
    scale = instrument("session")

    found = summary(scale.items, "session", scores(scale, PUBLISHED_SESSION), "group")

    # 3.29, satisfactory (p. 149 and 152)
    assert (found.mean_milli, found.band, found.rated, found.missing) == (3289, "satisfactory", 16, [])
    assert by_band(scale, found) == {
        "very-good": [
            "Therapeutic relationship",
            "Recovery orientation",
            "Involving all members",
            "Use of structured IMR curriculum",
            "Educational strategies",
        ],
        "satisfactory": [
            "Enlisting support between members",
            "Structure and efficient use of time",
            "Goals",
            "Motivational enhancement",
        ],
        "unsatisfactory": ["Involvement of significant others"],
        "needs-improvement": [
            "Weekly action planning",
            "Action plan review",
            "Cognitive-behavioural techniques",
            "Coping skills training",
            "Relapse prevention training",
            "Behavioural tailoring for medication",
        ],
    }


def test_seven_elements_of_the_session_scale_are_insufficient_and_goals_hides_the_eighth() -> None:
    scale = instrument("session")

    found = findings(scale.items, scores(scale, PUBLISHED_SESSION))

    assert names(scale, found.weak) == [
        "Involvement of significant others",
        "Weekly action planning",
        "Action plan review",
        "Cognitive-behavioural techniques",
        "Coping skills training",
        "Relapse prevention training",
        "Behavioural tailoring for medication",
    ]
    assert found.not_seen == ["GOA2"]  # goal follow-up is asked for separately


def test_the_items_of_the_pilot_come_out_by_item_and_their_mean_is_not_rounded_into_the_next_band() -> None:
    scale = instrument("programme")

    found = summary(scale.items, "programme", scores(scale, PUBLISHED_PROGRAMME), "group")

    assert by_band(scale, found) == {
        "high": [
            "Number of people in the session or group",
            "Programme length",
            "Comprehensiveness of curriculum",
            "Educational handouts",
            "Goal setting",
            "Motivation-based strategies",
            "Educational techniques",
            "Cognitive-behavioural techniques",
        ],
        "low": [
            "Significant others",
            "Coping skills training",
            "Relapse prevention training",
            "Behavioural tailoring for medication",
        ],
        "moderate": ["Goal follow-up"],
    }
    # printed as 4.0, which is 51.6 / 13 rounded
    assert (found.mean_milli, found.band) == (3969, "moderate")
    techniques = findings(scale.items, scores(scale, PUBLISHED_PROGRAMME)).to_observe
    assert techniques == ["fidelity-8", "fidelity-9", "fidelity-10"]


def test_both_languages_have_the_same_vectors(expect: Expect) -> None:
    expect(VECTORS, json.dumps(cases(), indent=1, ensure_ascii=False) + "\n")


@given(st.dictionaries(st.sampled_from([f"integrity-{n}" for n in range(1, 17)]), st.integers(1000, 5000)))
def test_a_mean_lies_between_the_lowest_and_the_highest_and_in_its_own_band(values: dict[str, int]) -> None:
    found = summary(instrument("session").items, "session", values, "trainer")

    if found.mean_milli is None:
        assert (values, found.band) == ({}, None)
    else:
        assert min(values.values()) <= found.mean_milli <= max(values.values())
        assert band_of(found.mean_milli, "session") == found.band
        assert not {values[name] for name in found.weakest} & {values[name] for name in found.strongest}


def test_the_mean_of_a_group_without_the_items_for_groups_is_not_the_published_one() -> None:
    scale = instrument("session")
    values = scores(scale, PUBLISHED_SESSION)
    for_groups = [item.id for item in scale.items if item.is_for_groups]
    without = {name: value for name, value in values.items() if name not in for_groups}

    assert summary(scale.items, "session", without, "trainer").missing == []
    assert summary(scale.items, "session", without, "group").missing == for_groups


def test_a_score_as_high_as_any_is_not_among_the_weakest() -> None:
    scale = instrument("session")

    found = summary(
        scale.items, "session", dict(zip(_ids(scale), (4000, 4000, 4000, 2000), strict=False)), "trainer"
    )

    assert (found.weakest, found.strongest) == (["integrity-4"], ["integrity-1", "integrity-2"])


def _ids(scale: Instrument) -> list[str]:
    return [item.id for item in scale.items]
