"""Which of several places is meant."""

from __future__ import annotations

from kroniek.gazetteer.index import PlaceMatch
from kroniek.gazetteer.load import load_gazetteer
from kroniek.gazetteer.resolve import is_ambiguous, resolve
from kroniek.text.tokens import tokenise

GAZETTEER = load_gazetteer()


def match(text: str) -> PlaceMatch:
    return GAZETTEER.scan(tokenise(text))[0]


def test_the_country_of_the_context_decides() -> None:
    tripoli = match("in Tripoli")
    lebanon, libya = resolve(tripoli, ["LB"]), resolve(tripoli, ["LY", "LB"])
    assert lebanon is not None and lebanon.country == "LB"
    assert libya is not None and libya.country == "LY"


def test_two_likely_places_far_apart_are_not_guessed_between() -> None:
    tripoli = match("in Tripoli")
    assert resolve(tripoli) is None
    assert is_ambiguous(tripoli)


def test_nearness_decides() -> None:
    beirut = GAZETTEER.lookup("Beirut")[0]
    found = resolve(match("in Tripoli"), near=beirut)
    assert found is not None and found.country == "LB"


def test_a_town_is_preferred_to_the_province_of_its_name() -> None:
    found = resolve(match("in Idlib"))
    assert found is not None and found.accuracy == "city"


def test_a_far_larger_namesake_needs_no_context() -> None:
    found = resolve(match("in Washington"))
    assert found is not None and found.country == "US" and found.population > 500_000


def test_a_small_place_outside_the_countries_of_the_text_is_left_open() -> None:
    khusham = match("near Borodianka")
    assert resolve(khusham, ["UA"]) is not None
    assert resolve(khusham, ["PS"]) is None
