"""Where it happened, where the figure's own sentence names a country or a province and another one the town."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("An air raid hit a market in Marib. Nine people died, Yemen's health ministry said.", "Marib"),
        ("An air raid hit a market in Marib. The raid killed nine people in Yemen, officials said.", "Marib"),
        ("An air raid in Yemen killed nine people. The raid hit a market in Marib.", "Marib"),
        ("An air raid in Yemen killed nine people. Another raid hit a market in Marib.", "Yemen"),
        ("Air raids across Yemen killed nine people. The raid on Marib hit a market.", "Yemen"),
        ("A bomb killed nine people in a district bordering Afghanistan. The bomb went off in Bannu.", "Bannu"),
        ("A strike on Kessouba killed nine people, said the head of a group based in Marib.", "Kessouba"),
        ("A raid killed ten people in Sagaing Region's Pale Township.", "Pale"),
        ("Nine people have been killed in Israel's war on Gaza.", "Gaza"),
        ("Gunmen killed 25 people in north-central Benue state.", "Benue"),
    ],
)
def test_the_town_of_the_attack(text: str, place: str) -> None:
    (claim,) = [claim for claim in claims_in(text) if claim.harm is not None]
    assert claim.place is not None and claim.place.text == place


def test_a_camp_behind_an_adjective_goes_before_the_town_that_it_is_in() -> None:
    (claim,) = claims_in("Seven men were killed in western Nuseirat Refugee Camp, in Deir al Balah.")
    assert claim.place is not None and "Nuseirat" in claim.place.text


def test_two_clauses_held_apart_keep_their_places() -> None:
    text = "In Tallan, shelling on Monday killed nine people, while in Kessa a drone killed six on Tuesday."
    assert [claim.place and claim.place.text for claim in claims_in(text)] == ["Tallan", "Kessa"]
