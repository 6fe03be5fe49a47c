"""Parties found in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.parties.load import load_parties
from kroniek.text.tokens import tokenise

PARTIES = load_parties()


def ids(text: str, language: str = "en") -> list[str]:
    return [match.party.id for match in PARTIES.scan(tokenise(text), language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The U.S.-led coalition struck", "en", ["us-led-coalition"]),
        ("De VS coalitie viel aan", "nl", ["us-led-coalition"]),
        ("Assad getrouwe strijdgroepen", "nl", ["syrian-regime"]),
        ("pro-regime forces", "en", ["syrian-regime"]),
        ("US jets told us", "en", ["united-states"]),
        ("IS is gone", "en", ["islamic-state"]),
        ("de VS en het VK", "nl", ["united-states", "united-kingdom"]),
        ("an Israeli airstrike", "en", ["israeli-military"]),
        ("Palestinian rockets", "en", ["palestinian-militants"]),
        ("Palestinian civilians", "en", []),
        ("Syrian rebels and Syrian warplanes", "en", ["syrian-opposition", "syrian-regime"]),
        ("Syrian militants", "en", []),
        ("Syrische luchtaanvallen", "nl", ["syrian-regime"]),
        ("Nederlandse F-16's", "nl", ["dutch-military"]),
        ("Russische burgers", "nl", []),
        ("American, British and French warplanes", "en", ["us-military", "uk-military", "french-military"]),
        ("volgens het Syrisch Observatorium voor de Mensenrechten (SOHR)", "nl", ["sohr", "sohr"]),
        ("Houthi's vuurden", "nl", ["houthis"]),
        ("Israel's army", "en", ["israel"]),
        ("Israëls leger", "nl", ["israel"]),
        ("according to the Ministry of Health in Gaza", "en", ["gaza-health-ministry"]),
        ("the Russian Ministry of Defence said", "en", ["russian-ministry-of-defence"]),
        ("hij bleef haar trouw", "nl", []),
        ("an independent witness and a guardian", "en", []),
        ("ISIL fighters of ISIS and Daesh", "en", ["islamic-state"] * 3),
    ],
)
def test_names_and_adjectives(text: str, language: str, expected: list[str]) -> None:
    assert ids(text, language) == expected


def test_a_state_acts_through_its_forces() -> None:
    russia = PARTIES.by_id("russia")
    assert russia is not None
    acts_as = PARTIES.belligerent_of(russia)
    assert acts_as is not None and acts_as.id == "russian-military"


def test_a_ministry_of_health_bears_no_arms() -> None:
    ministry = PARTIES.by_id("gaza-health-ministry")
    assert ministry is not None and PARTIES.belligerent_of(ministry) is None


def test_the_last_full_stop_of_an_abbreviation_is_inside() -> None:
    text = "the U.S. and Russia"
    first = PARTIES.scan(tokenise(text), "en")[0]
    assert text[first.start : first.end] == "U.S."


def test_the_genitive_is_left_outside() -> None:
    text = "Russia’s planes"
    (match,) = PARTIES.scan(tokenise(text), "en")
    assert text[match.start : match.end] == "Russia"


PIECES = st.sampled_from(
    [
        *("U.S.-led", "coalition", "US", "us", "U.S.", "Israeli", "airstrike", ",", "and", "Palestinian", "Houthi's"),
        *("Israel’s", "IS", "the", "-", "é", "VS", "Syrische", "\n", "."),
    ]
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=60), st.sampled_from(["en", "nl", "ar"]))
def test_offsets_point_at_the_words(text: str, language: str) -> None:
    tokens = tokenise(text)
    end = 0
    for match in PARTIES.scan(tokens, language):
        assert end <= match.start < match.end <= len(text)
        assert tokens[match.first].start == match.start
        assert match.end in {tokens[match.last].end, tokens[match.last].end - 2}
        end = match.end


def test_words_by_themselves_name_the_first_party_that_stands_in_them() -> None:
    parties = load_parties()
    found = parties.scan(tokenise("Airwars"), "en")
    assert parties.named("Airwars", "en") == parties.named("Airwars", "en") == found[0].party
    assert parties.named("the baker next door", "en") is None
    assert parties.called("Airwars") == found[0].party
    assert parties.called("Airwars and the baker") is None and parties.called("the baker") is None and parties.called("") is None
