"""How many people a desk's own accounting means."""

from __future__ import annotations

import pytest

from kroniek.reading.clues_load import load_clues
from kroniek.reading.people_meant import people_meant
from kroniek.reading.report_clues import ClueKind, report_clues

CLUES = load_clues()
ENGLISH = CLUES["en"]


def meant(sentence: str, *before: str, told: dict[str, int] | None = None) -> int | None:
    return people_meant(sentence, len(sentence), told or {}, before, ENGLISH.numbers, ENGLISH.not_people)


def test_the_number_nearest_before_the_words_counts() -> None:
    assert meant("killing five men, three of whom have a contested status") == 3


def test_years_and_sources_are_no_people() -> None:
    assert meant("two sources and a man of thirty years whose status is contested") is None


def test_a_pronoun_of_one_is_one_and_they_points_back() -> None:
    assert meant("his status is contested", told={"his": 1}) == 1
    assert meant("their status is contested", "A post named Karim, Adel, and Omar.", told={"their": 0}) == 3
    assert meant("these were counted in the maximum", "A video shows four more bodies.", told={"these": 0}) == 4
    assert meant("their status is contested", told={"their": 0}) is None


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("The two daughters have been counted in the maximum toll.", ClueKind.MAXIMUM_ONLY, 2),
        ("He is in our upper range but not the lower range.", ClueKind.LEFT_MINIMUM, 1),
        ("We have not yet included the eight missing in our range.", ClueKind.LEFT_OUT, 8),
        ("We have changed his status from civilian to militant.", ClueKind.COUNTED_COMBATANT, 1),
        ("Given the ambiguity around his militant status, he stands apart.", ClueKind.VICTIM_CONTESTED, 1),
    ],
)
def test_what_a_desk_says_of_its_own_counting(text: str, kind: ClueKind, people: int) -> None:
    found = [clue for clue in report_clues(f"Ten people died.\n\n{text}", CLUES, "en").statements if clue.kind is kind]
    assert [clue.people for clue in found] == [people]


def test_a_status_that_the_desk_did_not_give_is_none() -> None:
    text = "We have not attributed contested civilian status to either man."
    assert not [clue for clue in report_clues(text, CLUES, "en").statements if clue.kind is ClueKind.VICTIM_CONTESTED]
