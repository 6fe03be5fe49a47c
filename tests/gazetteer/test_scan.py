"""Places found in running text: spellings, traps, kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.gazetteer.index import PlaceMatch
from kroniek.gazetteer.load import load_gazetteer
from kroniek.gazetteer.place import PlaceKind
from kroniek.text.tokens import tokenise

GAZETTEER = load_gazetteer()


def scan(text: str) -> list[tuple[str, PlaceMatch]]:
    return [(text[match.start : match.end], match) for match in GAZETTEER.scan(tokenise(text))]


def words(text: str) -> list[str]:
    return [found for found, _ in scan(text)]


def first_name(text: str) -> str:
    return scan(text)[0][1].candidates[0].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two strikes near Khusham.", "Khusham"),
        ("The garrison of al-Tanf was not hit.", "al-Tanf"),
        ("Strikes near At Tanf continued.", "al-Tanf"),
        ("Near Dayr Az Zawr, three strikes.", "Deir ez-Zor"),
        ("Near Dawr az Zawr, three strikes.", "Deir ez-Zor"),
        ("in Deir al-Zour", "Deir ez-Zor"),
        ("Near Ar Raqqah, five strikes.", "Raqqa"),
        ("De stad Rakka werd gebombardeerd.", "Raqqa"),
        ("Near Albu Kamal, one strike.", "Abu Kamal"),
        ("Near Mar’a, one strike.", "Marea"),
        ("Near Al Huwayjah, one strike.", "Hawija"),
        ("De aanval op Hawija kwam 's nachts.", "Hawija"),
        ("in West-Mosul", "West Mosul"),
        ("in Oost-Aleppo", "East Aleppo"),
        ("in de Gazastrook", "Gaza Strip"),
        ("een flat in Charkiv", "Kharkiv"),
        ("een flat in Bachmoet", "Bakhmut"),
        ("in Khan Yunis", "Khan Younis"),
        ("in Khan Younis", "Khan Younis"),
        ("in Khan Yunes", "Khan Younis"),
        ("in Khuza’a", "Khuza'a"),
        ("in Khuzaa", "Khuza'a"),
        ("in Nusayrat", "Nuseirat"),
        ("in Al Nuseirat", "Nuseirat"),
        ("house in Camp 5, Nuseirat", "Nuseirat"),
        ("op de Westelijke Jordaanoever", "West Bank"),
        ("in Syrië", "Syria"),
        ("قصف على مدينة الرقة", "Raqqa"),
        ("قصف في دير الزور", "Deir ez-Zor"),
        ("вибухи в Харків", "Kharkiv"),
    ],
)
def test_spellings_of_one_place_meet(text: str, name: str) -> None:
    assert first_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Mari said that he was not there.",
        "Hit by shrapnel, he fell.",
        "Of the dead, three were children.",
        "Says who?",
        "us and them",
        "the children of Omar Khalil Hussein",
        "Ahmed Abu Saada died.",
        "the Bahar family home",
        "on Salah al-Din Street",
        "in the Salah al-Din neighbourhood",
        "raqqa and mosul in lower case",
    ],
)
def test_common_words_and_names_of_people_are_no_places(text: str) -> None:
    assert words(text) == []


def test_hit_is_a_place_after_a_preposition() -> None:
    assert words("Near Hit, two strikes hit a vehicle.") == ["Hit"]


def test_a_camp_is_preferred_where_the_words_say_camp() -> None:
    ((text, match),) = scan("in the Nuseirat refugee camp")
    assert text == "Nuseirat refugee camp"
    assert [place.kind for place in match.candidates] == [PlaceKind.CAMP]


@pytest.mark.parametrize(
    ("text", "accuracy"),
    [
        ("in the Tal al-Hawa neighbourhood", "neighbourhood"),
        ("in Aleppo province", "province"),
        ("in de provincie Idlib", "province"),
        ("in Aleppo", "city"),
        ("in Khusham", "village"),
        ("in Irak", "country"),
        ("near al-Tanf", "nearby_landmark"),
        ("in Al-Shifa Hospital", "nearby_landmark"),
    ],
)
def test_accuracy_is_that_of_the_words(text: str, accuracy: str) -> None:
    assert scan(text)[0][1].candidates[0].accuracy == accuracy


def test_a_genitive_is_left_outside() -> None:
    assert words("Gaza's only power plant; Syria’s north") == ["Gaza", "Syria"]


def test_a_comma_parts_two_places() -> None:
    assert words("in Homs, Hama and Idlib") == ["Homs", "Hama", "Idlib"]


def test_small_places_of_a_list_are_taken_with_the_known_one() -> None:
    assert words("Shukat as Sufi, Rafah") == ["Shukat as Sufi", "Rafah"]


PIECES = st.sampled_from(
    [
        "Raqqa", "Deir ez-Zor", "al-Tanf", "the", "in", "Gaza’s", "Khan Younis", "camp", ",", ".", "-", "Hit", "near", "  ", "\u00a0", "٣",
        "الرقة", "Київ", "’", "Al", "US", "Abu", "refugee", "é", "\U0001f600", "Nuseirat", "of", "and", "province",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60))
def test_offsets_point_at_the_words(text: str) -> None:
    tokens = tokenise(text)
    end = 0
    for match in GAZETTEER.scan(tokens):
        assert end <= match.start < match.end <= len(text)
        assert match.first <= match.last
        assert tokens[match.first].start == match.start
        assert text[match.start : match.end].strip() == text[match.start : match.end]
        assert match.candidates
        end = match.end
