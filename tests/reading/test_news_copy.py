"""What went wrong on whole reports of agencies, papers and broadcasters, each with a sentence written for it."""

from __future__ import annotations

import pytest

from kroniek.model.claim import Bound, Scope
from tests.reading.sentence_tools import claims_in, told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Karim al-Rawi, a senior health official in Tallan, told a local radio on Monday that 10 civilians had been killed.", "en"),
        ("Two officials from the governorate said 10 civilians were killed.", "en"),
        ("A farmer, whose cows were lost in the fire, said 10 civilians had been killed.", "en"),
        ("Hospital Officials: 10 Civilians Killed In Strike As Northern Army Admits 'Error'", "en"),
        ("He told a civilian radio station on Monday that 10 civilians had been killed.", "en"),
        ("Een vader van drie kinderen vertelde dat er 10 burgers zijn gedood.", "nl"),
        ("Drie inwoners vertelden het persbureau dat er 10 burgers zijn omgekomen.", "nl"),
        ("Een hoge functionaris in de stad meldde dat er 10 burgers waren gedood.", "nl"),
    ],
)
def test_who_speaks_is_no_victim(text: str, language: str) -> None:
    harmed = [claim for claim in told(text, language) if claim[0] == "casualties"]
    assert harmed == [("casualties", "killed", "civilian", 10, 10)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The doctor said that one man had died from severe injuries.", [("casualties", "killed", "man", 1, 1)]),
        ("The strike killed a man from Tallan and his house burnt down.", [("casualties", "killed", "man", 1, 1)]),
    ],
)
def test_what_somebody_died_of_counts_nobody(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("De aanval leidde tot zeven doden.", 7, 7, Bound.EXACT),
        ("De explosie heeft tot twintig doden geleid.", 20, 20, Bound.EXACT),
        ("Er vielen tot twintig doden.", None, 20, Bound.AT_MOST),
        ("Er kwamen over de honderd mensen om.", 100, None, Bound.MORE_THAN),
        ("Er kwamen rond de dertig mensen om.", 30, 30, Bound.ABOUT),
        ("De minister sprak over de twee aanvallen.", 2, 2, Bound.EXACT),
    ],
)
def test_prepositions_that_bound_and_that_do_not(text: str, low: int | None, high: int | None, bound: Bound) -> None:
    (claim,) = claims_in(text, "nl")
    assert (claim.quantity.low, claim.quantity.high, claim.quantity.bound) == (low, high, bound)


@pytest.mark.parametrize(
    "text",
    [
        "De groep registreert aanvallen waarbij burgerslachtoffers vallen in een aantal landen.",
        "De bewoners zijn ziek geworden doordat ze geen water kregen en zijn overleden.",
    ],
)
def test_what_no_words_count_as_dead(text: str) -> None:
    assert not [claim for claim in told(text, "nl") if claim[0] == "casualties" and (claim[3] == 0 or claim[2] == "person")]


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Bij een aanval in Irak zijn in het stadje Hawija 70 mensen omgekomen.", "nl", "Hawija"),
        ("A bomb in Iraq killed ten people in the southern city of Basra on Monday.", "en", "Basra"),
        ("Jets hit a street in the Shi'ite Muslim city of Diwaniya, killing four people.", "en", "Diwaniya"),
        ("The army carried out 31 strikes in Syria (mostly aimed at Raqqa).", "en", "Syria"),
        ("At least 43 people were killed in a raid on a market south of Sudan's capital, Khartoum, activists say.", "en", "Khartoum"),
        ("KYIV (Reuters) -At least five people were killed in a missile strike on the city of Mykolaiv.", "en", "Mykolaiv"),
        ("A missile strike on a mall in central Ukraine killed at least 18.", "en", "Ukraine"),
    ],
)
def test_where_it_happened(text: str, language: str, place: str) -> None:
    (claim,) = [claim for claim in claims_in(text, language) if claim.harm is not None or claim.kind.value == "strikes"]
    assert claim.place is not None
    assert claim.place.text == place


