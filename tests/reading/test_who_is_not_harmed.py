"""Survivors, those who search, those who fight each other, and who only tells: none of them is counted, blamed or quoted."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Rescuers pulled six bodies and three survivors from the rubble.", "en", [("killed", 6)]),
        ("Clashes between farmers and herders left 14 dead.", "en", [("killed", 14)]),
        ("Rescue workers are searching for 12 people believed trapped under rubble.", "en", [("missing", 12)]),
        ("Twelve years after the massacre of 300 villagers, survivors are still waiting.", "en", [("killed", 300)]),
        ("Er werden zes lichamen en drie overlevenden uit het puin gehaald.", "nl", [("killed", 6)]),
        ("Bij gevechten tussen boeren en herders vielen 14 doden.", "nl", [("killed", 14)]),
        ("Four survivors were wounded.", "en", [("injured", 4)]),
    ],
)
def test_only_the_harmed_are_counted(text: str, language: str, expected: list[tuple[str, int]]) -> None:
    assert [(claim[1], claim[3]) for claim in told(text, language) if claim[0] == "casualties"] == expected


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("Clashes between the Sudanese army and the RSF killed 20 civilians in El Fasher.", "en", None),
        ("Bij gevechten tussen het leger en de RSF kwamen 20 burgers om.", "nl", None),
        ("A strike by the RSF between Monday and Tuesday killed nine.", "en", "RSF"),
    ],
)
def test_who_fights_whom_lays_no_attack(text: str, language: str, actor: str | None) -> None:
    (claim,) = claims_in(text, language)
    assert (None if claim.actor is None else claim.actor.text) == actor


def test_a_group_that_has_not_claimed_an_attack_tells_nothing() -> None:
    (claim,) = claims_in("No group has claimed responsibility for the bombing that killed 12 worshippers.")
    assert not claim.said_by
    assert claim.stance.value == "asserted"
