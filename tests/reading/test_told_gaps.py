"""Counts that rise, totals brought to a number, strikes told by their week, and speakers before or beside other words."""

from __future__ import annotations

from datetime import date

import pytest

from kroniek.model.claim import Claim, Harm, Scope
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read


def claims_of(text: str, language: str) -> tuple[Claim, ...]:
    return read(Document(id="x", text=text, language=language, published_day=date(2025, 6, 17)), load_rules()).claims


def speakers(text: str, language: str) -> list[list[str]]:
    return [[speaker.text for speaker in claim.said_by] for claim in claims_of(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The death toll from the raid climbed from seven to eleven.", "en"),
        ("Het dodental van de aanval op het busstation is gestegen van zeven naar elf.", "nl"),
    ],
)
def test_the_count_before_a_rise_no_longer_holds(text: str, language: str) -> None:
    told = claims_of(text, language)
    assert [(claim.quantity.low, claim.scope) for claim in told] == [(7, Scope.BACKGROUND), (11, Scope.INCIDENT)]
    assert all(claim.said_by == () for claim in told)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Another 30 civilians were killed in May, bringing the total to 2,410 civilians.", "en"),
        ("Dertig burgers werden gedood, waarmee het totaal op 2410 burgers komt.", "nl"),
    ],
)
def test_a_new_total_counts_the_same_harm(text: str, language: str) -> None:
    total = claims_of(text, language)[-1]
    assert (total.quantity.low, total.harm, total.scope) == (2410, Harm.KILLED, Scope.AGGREGATE)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Last week's bombing killed 14 people in Aden.", "en"),
        ("The toll of last month's deadly bombing in Aden rose to 14.", "en"),
        ("Bij de aanslag van vorige maand in Aden kwamen veertien mensen om.", "nl"),
    ],
)
def test_one_strike_told_by_its_week_is_an_incident(text: str, language: str) -> None:
    (told,) = claims_of(text, language)
    assert told.scope is Scope.INCIDENT


def test_the_week_of_a_total_is_no_incident() -> None:
    (told,) = claims_of("Last week 14 people were killed in Aden.", "en")
    assert told.scope is Scope.AGGREGATE


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Donderdagavond laat meldde het leger dat vijf soldaten waren gedood.", "nl", "het leger"),
        ("In Nablus kwamen volgens de Palestijnse autoriteiten twee andere mannen om het leven.", "nl", "de Palestijnse autoriteiten"),
        ("Seven people were killed in the strike, security and medical sources told Reuters.", "en", "security and medical sources"),
        ("Seven people were killed in the strike, medical sources told Reuters.", "en", "medical sources"),
    ],
)
def test_who_says_so(text: str, language: str, speaker: str) -> None:
    assert speakers(text, language) == [[speaker]]


def test_a_name_with_another_consonant_is_not_gaza() -> None:
    (told,) = claims_of("Gunmen killed 12 people in Gwoza on Tuesday.", "en")
    assert told.place is not None and told.place.text == "Gwoza" and told.place.unresolved


@pytest.mark.parametrize(
    ("text", "language", "words", "name"),
    [
        ("A car bomb killed nine people in the Syrian capital on Monday.", "en", "Syrian capital", "Damascus"),
        ("Bij een aanslag in de Syrische hoofdstad kwamen negen mensen om.", "nl", "Syrische hoofdstad", "Damascus"),
        ("A car bomb killed nine people in the Libyan capital Tripoli.", "en", "Tripoli", "Tripoli"),
        ("Bij een aanslag in de Libische hoofdstad, Tripoli, kwamen negen mensen om.", "nl", "Tripoli", "Tripoli"),
        ("The raid killed nine people in Iraq's Anbar province on Saturday.", "en", "Anbar province", "Anbar"),
        ("Gunmen killed nine people in Nigeria's Borno state on Saturday.", "en", "Borno", None),
    ],
)
def test_places_told_by_their_country(text: str, language: str, words: str, name: str | None) -> None:
    told = claims_of(text, language)[-1]
    assert told.place is not None
    assert (told.place.text, told.place.name) == (words, name)


@pytest.mark.parametrize(
    ("place", "party"), [("", "dutch-ministry-of-defence"), (" in Den Haag", "dutch-ministry-of-defence"), (" in Kabul", None)]
)
def test_whose_ministry_is_told_by_where_it_sits(place: str, party: str | None) -> None:
    (told,) = claims_of(f"Negen mensen kwamen om, zegt het ministerie van Defensie{place}.", "nl")
    assert [speaker.id for speaker in told.said_by] == [party]