def test_each_count_has_the_place_that_is_joined_to_it() -> None:
    first, second = claims_in("An attack killed one man in the city of Mykolaiv and injured at least 13 others in Kyiv, an official said.")
    assert (first.place and first.place.text, second.place and second.place.text) == ("Mykolaiv", "Kyiv")


def test_the_seat_of_an_office_is_not_where_it_happened() -> None:
    governor = "Ivan Kovalenko, the governor of the Poltava region,"
    claims = claims_in(f"Ten people were killed in Kremenchuk. {governor} said 40 others were wounded.")
    assert [claim.place and claim.place.text for claim in claims] == ["Kremenchuk", "Kremenchuk"]


def test_where_people_come_from_is_not_where_they_were_harmed() -> None:
    (claim,) = claims_in("Bij gevechten in Syrië zijn twaalf burgers van Rusland gedood.", "nl")
    assert claim.place is not None
    assert claim.place.text == "Syrië"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Aan NRC en NOS bevestigde het Pentagon dat zeventig burgers om het leven waren gekomen.", "het Pentagon"),
        ("Tegen persbureau Reuters zei een arts dat er tien doden waren.", "een arts"),
        ("Vorig jaar meldde de VN dat 20 burgers omkwamen.", "de VN"),
    ],
)
def test_whom_a_dutch_sentence_addresses_does_not_speak(text: str, speaker: str) -> None:
    (claim,) = claims_in(text, "nl")
    assert [said.text for said in claim.said_by] == [speaker]


def test_the_year_in_which_it_was_said_is_no_long_time_of_the_event() -> None:
    (claim,) = claims_in("The ministry confirmed last year that 70 civilians were killed in the strike.")
    assert claim.time is not None
    assert claim.time.inferred
    assert claim.scope is not Scope.AGGREGATE


def test_who_tells_of_the_wounded_did_not_wound_them() -> None:
    (claim,) = claims_in("Rusland zegt bovendien dat er achttien gewonden zijn.", "nl")
    assert claim.actor is None


def test_words_of_a_total_that_open_a_quotation_do_not_make_a_total() -> None:
    claims = claims_in('"So far, 23 dead and 28 wounded," the governor wrote.')
    assert {claim.scope for claim in claims} == {Scope.INCIDENT}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "De oorlog kostte aan meer dan 10.000 mensen het leven en maakte 22 miljoen inwoners afhankelijk van hulp.",
            "nl",
            [("casualties", "killed", "person", 10_000, None), ("people", None, "person", 22_000_000, 22_000_000)],
        ),
        ("Hoeveel gewonden er zijn, kan de dienst niet zeggen.", "nl", []),
        ("Het aantal gewonden ligt boven de 100.", "nl", [("casualties", "injured", "person", 100, None)]),
        (
            "Karim al-Rawi, de woordvoerder van de commissie die de zaak onderzoekt, benadrukte dat er twaalf rebellen zijn omgekomen.",
            "nl",
            [("casualties", "killed", "combatant", 12, 12)],
        ),
    ],
)
def test_whom_the_words_count(text: str, language: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, language) == expected


def test_a_list_of_places_gives_each_count_its_own() -> None:
    claims = claims_in("Negen burgers zijn omgekomen in het dorp Baluon, vijf in Abdita en vier in Bara.", "nl")
    assert [claim.place and claim.place.text for claim in claims] == ["Baluon", "Abdita", "Bara"]


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Bij luchtaanvallen in de provincie Idlib, in het noordwesten van Syrië, zijn twintig burgers omgekomen.", "nl", "Idlib"),
        ("BANGKOK: An air strike on a village in Myanmar killed ten civilians, locals said.", "en", "Myanmar"),
    ],
)
def test_the_finer_place_and_no_dateline(text: str, language: str, place: str) -> None:
    (claim,) = claims_in(text, language)
    assert claim.place is not None
    assert claim.place.text == place


