"""Where and by whom: places that no list knows, the actor, accidents and crimes."""

from __future__ import annotations

import pytest

from kroniek.model.claim import Claim, PlaceMention
from tests.reading.sentence_tools import claims_in


def place_in(text: str, language: str = "en") -> PlaceMention | None:
    return claims_in(text, language)[-1].place


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Shells killed four people in the village of Deir Hafa on Sunday.", "en", "Deir Hafa"),
        ("An air strike near Tal Karsuf killed nine civilians.", "en", "Tal Karsuf"),
        ("Three boys died at the al-Wurud camp on Monday.", "en", "al-Wurud"),
        ("A bomb on the market of Kessouba killed seven people.", "en", "Kessouba"),
        ("Warplanes killed two farmers north of Vysoke Pole.", "en", "Vysoke Pole"),
        ("The air raid on Qasr Dimna killed six people.", "en", "Qasr Dimna"),
        ("In het gehucht Vysoke Pole kwamen vier mensen om.", "nl", "Vysoke Pole"),
        ("Bij Tal Karsuf zijn drie burgers gedood.", "nl", "Tal Karsuf"),
        ("Op de markt van Kessouba vielen zeven doden.", "nl", "Kessouba"),
        ("In de belegerde havenstad Brezany vielen vier doden.", "nl", "Brezany"),
        ("In het Syrische Qasr Dimna zijn vijf mensen gedood.", "nl", "Qasr Dimna"),
    ],
)
def test_a_place_that_no_list_knows_keeps_its_words(text: str, language: str, name: str) -> None:
    place = place_in(text, language)
    assert place is not None and place.unresolved and place.id is None
    assert place.text == name and text[place.start : place.end] == name
    assert "place_unresolved" in claims_in(text, language)[-1].doubts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Four people were killed in March, the ministry said.", "en"),
        ("Four people were killed, according to posts on Twitter and in Facebook groups.", "en"),
        ("Nine people were killed, a doctor at Save the Children said.", "en"),
        ("Six men were killed in Operation Desert Lynx.", "en"),
        ("Village Strike Kills Nine People in Market Panic", "en"),
        ("Er vielen vijf doden in het Parlement van gisteren.", "nl"),
        ("In Maart vielen er vier doden.", "nl"),
    ],
)
def test_what_is_no_place_gives_none(text: str, language: str) -> None:
    assert all(claim.place is None or not claim.place.unresolved for claim in claims_in(text, language))


def test_where_somebody_speaks_is_not_where_it_happened() -> None:
    claims = claims_in("Two bombs hit a market in Raqqa on Monday. The ministry in Baghdad said eleven people were killed.")
    assert _names(claims)[-1] == "Raqqa"
    claims = claims_in("Bij Raqqa viel maandag een bom. Zeven gewonden zijn naar Bagdad gebracht.", "nl")
    assert _names(claims)[-1] == "Raqqa"


def test_a_headline_s_figure_takes_the_place_told_right_after_it() -> None:
    assert _names(claims_in("Nine people were killed. The bombs fell in Raqqa."))[0] == "Raqqa"


def _names(claims: tuple[Claim, ...]) -> list[str | None]:
    return [claim.place.name if claim.place else None for claim in claims if claim.harm is not None]
