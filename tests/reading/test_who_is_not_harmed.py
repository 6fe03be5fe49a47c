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
        ("The bodies of the family were wrapped in shrouds and placed in a square where hundreds of men prayed.", "en", []),
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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("IS killed two shepherds near Kirkuk.", "en"),
        ("An IED planted by IS killed two shepherds near Kirkuk.", "en"),
        ("IS doodde twee herders bij Kirkuk.", "nl"),
    ],
)
def test_a_name_in_capitals_is_no_form_of_be(text: str, language: str) -> None:
    (claim,) = claims_in(text, language)
    assert (claim.harm is not None and claim.harm.value, claim.quantity.low) == ("killed", 2)
    assert claim.actor is not None
    assert claim.actor.text == "IS"


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("The Taliban said a blast at a mosque in Kabul had killed 21 people.", "en", None),
        ("De Taliban meldden dat bij een explosie in Kaboel 21 mensen zijn gedood.", "nl", None),
        ("The Taliban said its fighters killed 21 soldiers in an ambush.", "en", "Taliban"),
        ("Hamas said it killed five soldiers with an explosive device.", "en", "Hamas"),
    ],
)
def test_what_befell_people_is_not_the_tellers_own_act(text: str, language: str, actor: str | None) -> None:
    (claim,) = claims_in(text, language)
    assert (None if claim.actor is None else claim.actor.text) == actor


def test_who_tells_an_agency_by_phone_speaks() -> None:
    (claim,) = claims_in("Around 40 bodies lay in the streets, a resident told AFP by phone.")
    assert [speaker.text for speaker in claim.said_by] == ["a resident"]