def test_one_of_the_deadliest_strikes_of_a_war_is_one_strike() -> None:
    claims = claims_in("At least 53 people were killed in one of the deadliest air strikes of the civil war.")
    assert [claim.scope for claim in claims if claim.harm is not None] == [Scope.INCIDENT]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Residents blamed Russia for the strike, which killed five people.", "Russia"),
        ("Residents blamed Russia and Turkey for the strike, which killed five people.", None),
        ("The strike killed five people, with sources blaming Russia, Syria and the U.S.-led coalition for it.", None),
        ("U.S. military operations left one civilian dead.", "U.S. military"),
    ],
)
def test_parties_accused_together_are_none_of_them_named(text: str, actor: str | None) -> None:
    claims = claims_in(text)
    assert {claim.actor and claim.actor.text for claim in claims} == {actor}


def test_a_target_told_of_before_the_dead_did_not_kill_them() -> None:
    (claim,) = claims_in("Bij raids op doelwitten van Jabhat al-Nusra zijn in Idlib 26 doden gevallen.", "nl")
    assert claim.actor is None


def test_a_conflict_that_a_body_reports_on_does_not_speak() -> None:
    text = "In het dorp Malaja lieten vijf mensen het leven, meldt de organisatie die over het Syrische conflict bericht."
    (claim,) = claims_in(text, "nl")
    assert [said.text for said in claim.said_by] == ["de organisatie"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Senior Taliban official Omar Karimi said the attack killed at least seven people.", None),
        ("The Taliban said the attack killed seven people.", None),
        ("The violence has mainly targeted Taliban fighters, killing hundreds of people.", None),
        ("Gunmen stormed the military hospital and killed more than 20 people.", "Gunmen"),
    ],
)
def test_who_tells_of_an_attack_or_was_hit_by_it_did_not_do_it(text: str, actor: str | None) -> None:
    claims = claims_in(text)
    assert {claim.actor and claim.actor.text for claim in claims} == {actor}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There was no official confirmation that 12 people were killed.", [("casualties", "killed", "person", 12, 12)]),
        (
            "Among those killed were three Taliban guards, said Taliban spokesman Omar Karimi.",
            [("casualties", "killed", "combatant", 3, 3)],
        ),
        ("The attack was carried out by six men, and two of them were captured.", [("casualties", "detained", "man", 2, 2)]),
    ],
)
def test_who_is_only_spoken_of_is_not_counted(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [claim for claim in told(text) if claim[0] == "casualties"] == expected


def test_since_a_day_lasts_until_the_report() -> None:
    (claim,) = claims_in("De artsenbond telt sinds 15 april 436 burgerdoden.", "nl")
    assert claim.time is not None
    assert (claim.time.start_day.isoformat(), claim.time.end_day.isoformat()) == ("2024-04-15", "2024-10-09")


def test_the_day_since_which_something_lasts_is_not_the_day_told_of() -> None:
    claims = claims_in("Bij aanvallen zijn 100 doden gevallen. Het betreft de bloedigste dag sinds 7 oktober.", "nl")
    assert [claim.time for claim in claims] == [None]


def test_thousands_are_a_total() -> None:
    (claim,) = claims_in("The office recorded 2,788 civilian casualties in Ukraine.")
    assert claim.scope is Scope.AGGREGATE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Images posted by the channel show four children identified as being injured in the area.",
            [("casualties", "injured", "child", 4, 4)],
        ),
        (
            "Later, nine deceased members of the family were said to have been admitted to the hospital.",
            [("casualties", "killed", "person", 9, 9)],
        ),
        (
            "The report included seven people killed and an unknown amount of injuries at the home.",
            [("casualties", "killed", "person", 7, 7), ("casualties", "injured", "person", None, None)],
        ),
    ],
)
def test_what_befell_those_counted(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was not clear how many people were killed in Tallan.", []),
        ("The strike on Tallan was one of the deadliest attacks of the year.", []),
        ("Twelve others sustained injuries.", [("casualties", "injured", "person", 12, 12)]),
        ("On Saturday, two more of the wounded died in hospital.", [("casualties", "killed", "person", 2, 2)]),
    ],
)
def test_what_counts_nobody_and_who_has_died_since(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected
